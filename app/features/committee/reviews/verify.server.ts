import { sql } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { sumOf } from "./canonical.server.ts";

/** What is found of a review: as it was frozen, or what is wrong with it. */
export type Finding = "open" | "as-frozen" | "missing" | "changed" | "sum-changed" | "frozen-though-open";

export interface Verified {
  quarter: string;
  finding: Finding;
  sha256: string | null;
}

type Row = [string, string, string | null, string | null, string | null];

/**
 * Recomputes the sum of each closed review. It is compared with the sum beside it and with the one that history recorded
 * when it was closed: whoever changes the row has to change both, and history besides. 1 statement.
 */
export function verifyReviews(db: Database): Verified[] {
  const rows = db.values<Row>(sql`
    select r.quarter, r.state, f.snapshot, f.sha256,
      (select e.after ->> '$.sha256' from events e where e.review_id = r.id and e.kind = 'review.closed' order by e.id limit 1)
    from reviews r left join frozen_reviews f on f.review_id = r.id
    union all
    select coalesce(e.after ->> '$.quarter', '?'), 'closed', null, null, null from events e
    where e.kind = 'review.closed' and not exists (select 1 from reviews r where r.id = e.review_id)
    order by 1`);
  return rows.map(([quarter, state, snapshot, sha256, recorded]) => ({
    quarter,
    sha256,
    finding: findingOf(state, snapshot, sha256, recorded),
  }));
}

function findingOf(state: string, snapshot: string | null, sha256: string | null, recorded: string | null): Finding {
  // Closed is what history says was closed, whatever stands in the review's own row.
  if (state !== "closed" && recorded === null) return snapshot === null ? "open" : "frozen-though-open";
  if (snapshot === null) return "missing";
  const sum = sumOf(snapshot);
  if (sum !== recorded) return "changed";
  return sum === sha256 ? "as-frozen" : "sum-changed";
}

/** Whether all is as it should be. */
export function isWhole(verified: readonly Verified[]): boolean {
  return verified.every(({ finding }) => finding === "open" || finding === "as-frozen");
}
