import { sql } from "drizzle-orm";
import { LANGUAGES } from "~/domain.ts";
import { type SeatRow, seatsAtEvent } from "~/features/committee/decisions/seats-then.server.ts";
import { networksAtEvent, personNameAtEvent } from "~/features/core/history/names-then.server.ts";
import { figuresAtEvent } from "~/features/people/networks/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { enteredSize, publishedSize } from "./related.server.ts";
import type { HeardFrom, LookedAt, Names, NetworkSize, ReviewSnapshot, SeatAtReview, View } from "./snapshot.ts";

/** What the first format did not hold. */
interface FirstFormat
  extends Omit<ReviewSnapshot, "format" | "continents" | "heard" | "views" | "lookedAtAgain" | "seats" | "network"> {
  format: 1;
  heard: Omit<HeardFrom, "networkId">[];
  views: Omit<View, "networkId" | "by" | "at">[];
  lookedAtAgain: Omit<LookedAt, "outcome">[];
  seats: Omit<SeatAtReview, "id" | "changedSince">[];
  network: NetworkSize;
}

/**
 * Reads a frozen snapshot. One of the first format is completed from history as it stood when the review was closed, never
 * from what networks, seats and people are called today.
 *
 * @throws Error for a format that this program does not know
 */
export function readSnapshot(db: Database, reviewId: number, text: string): ReviewSnapshot {
  const stored = JSON.parse(text) as { format?: unknown };
  if (stored.format === 2) return stored as ReviewSnapshot;
  if (stored.format === 1) return completed(db, reviewId, stored as FirstFormat);
  throw new Error(`The snapshot of review ${reviewId} has the format ${stored.format}, which is unknown.`);
}

function completed(db: Database, reviewId: number, stored: FirstFormat): ReviewSnapshot {
  const closing = closingEvent(db, reviewId);
  const tree = networksAtEvent(db, closing);
  const nodeOf = (names: Names) => tree.find((node) => sameNames(node.names, names)) ?? null;
  const figures = figuresAtEvent(db, closing);
  const committee: (SeatRow | undefined)[] = seatsAtEvent(db, closing);
  return {
    ...stored,
    format: 2,
    continents: tree
      .filter(({ kind }) => kind === "continental")
      .sort((a, b) => a.id - b.id)
      .map(({ id, slug, names }) => ({ id, slug, names })),
    heard: stored.heard.map((one) => ({ ...one, networkId: nodeOf(one.names)?.id ?? null })),
    views: stored.views.map((view) => {
      const networkId = nodeOf(view.names)?.id ?? null;
      return { ...view, networkId, ...writerOf(db, reviewId, networkId, closing) };
    }),
    lookedAtAgain: stored.lookedAtAgain.map((one) => ({ ...one, outcome: null })),
    seats: stored.seats.map((seat, place) => {
      const row = committee[place];
      return { ...seat, id: row?.holder === seat.holder ? row.id : null, changedSince: null };
    }),
    network: { published: figures && publishedSize(figures), entered: enteredSize(tree) },
  };
}

/** The event that closed a review; beyond all events where history lacks it. 1 statement. */
function closingEvent(db: Database, reviewId: number): number {
  const row = db.get<{ id: number | null }>(
    sql`select max(id) as id from events where review_id = ${reviewId} and kind = 'review.closed'`,
  );
  return row?.id ?? Number.MAX_SAFE_INTEGER;
}

/** Who wrote a continent's view before the review was closed, by the name of then. 1 statement. */
function writerOf(db: Database, reviewId: number, networkId: number | null, closing: number) {
  const row = db.get<{ by: string | null; at: number }>(
    sql`select ${personNameAtEvent(sql`e.actor_id`, closing)} as by, e.at as at from events as e
      where e.review_id = ${reviewId} and e.network_id = ${networkId} and e.kind = 'review.aligned' and e.id < ${closing}
      order by e.id desc limit 1`,
  );
  return { by: row?.by ?? "", at: row ? new Date(row.at).toISOString() : null };
}

const sameNames = (a: Names, b: Names) => LANGUAGES.every((language) => a[language] === b[language]);
