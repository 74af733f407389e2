import { desc, eq } from "drizzle-orm";
import type { ReviewState } from "~/domain.ts";
import { mayOpenReviews, mayPrepareReviews, maySitInReview, type Viewer } from "~/features/core/policy.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import { isQuarter, type Quarter, quarterAfter, quarterOf, quartersBetween } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { reviews } from "~db/schema/committee.ts";
import type { ReviewRow } from "./figures.server.ts";
import { FIRST_QUARTER } from "./first-quarter.ts";

export const QUARTERS_A_PAGE = 12;

export interface ListedQuarter {
  quarter: Quarter;
  /** Null while nobody has opened its review. */
  state: ReviewState | null;
  meetingAt: number | null;
  timeZone: string | null;
  closedAt: number | null;
}

export interface QuarterPage {
  quarters: ListedQuarter[];
  /** Whether any review has ever been opened. */
  any: boolean;
  page: number;
  pages: number;
}

/** A page of the quarters since Geneva, the newest first, each with its review if there is one. 1 statement. */
export function listQuarters(db: Database, at: Date, asked: number): QuarterPage {
  const newest = quarterOf(at);
  const total = Math.max(1, quartersBetween(FIRST_QUARTER, newest) + 1);
  const pages = Math.ceil(total / QUARTERS_A_PAGE);
  const page = Math.min(asked, pages);
  const first = (page - 1) * QUARTERS_A_PAGE;
  const rows = new Map(
    db
      .select()
      .from(reviews)
      .orderBy(desc(reviews.quarter))
      .all()
      .map((row) => [row.quarter, row]),
  );
  const length = Math.min(QUARTERS_A_PAGE, total - first);
  return {
    page,
    pages,
    any: rows.size > 0,
    quarters: Array.from({ length }, (_, index): ListedQuarter => {
      const quarter = quarterAfter(newest, -(first + index));
      const row = rows.get(quarter);
      return {
        quarter,
        state: row?.state ?? null,
        meetingAt: row?.meetingAt ? +row.meetingAt : null,
        timeZone: row?.timeZone ?? null,
        closedAt: row?.closedAt ? +row.closedAt : null,
      };
    }),
  };
}

/** Whether a text names a quarter that can have a review: since Geneva, and begun. */
export function mayHaveReview(quarter: string | undefined, at: Date): quarter is Quarter {
  return isQuarter(quarter) && quarter >= FIRST_QUARTER && quarter <= quarterOf(at);
}

/** A quarter's review; undefined where nobody has opened it. 1 statement. */
export function findReview(db: Database, quarter: string): ReviewRow | undefined {
  return db.select().from(reviews).where(eq(reviews.quarter, quarter)).get();
}

/** What a viewer does in a review, once there is one. */
export type NextStep = "open" | "prepare" | "sit" | "read";

/** 1 statement at most. */
export function nextStepOf(db: Database, viewer: Viewer): NextStep {
  if (mayOpenReviews(viewer)) return "open";
  if (mayPrepareReviews(viewer)) return "prepare";
  return maySitInReview(viewer, committeeSeats(db)) ? "sit" : "read";
}

/** When the last closed review was closed. 1 statement. */
export function lastReviewed(db: Database): Date | null {
  const last = db
    .select({ at: reviews.closedAt })
    .from(reviews)
    .where(eq(reviews.state, "closed"))
    .orderBy(desc(reviews.closedAt))
    .limit(1)
    .get();
  return last?.at ?? null;
}
