import { and, asc, eq, gt, lt } from "drizzle-orm";
import type { RecordEvent, Transaction } from "~/features/core/history/change.server.ts";
import { decisions, reviews } from "~db/schema.ts";

type Review = Pick<typeof reviews.$inferSelect, "id" | "quarter">;

/**
 * Puts the decisions that closed reviews left undecided before a later one: they are decided or withdrawn there, under its
 * rule. What seats have said to them stays. What is frozen of the closed reviews still names them as proposed.
 */
export function carryOver(tx: Transaction, record: RecordEvent, to: Review): void {
  const left = tx
    .select({ id: decisions.id, version: decisions.version, from: reviews.quarter })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(and(eq(decisions.state, "proposed"), eq(reviews.state, "closed"), lt(reviews.quarter, to.quarter)))
    .orderBy(asc(decisions.id))
    .all();
  for (const { id, version, from } of left) {
    tx.update(decisions)
      .set({ reviewId: to.id, version: version + 1 })
      .where(eq(decisions.id, id))
      .run();
    record({
      kind: "decision.carried-over",
      reviewId: to.id,
      decisionId: id,
      before: { review: from },
      after: { review: to.quarter },
    });
  }
}

/** The first review after a quarter that is open; undefined where none is. */
export function openReviewAfter(tx: Transaction, quarter: string): Review | undefined {
  return tx
    .select({ id: reviews.id, quarter: reviews.quarter })
    .from(reviews)
    .where(and(eq(reviews.state, "open"), gt(reviews.quarter, quarter)))
    .orderBy(asc(reviews.quarter))
    .get();
}
