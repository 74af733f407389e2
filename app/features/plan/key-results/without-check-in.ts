import type { Stage } from "~/domain.ts";

/*
 * When nothing has been heard of an action (docs/progress.md): the one rule for the overview, /my, /check-ins and reviews.
 */

const DAY_MS = 86_400_000;

/** After so many days without a check-in, nobody knows how an action goes. */
export const STALE_DAYS = 30;

/** The stages in which something happens that there is to tell of. */
export const STAGES_WITH_CHECK_INS = ["under-way", "under-review"] as const satisfies readonly Stage[];

export const needsCheckIns = (stage: Stage): boolean => (STAGES_WITH_CHECK_INS as readonly Stage[]).includes(stage);

/**
 * Since when nothing has been heard of an action in hand: since its newest check-in or since it came to be in hand, whichever
 * is later. An action is not silent for the years before it was begun.
 *
 * @param begun null where history does not say when it came to be in hand: then it is as old as the action
 */
export function silentSince(checked: number | null, begun: number | null, createdAt: number): number {
  return Math.max(checked ?? 0, begun ?? createdAt);
}

/**
 * For how many days nothing has been heard of an action, where that is too long: null for one that is not in hand, or of
 * which something was heard within `STALE_DAYS`. In SQL the rule is `staleSql`; tests/integration/plan/rules.test.ts compares
 * the two.
 *
 * @param since `silentSince`, in milliseconds as `at` is
 */
export function daysSilent(stage: Stage, since: number, at: number): number | null {
  const days = Math.floor((at - since) / DAY_MS);
  return needsCheckIns(stage) && days >= STALE_DAYS ? days : null;
}
