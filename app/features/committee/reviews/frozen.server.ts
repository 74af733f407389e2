import { eq } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { frozenReviews } from "~db/schema/committee.ts";
import { readSnapshot } from "./read-snapshot.server.ts";
import type { ReviewSnapshot } from "./snapshot.ts";

export interface Frozen {
  snapshot: ReviewSnapshot;
  sha256: string;
  at: Date;
}

/** What a closed review showed when it was closed; undefined for an open one. 1 statement for today's format. */
export function frozenOf(db: Database, reviewId: number): Frozen | undefined {
  const row = db.select().from(frozenReviews).where(eq(frozenReviews.reviewId, reviewId)).get();
  return row && { ...row, snapshot: readSnapshot(db, reviewId, row.snapshot) };
}
