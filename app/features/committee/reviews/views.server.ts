import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { mayAlign, mayCommentOnView, mayReadView, type NetworkNode, type Viewer } from "~/features/core/policy.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { allNetworks, committeeSeats } from "~/features/people/networks/queries.server.ts";
import type { MayRead } from "~/features/plan/comments/people.server.ts";
import type { Database } from "~db/connection.ts";
import { alignments, reviews } from "~db/schema/committee.ts";
import { comments, events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import type { ReviewRow } from "./figures.server.ts";
import { frozenOf } from "./frozen.server.ts";
import { continentsIn } from "./related.server.ts";
import type { ReviewSnapshot } from "./snapshot.ts";

type AlignmentRow = typeof alignments.$inferSelect;

/** A continental network's view of a quarter, as a page shows it. */
export interface ViewShown {
  slug: string;
  name: string;
  /** Null while nobody has written anything. */
  said: {
    progress: string;
    concerns: string;
    asks: string;
    report: string;
    lang: Language | null;
    by: string;
    at: number;
    reportedAt: number | null;
  } | null;
  comments: number;
  /** Whether it is the viewer's to write. */
  mine: boolean;
  /** Whether the viewer reads it only once the review is closed; then nothing of it is here. */
  hidden: boolean;
}

interface Seen {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/**
 * The views of all continental networks on a review, by name; those that are missing too. Of a closed review the networks,
 * their names and what was written are as frozen; what was reported back since stands beside it. 4 statements at most.
 */
export function viewsOf(db: Database, review: ReviewRow, { viewer, networks, language }: Seen): ViewShown[] {
  const rows = db
    .select({
      row: alignments,
      by: people.name,
      comments: db.$count(comments, eq(comments.alignmentId, alignments.id)),
    })
    .from(alignments)
    .innerJoin(people, eq(people.id, alignments.updatedById))
    .where(eq(alignments.reviewId, review.id))
    .orderBy(asc(alignments.id))
    .all();
  const seats = committeeSeats(db);
  const frozen = frozenViews(db, review);
  return (frozen?.continents ?? continentsIn(networks))
    .toSorted((a, b) => a.names[language].localeCompare(b.names[language], language))
    .map(({ id, slug, names }) => {
      const network = networks.find((one) => one.id === id);
      const hidden = network !== undefined && !mayReadView(viewer, network, review, seats);
      const found = hidden ? undefined : rows.find(({ row }) => row.networkId === id);
      return {
        slug,
        name: names[language],
        said: found ? saidThen(frozen, found.row, found.by, language) : null,
        comments: found?.comments ?? 0,
        mine: viewer.role !== "admin" && network !== undefined && mayAlign(viewer, network, seats),
        hidden,
      };
    });
}

/** The continental networks and views of a closed review as they were frozen; null of an open one. 1 statement. */
export function frozenViews(db: Database, review: ReviewRow): Pick<ReviewSnapshot, "continents" | "views"> | null {
  return review.state === "closed" ? (frozenOf(db, review.id)?.snapshot ?? null) : null;
}

/** A view as its page shows it: as it was frozen, with the name of who wrote it then, and its report as it stands now. */
export function saidThen(
  frozen: Pick<ReviewSnapshot, "views"> | null,
  row: AlignmentRow,
  by: string,
  language: Language,
): NonNullable<ViewShown["said"]> {
  const view = frozen?.views.find(({ networkId }) => networkId === row.networkId);
  const now = saidIn(row, by, language);
  if (!view) return now;
  const { progress, concerns, asks } = view;
  return {
    ...now,
    progress,
    concerns,
    asks,
    by: view.by || now.by,
    at: view.at ? Date.parse(view.at) : now.at,
  };
}

function saidIn(row: AlignmentRow, by: string, language: Language): NonNullable<ViewShown["said"]> {
  const { progress, concerns, asks, report, updatedAt, reportedAt } = row;
  return {
    progress,
    concerns,
    asks,
    report,
    by,
    lang: row.language === language ? null : row.language,
    at: +updatedAt,
    reportedAt: reportedAt && +reportedAt,
  };
}

/** What the viewer may do with a continental network's view. 1 statement. */
export function viewRights(db: Database, viewer: Viewer, network: Network, review: ReviewRow) {
  const seats = committeeSeats(db);
  const align = mayAlign(viewer, network, seats);
  return {
    read: mayReadView(viewer, network, review, seats),
    write: align && review.state === "open",
    report: align,
    comment: mayCommentOnView(viewer, network),
  };
}

/** Returns a test of who reads a continental network's view: nobody else is notified of what is said about it. 2 statements. */
export function viewReaders(db: Database, network: NetworkNode, review: Pick<ReviewRow, "state">): MayRead {
  const seats = committeeSeats(db);
  const networks = allNetworks(db);
  return (person) => mayReadView(asViewer(person, networks, ""), network, review, seats);
}

/** Returns the ids of the continental networks whose view of an open review the viewer does not read. 1 statement. */
export function hiddenViews(db: Database, viewer: Viewer, networks: readonly Network[]): number[] {
  const seats = committeeSeats(db);
  return networks
    .filter((network) => network.kind === "continental" && !mayReadView(viewer, network, { state: "open" }, seats))
    .map(({ id }) => id);
}

/** SQL for the comments on views that the viewer does not read, by id; none where they read all. 1 statement. */
export function hiddenComments(db: Database, viewer: Viewer, networks: readonly Network[]): SQL | undefined {
  const hidden = hiddenViews(db, viewer, networks);
  if (hidden.length === 0) return;
  return sql`select c.id from ${comments} as c join ${alignments} as v on v.id = c.alignment_id
    join ${reviews} as r on r.id = v.review_id
    where r.state = 'open' and ${inArray(sql`v.network_id`, hidden)}`;
}

/** SQL for the events that say what stands in a view of a review that is still open. */
export const eventsOfOpenViews: SQL = sql`(
  ${events.kind} in ('review.aligned', 'review.commented', 'review.comment-edited', 'review.comment-withdrawn', 'review.reported-back')
  and exists (select 1 from ${reviews} as r where r.id = ${events}.review_id and r.state = 'open'))`;

/**
 * Returns an open review's snapshot as the viewer may read it: without the views that are not theirs to read yet. What is
 * frozen is the same for everybody and never passes here. 1 statement.
 */
export function withReadableViews(
  db: Database,
  snapshot: ReviewSnapshot,
  viewer: Viewer,
  networks: readonly Network[],
): ReviewSnapshot {
  const hidden = new Set(hiddenViews(db, viewer, networks));
  return {
    ...snapshot,
    views: snapshot.views.filter(({ networkId }) => networkId === null || !hidden.has(networkId)),
  };
}

/** Who saved a view last. 1 statement. */
export function authorOf(db: Database, personId: string): string {
  return db.select({ name: people.name }).from(people).where(eq(people.id, personId)).get()?.name ?? "";
}
