import { asc, eq } from "drizzle-orm";
import { asViewer } from "~/features/accounts/as-viewer.ts";
import type { MayRead } from "~/features/comments/people.server.ts";
import { allNetworks, committeeSeats } from "~/features/networks/queries.server.ts";
import type { Network } from "~/features/networks/tree.ts";
import { mayAlign, mayCommentOnView, mayReadView, type NetworkNode, type Viewer } from "~/features/policy.ts";
import type { Language } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { alignments, comments, people } from "~db/schema.ts";
import type { AlignmentRow } from "./alignment.server.ts";
import type { ReviewRow } from "./figures.server.ts";
import type { ReviewSnapshot } from "./snapshot.ts";

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

/** The views of all continental networks on a review, by name; those that are missing too. 3 statements. */
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
  return networks
    .filter(({ kind }) => kind === "continental")
    .sort((a, b) => a.names[language].localeCompare(b.names[language], language))
    .map((network) => {
      const hidden = !mayReadView(viewer, network, review, seats);
      const found = hidden ? undefined : rows.find(({ row }) => row.networkId === network.id);
      return {
        ...{ slug: network.slug, name: network.names[language] },
        said: found ? saidIn(found.row, found.by, language) : null,
        comments: found?.comments ?? 0,
        mine: viewer.role !== "admin" && mayAlign(viewer, network, seats),
        hidden,
      };
    });
}

export function saidIn(row: AlignmentRow, by: string, language: Language): NonNullable<ViewShown["said"]> {
  const { progress, concerns, asks, report, updatedAt, reportedAt } = row;
  return {
    ...{ progress, concerns, asks, report, by },
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
  const names = new Set(networks.filter(({ id }) => hidden.has(id)).map((network) => network.names.en));
  return { ...snapshot, views: snapshot.views.filter((view) => !names.has(view.names.en)) };
}

/** Who saved a view last. 1 statement. */
export function authorOf(db: Database, personId: string): string {
  return db.select({ name: people.name }).from(people).where(eq(people.id, personId)).get()?.name ?? "";
}
