import type { Health } from "~/domain.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { daysWithoutCheckIn, withoutCheckInSince } from "~/features/plan/key-results/without-check-in.ts";
import { quartersOverdue } from "~/lib/quarter.ts";
import type { DateRange } from "./date-range.ts";
import type { Planned } from "./plan-then.server.ts";
import { ATTENTION, type CheckInSaid, type NeedsAttention } from "./snapshot.ts";

/** What is known of the actions besides the plan itself, by their ids. */
export interface Known {
  /** The newest check-in. */
  checked: ReadonlyMap<number, { at: number; health: Health; said: CheckInSaid }>;
  /** Since when those in hand are. */
  begun: ReadonlyMap<number, number>;
  /** What each waits for that is not done. */
  awaited: ReadonlyMap<number, readonly string[]>;
  /** The names of suggestions about each that nobody answered in time. */
  unanswered: ReadonlyMap<number, readonly string[]>;
}

export type Why = NeedsAttention["why"];

/** Why an open action asks for the committee's attention; empty for nothing. */
export function whyAttention(action: Planned, window: DateRange, known: Known): Why {
  if (!isOpen(action.stage)) return [];
  const why: Why = [];
  const quarters = quartersOverdue(action.due, true, window.now);
  if (quarters > 0) why.push({ what: "late", quarters });
  const checked = known.checked.get(action.id);
  if (checked?.health === "off-track" || checked?.health === "at-risk") why.push({ what: checked.health });
  const since = withoutCheckInSince(checked?.at ?? null, known.begun.get(action.id) ?? null, action.createdAt);
  const days = daysWithoutCheckIn(action.stage, since, window.at);
  if (days !== null) why.push({ what: "stale", days, ...(!checked && { never: true }) });
  const awaited = known.awaited.get(action.id) ?? [];
  if (awaited.length > 0) why.push({ what: "waiting", refs: [...awaited] });
  const unanswered = known.unanswered.get(action.id) ?? [];
  if (unanswered.length > 0) why.push({ what: "promise-broken", refs: [...unanswered] });
  return why;
}

/** What its newest check-in says, of an action that is at risk or off track. */
export function saidOf(why: Why, actionId: number, known: Known): CheckInSaid | undefined {
  const asked = why.some(({ what }) => what === "at-risk" || what === "off-track");
  return asked ? known.checked.get(actionId)?.said : undefined;
}

/** The gravest first: by what it is, then by how late, then by how long nobody has said anything. */
export function byGravity(a: { why: Why }, b: { why: Why }): number {
  const first = ({ why }: { why: Why }) => (why[0] ? ATTENTION.indexOf(why[0].what) : ATTENTION.length);
  const sum = ({ why }: { why: Why }, of: "quarters" | "days") => why.reduce((most, one) => most + (one[of] ?? 0), 0);
  return (
    first(a) - first(b) ||
    sum(b, "quarters") - sum(a, "quarters") ||
    b.why.length - a.why.length ||
    sum(b, "days") - sum(a, "days")
  );
}
