import { and, eq } from "drizzle-orm";
import type { Assessment, Language } from "~/domain.ts";
import { mustBeOpen, mustSit, type ReviewRow } from "~/features/committee/decisions/mutations.server.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayPrepareReviews, maySpeakForSeat, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { assessments, presences, reviews } from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";

/* All throw Refusal: 404 for an unknown review, action or seat; 403 where it is not theirs; 409 once the review is closed. */

export interface Assessed {
  quarter: string;
  ref: string;
  /** Of the assessment that the person had before them; 0 where there was none. */
  version: number;
  assessment: Assessment;
  note: string;
  language: Language;
}

/**
 * Says how the committee finds an action: one assessment for each action and review, the newest word stands.
 *
 * @returns `stale` when somebody else assessed it since that version
 */
export function assess(
  db: Database,
  by: By,
  viewer: Viewer,
  { quarter, ref, version, assessment, note, language }: Assessed,
): { status: "saved"; version: number } | { status: "stale" } {
  return change(db, by, (tx, record) => {
    mustSit(tx, viewer);
    const review = openReviewOf(tx, quarter);
    const action = tx.select({ id: actions.id, board: actions.board }).from(actions).where(eq(actions.ref, ref)).get();
    if (!action) throw new Refusal(404, `There is no action ${ref}.`);
    const one = and(eq(assessments.reviewId, review.id), eq(assessments.actionId, action.id));
    const before = tx.select().from(assessments).where(one).get();
    if ((before?.version ?? 0) !== version) return { status: "stale" };
    if (before?.assessment === assessment && before.note === note) return { status: "saved", version };
    // A note that is left as it was stays in the language in which it was written.
    const written = before && before.note === note ? before.language : language;
    const values = { assessment, note, language: written, byId: viewer.id, at: by.at, version: version + 1 };
    tx.insert(assessments)
      .values({ reviewId: review.id, actionId: action.id, ...values })
      .onConflictDoUpdate({ target: [assessments.reviewId, assessments.actionId], set: values })
      .run();
    record({
      kind: "review.assessed",
      reviewId: review.id,
      board: action.board,
      actionId: action.id,
      before: before ? { assessment: before.assessment, note: before.note || null } : null,
      after: { assessment, note: note || null },
    });
    return { status: "saved", version: version + 1 };
  });
}

/** Marks that a seat is at the meeting, or is not: its own holder, or whoever prepares reviews. */
export function attend(
  db: Database,
  by: By,
  viewer: Viewer,
  { quarter, seatId, present }: { quarter: string; seatId: number; present: boolean },
): void {
  change(db, by, (tx, record) => {
    const seat = tx.select().from(seats).where(eq(seats.id, seatId)).get();
    if (!seat) throw new Refusal(404, `There is no seat ${seatId}.`);
    if (!maySpeakForSeat(viewer, seat) && !mayPrepareReviews(viewer))
      throw new Refusal(403, `${viewer.id} does not hold seat ${seatId}`);
    const review = openReviewOf(tx, quarter);
    const one = and(eq(presences.reviewId, review.id), eq(presences.seatId, seatId));
    if ((tx.select({ id: presences.id }).from(presences).where(one).get() !== undefined) === present) return;
    if (present) tx.insert(presences).values({ reviewId: review.id, seatId, at: by.at }).run();
    else tx.delete(presences).where(one).run();
    const there = { seat: seatId };
    record({
      kind: "review.attended",
      reviewId: review.id,
      ...(present ? { before: null, after: there } : { before: there, after: null }),
    });
  });
}

/** Turns the meeting to an item of the agenda, counted from 0, for all who follow it. */
export function turnTo(
  db: Database,
  by: By,
  viewer: Viewer,
  { quarter, item }: { quarter: string; item: number },
): void {
  change(db, by, (tx, record) => {
    if (!mayPrepareReviews(viewer)) throw new Refusal(403, `${viewer.role} may not lead the meeting`);
    const review = openReviewOf(tx, quarter);
    if (!review.agenda[item]) throw new Refusal(404, `The agenda has no item ${item}.`);
    if (review.atItem === item) return;
    // Not its version: somebody who is preparing it meanwhile is not in the way.
    tx.update(reviews).set({ atItem: item }).where(eq(reviews.id, review.id)).run();
    record({
      kind: "review.turned",
      reviewId: review.id,
      before: { item: review.atItem },
      after: { item },
    });
  });
}

function openReviewOf(tx: Transaction, quarter: string): ReviewRow {
  const review = tx.select().from(reviews).where(eq(reviews.quarter, quarter)).get();
  if (!review) throw new Refusal(404, `There is no review of ${quarter}.`);
  mustBeOpen(review);
  return review;
}
