import { and, asc, eq } from "drizzle-orm";
import type { RecordEvent, Transaction } from "~/features/core/history/change.server.ts";
import { decisions, reviews } from "~db/schema/committee.ts";

type Review = Pick<typeof reviews.$inferSelect, "id" | "quarter">;

/**
 * Puts the decisions that closed reviews left undecided before one that is open, whichever its quarter: they are decided or
 * withdrawn there, under its rule. What seats have said to them stays. What is frozen of the closed reviews still names them
 * as proposed.
 */
export function carryOver(tx: Transaction, record: RecordEvent, to: Review): void {
  const left = tx
    .select({ id: decisions.id, version: decisions.version, from: reviews.quarter })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(and(eq(decisions.state, "proposed"), eq(reviews.state, "closed")))
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

/** Returns the open review that takes over what the review of a quarter leaves: the next one, else the newest before it. */
export function openReviewBeside(tx: Transaction, quarter: string): Review | undefined {
  const open = tx
    .select({ id: reviews.id, quarter: reviews.quarter })
    .from(reviews)
    .where(eq(reviews.state, "open"))
    .orderBy(asc(reviews.quarter))
    .all();
  return open.find((one) => one.quarter > quarter) ?? open.at(-1);
}
