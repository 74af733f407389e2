import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import type { ReviewState } from "~/domain.ts";
import { reviewSnapshot } from "~/features/committee/reviews/figures.server.ts";
import { readSnapshot } from "~/features/committee/reviews/read-snapshot.server.ts";
import { withReadableViews } from "~/features/committee/reviews/views.server.ts";
import { personNameAt } from "~/features/core/history/names-then.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";
import { frozenReviews, reportSections, reviewAdditions, reviews } from "~db/schema/committee.ts";
import { events } from "~db/schema/history.ts";
import type { Prose, ReportSection } from "./sections.ts";
import type { ReviewSource } from "./source.ts";

/** Whether a quarter has a review, open or closed. 1 statement. */
export function hasReview(db: Database, quarter: string): boolean {
  return db.select({ id: reviews.id }).from(reviews).where(eq(reviews.quarter, quarter)).get() !== undefined;
}

/**
 * What a quarter's pack is made from: what its review showed when it was closed, with the corrections since; while it is
 * open, what it shows now. Null where no review was opened. A constant number of statements, 3 for a closed review.
 */
export function packSource(db: Database, networks: readonly Network[], quarter: string, at: Date): ReviewSource | null {
  const review = db.select().from(reviews).where(eq(reviews.quarter, quarter)).get();
  if (!review) return null;
  if (review.state === "open")
    return { snapshot: reviewSnapshot(db, review, networks, at), frozen: null, additions: [] };
  const frozen = db.select(FROZEN).from(frozenReviews).where(eq(frozenReviews.reviewId, review.id)).get();
  return frozen ? sourceOf(db, frozen, additionsTo(db, review.id)) : null;
}

/** Returns what a quarter's pack is made from as this viewer may read it: the one way for pages and files. */
export function packFor(
  { db, viewer, networks, at }: { db: Database; viewer: Viewer; networks: readonly Network[]; at: Date },
  quarter: string,
): ReviewSource | null {
  const source = packSource(db, networks, quarter, at);
  if (!source || source.frozen) return source;
  return { ...source, snapshot: withReadableViews(db, source.snapshot, viewer, networks) };
}

const FROZEN = {
  reviewId: frozenReviews.reviewId,
  snapshot: frozenReviews.snapshot,
  sha256: frozenReviews.sha256,
  at: frozenReviews.at,
};

function sourceOf(
  db: Database,
  { reviewId, snapshot, sha256, at }: typeof frozenReviews.$inferSelect,
  additions: ReviewSource["additions"],
): ReviewSource {
  return {
    snapshot: readSnapshot(db, reviewId, snapshot),
    frozen: { at: at.toISOString(), sha256 },
    additions,
  };
}

function additionsTo(db: Database, reviewId: number): ReviewSource["additions"] {
  return db
    .select({
      at: reviewAdditions.at,
      author: personNameAt(reviewAdditions.authorId, reviewAdditions.at),
      text: reviewAdditions.text,
      language: reviewAdditions.language,
    })
    .from(reviewAdditions)
    .where(eq(reviewAdditions.reviewId, reviewId))
    .orderBy(asc(reviewAdditions.id))
    .all()
    .map(({ at, author, ...addition }) => ({ ...addition, author: author ?? "", at: at.toISOString() }));
}

/** The closed reviews of a year, the first quarter first. 1 statement. */
export function closedReviewsOf(db: Database, year: number): ReviewSource[] {
  return db
    .select(FROZEN)
    .from(frozenReviews)
    .innerJoin(reviews, eq(reviews.id, frozenReviews.reviewId))
    .where(and(gte(reviews.quarter, `${year}-Q1`), lte(reviews.quarter, `${year}-Q4`)))
    .orderBy(asc(reviews.quarter))
    .all()
    .map((row) => sourceOf(db, row, []));
}

/**
 * Returns the event that closed the last of a year's reviews to be closed, and when: what a year's report counts beside the
 * reviews is counted as it stood then. Undefined while none is closed. 1 statement.
 */
export function lastClosingOf(db: Database, year: number): { eventId: number; at: string } | undefined {
  const row = db
    .select({ eventId: events.id, at: events.at })
    .from(events)
    .innerJoin(reviews, eq(reviews.id, events.reviewId))
    .where(
      and(
        eq(events.kind, "review.closed"),
        eq(reviews.state, "closed"),
        gte(reviews.quarter, `${year}-Q1`),
        lte(reviews.quarter, `${year}-Q4`),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  return row && { eventId: row.eventId, at: row.at.toISOString() };
}

/** What a coordinator wrote for a year's report, by section. 1 statement. */
export function proseOf(db: Database, year: number): Prose {
  const rows = db
    .select({
      section: reportSections.section,
      prose: reportSections.prose,
      version: reportSections.version,
      by: personNameAt(reportSections.updatedById, reportSections.updatedAt),
      at: reportSections.updatedAt,
    })
    .from(reportSections)
    .where(eq(reportSections.year, year))
    .all();
  return new Map(rows.map(({ section, by, ...written }) => [section as ReportSection, { ...written, by: by ?? "" }]));
}

/** The state of each quarter's review, where there is one. 1 statement. */
export function reviewStates(db: Database): Map<string, ReviewState> {
  const rows = db.select({ quarter: reviews.quarter, state: reviews.state }).from(reviews).all();
  return new Map(rows.map(({ quarter, state }) => [quarter, state]));
}
