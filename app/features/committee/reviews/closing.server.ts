import { and, eq } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { carryOver, openReviewBeside } from "~/features/committee/decisions/carrying-over.server.ts";
import { notifyOfClosing } from "~/features/committee/decisions/notify.server.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { mayOpenReviews, maySpeakForSeat, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { frozenReviews, reviewAdditions, reviews, signOffs } from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import { canonicalJson, sumOf } from "./canonical.server.ts";
import { reviewSnapshot, signedContent } from "./figures.server.ts";
import { loadReview } from "./mutations.server.ts";

export type Signed = { status: "signed" | "taken-back" | "unchanged" | "closed" };

/**
 * A seat signs the review off, or takes that back as long as it is open. Where the review has changed since, signing again
 * renews the signature.
 *
 * @throws Refusal 404 for an unknown review or seat, 403 for who does not hold that seat
 */
export function signOff(
  db: Database,
  by: By,
  viewer: Viewer,
  { reviewId, seatId, signs }: { reviewId: number; seatId: number; signs: boolean },
): Signed {
  return change(db, by, (tx, record): Signed => {
    const review = loadReview(tx, reviewId);
    const seat = tx.select().from(seats).where(eq(seats.id, seatId)).get();
    if (!seat) throw new Refusal(404, `There is no seat ${seatId}.`);
    if (!maySpeakForSeat(viewer, seat)) throw new Refusal(403, `${viewer.id} does not hold seat ${seatId}`);
    if (review.state === "closed") return { status: "closed" };
    const mine = and(eq(signOffs.reviewId, reviewId), eq(signOffs.seatId, seatId));
    const signed = tx.select().from(signOffs).where(mine).get();
    const said = { seat: seatId, holder: seat.holder };
    if (signs) {
      // The connection is the transaction's own: what is read here is what the page showed, or what has just replaced it.
      const sha256 = sumOf(signedContent(reviewSnapshot(db, review, allNetworks(db), by.at)));
      if (signed?.sha256 === sha256) return { status: "unchanged" };
      const signature = { personId: viewer.id, at: by.at, sha256 };
      tx.insert(signOffs)
        .values({ reviewId, seatId, ...signature })
        .onConflictDoUpdate({ target: [signOffs.reviewId, signOffs.seatId], set: signature })
        .run();
    } else {
      if (!signed) return { status: "unchanged" };
      tx.delete(signOffs).where(mine).run();
    }
    record({
      kind: "review.signed-off",
      reviewId,
      networkId: seat.networkId,
      before: signs ? null : said,
      after: signs ? said : null,
    });
    return { status: signs ? "signed" : "taken-back" };
  });
}

export type Closed = { status: "closed"; sha256: string } | { status: "closed-already" };

/**
 * Closes a review and freezes what it shows: the snapshot's text and its sum, in the transaction that closes it. Of two who
 * close at once, one wins and the other is told. The sum stands in history too, which nobody can edit either.
 *
 * @throws Refusal 404 for an unknown review, 403 for all but administrators
 */
export function closeReview(
  db: Database,
  by: By,
  viewer: Viewer,
  { reviewId, networks }: { reviewId: number; networks: readonly Network[] },
): Closed {
  return change(db, by, (tx, record): Closed => {
    if (!mayOpenReviews(viewer)) throw new Refusal(403, `${viewer.role} may not close a review`);
    const review = loadReview(tx, reviewId);
    if (review.state === "closed") return { status: "closed-already" };
    const closing = { state: "closed", closedAt: by.at, closedById: viewer.id, version: review.version + 1 } as const;
    tx.update(reviews).set(closing).where(eq(reviews.id, reviewId)).run();
    // The connection is the transaction's own: what is read here is what is frozen.
    const snapshot = canonicalJson(reviewSnapshot(db, { ...review, ...closing }, networks, by.at));
    const sha256 = sumOf(snapshot);
    tx.insert(frozenReviews).values({ reviewId, snapshot, sha256, at: by.at }).run();
    const event = record({ kind: "review.closed", reviewId, before: null, after: { quarter: review.quarter, sha256 } });
    const other = openReviewBeside(tx, review.quarter);
    if (other) carryOver(tx, record, other);
    notifyOfClosing(tx, by, event, reviewId);
    return { status: "closed", sha256 };
  });
}

/**
 * Adds a dated correction to a closed review. What is frozen stays as it is; the correction stands beside it.
 *
 * @throws Refusal 404 for an unknown or an open review, 403 for all but administrators
 */
export function addToReview(
  db: Database,
  by: By,
  viewer: Viewer,
  { reviewId, text, language }: { reviewId: number; text: string; language: Language },
): number {
  return change(db, by, (tx, record) => {
    if (!mayOpenReviews(viewer)) throw new Refusal(403, `${viewer.role} may not correct a review`);
    if (loadReview(tx, reviewId).state !== "closed") throw new Refusal(404, "An open review needs no correction.");
    const again = sameAddition(tx, reviewId, viewer.id, text);
    if (again) return again;
    const { id } = tx
      .insert(reviewAdditions)
      .values({ reviewId, text, language, authorId: viewer.id, at: by.at })
      .returning({ id: reviewAdditions.id })
      .get();
    record({ kind: "review.added-to", reviewId, before: null, after: { text } });
    return id;
  });
}

/** A form that was sent twice over a slow line is one correction: none can ever be removed. */
function sameAddition(tx: Transaction, reviewId: number, authorId: string, text: string): number | undefined {
  return tx
    .select({ id: reviewAdditions.id })
    .from(reviewAdditions)
    .where(
      and(
        ...[eq(reviewAdditions.reviewId, reviewId), eq(reviewAdditions.authorId, authorId)],
        eq(reviewAdditions.text, text),
      ),
    )
    .get()?.id;
}
