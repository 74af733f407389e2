import type { Stage } from "~/domain.ts";
import { DAY_MS } from "~/lib/days.ts";

/*
 * When nothing has been heard of an action (docs/progress.md): the one rule for the overview, /my, /check-ins and reviews.
 */

/** After so many days without a check-in, nobody knows how an action is going. */
export const WITHOUT_CHECK_IN_DAYS = 30;

/** The stages in which something happens that there is to tell of. */
export const STAGES_WITH_CHECK_INS = ["under-way", "under-review"] as const satisfies readonly Stage[];

export const needsCheckIns = (stage: Stage): boolean => (STAGES_WITH_CHECK_INS as readonly Stage[]).includes(stage);

/**
 * Since when nothing has been heard of an action in hand: since its newest check-in or since it came to be in hand, whichever
 * is later. The years before an action was begun do not count.
 *
 * @param begun null where history does not say when it came to be in hand: then it is as old as the action
 */
export function withoutCheckInSince(checked: number | null, begun: number | null, createdAt: number): number {
  return Math.max(checked ?? 0, begun ?? createdAt);
}

/**
 * For how many days an action has been without a check-in, where that is too long: null for one that is not in hand, or that was
 * checked in on or begun within `WITHOUT_CHECK_IN_DAYS`. In SQL the rule is `withoutCheckInSql`; tests/integration/plan/rules.test.ts
 * compares the two.
 *
 * @param since `withoutCheckInSince`, in milliseconds as `at` is
 */
export function daysWithoutCheckIn(stage: Stage, since: number, at: number): number | null {
  const days = Math.floor((at - since) / DAY_MS);
  return needsCheckIns(stage) && days >= WITHOUT_CHECK_IN_DAYS ? days : null;
}
