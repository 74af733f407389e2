import { and, eq } from "drizzle-orm";
import { carryOver } from "~/features/committee/decisions/carrying-over.server.ts";
import { decisionRule } from "~/features/committee/decisions/setting.server.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayOpenReviews, mayPrepareReviews, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { type Quarter, quarterOf } from "~/lib/quarter.ts";
import { differingFields, sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { reviews } from "~db/schema/committee.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";
import type { ReviewRow } from "./figures.server.ts";
import { FIRST_QUARTER } from "./first-quarter.ts";

/** When and where the committee meets, and what it goes through. */
export interface Meeting {
  meetingAt: Date | null;
  timeZone: string;
  link: string;
  agenda: AgendaItem[];
}

export type Opened = { status: "opened"; id: number } | { status: "there-already" };

/**
 * Opens the review of a quarter that has begun. How it decides is what the settings say now, whatever they say later.
 *
 * @throws Refusal 403 for all but administrators, 404 for a quarter before Geneva or one that lies ahead
 */
export function openReview(db: Database, by: By, viewer: Viewer, quarter: Quarter, meeting: Meeting): Opened {
  return change(db, by, (tx, record): Opened => {
    if (!mayOpenReviews(viewer)) throw new Refusal(403, `${viewer.role} may not open a review`);
    if (quarter < FIRST_QUARTER || quarter > quarterOf(by.at)) throw new Refusal(404, `${quarter} has no review.`);
    if (tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.quarter, quarter)).get())
      return { status: "there-already" };
    const decided = decisionRule(tx);
    const { id } = tx
      .insert(reviews)
      .values({ quarter, state: "open", ...meeting, ...decided, openedAt: by.at, openedById: viewer.id })
      .returning({ id: reviews.id })
      .get();
    record({
      kind: "review.opened",
      reviewId: id,
      before: null,
      after: { quarter, ...recordedMeeting(meeting), ...decided },
    });
    carryOver(tx, record, { id, quarter });
    return { status: "opened", id };
  });
}

export type Prepared = { status: "saved" | "unchanged" | "stale" | "closed" };

/**
 * Sets a review's date, link and agenda.
 *
 * @param version the version that the person had before them: an older one changes nothing and answers `stale`
 * @throws Refusal 404 for an unknown review, 403 for who does not prepare reviews
 */
export function prepareReview(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, meeting }: { id: number; version: number; meeting: Meeting },
): Prepared {
  return change(db, by, (tx, record): Prepared => {
    if (!mayPrepareReviews(viewer)) throw new Refusal(403, `${viewer.role} may not prepare a review`);
    const row = loadReview(tx, id);
    if (row.state === "closed") return { status: "closed" };
    if (row.version !== version) return { status: "stale" };
    const differing = differingFields(recordedMeeting(row), recordedMeeting(meeting));
    if (!differing) return { status: "unchanged" };
    tx.update(reviews)
      .set({ ...meeting, version: version + 1, atItem: placeAfter(row, meeting.agenda) })
      .where(eq(reviews.id, id))
      .run();
    record({ kind: "review.edited", reviewId: id, ...differing });
    return { status: "saved" };
  });
}

/** A meeting that is under way stays at its point when others are arranged around it. */
function placeAfter({ agenda, atItem }: ReviewRow, arranged: readonly AgendaItem[]): number {
  const found = arranged.findIndex((one) => sameValue(one, agenda[atItem]));
  return found >= 0 ? found : Math.max(0, Math.min(atItem, arranged.length - 1));
}

/** As history keeps it: instants as text; the agenda as what it is about, which people can read. */
function recordedMeeting({ meetingAt, timeZone, link, agenda }: Meeting) {
  return {
    meetingAt: meetingAt?.toISOString() ?? null,
    timeZone,
    link,
    agenda: agenda.map((one) => {
      const name = one.kind === "board" ? one.board : one.kind === "point" ? Object.values(one.about)[0] : one.kind;
      return one.minutes === null ? String(name) : `${name} (${one.minutes}′)`;
    }),
  };
}

/** @throws Refusal 404 for an unknown review */
export function loadReview(tx: Database | Transaction, id: number): ReviewRow {
  const row = tx.select().from(reviews).where(eq(reviews.id, id)).get();
  if (!row) throw new Refusal(404, `There is no review ${id}.`);
  return row;
}

/** Whether a review is still open, for a mutation of it. */
export function isOpenReview(tx: Transaction, id: number): boolean {
  return (
    tx
      .select({ id: reviews.id })
      .from(reviews)
      .where(and(eq(reviews.id, id), eq(reviews.state, "open")))
      .get() !== undefined
  );
}
