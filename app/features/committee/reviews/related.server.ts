import { asc, eq, sql } from "drizzle-orm";
import { inTreeOrder, type Network } from "~/features/core/network-tree.ts";
import { committeeSeats, type Figures, publishedFigures } from "~/features/people/networks/queries.server.ts";
import { heardBefore } from "~/features/suggestions/heard-then.server.ts";
import { voiceFigures } from "~/features/suggestions/voice.ts";
import type { Database } from "~db/connection.ts";
import { alignments, assessments, presences, signOffs } from "~db/schema/committee.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { DateRange } from "./date-range.ts";
import type { Planned } from "./plan-then.server.ts";
import type {
  AssessedInReview,
  HeardFrom,
  Names,
  NetworkSize,
  NetworkThen,
  ReviewSnapshot,
  SeatAtReview,
  View,
} from "./snapshot.ts";

/* What stands around the plan in a review: who was heard, what the continents bring, who sits in the committee. */

/**
 * What came from each continent and country in the quarter, and what had become of it at its end. A network that was not there
 * yet was not silent: it is left out.
 */
export function heardIn(
  db: Database,
  networks: readonly Network[],
  { quarter, from, at, until }: DateRange,
  plan: ReadonlyMap<number, Planned>,
): HeardFrom[] {
  const heard = heardBefore(db, until);
  const live = new Set([...plan.values()].filter(({ stage }) => stage !== "dropped").map(({ id }) => id));
  const { networks: counted } = voiceFigures({ heard, networks, live, from, to: until, quarterFrom: from, now: at });
  const figures = new Map(counted.map((one) => [one.id, one]));
  const later = enteredSince(db, until);
  const year = Number(quarter.slice(0, 4));
  return inTreeOrder(networks, "en").flatMap(({ id, names, since }): HeardFrom[] => {
    const one = figures.get(id);
    if (!one || (one.silent && (since === null ? later.has(id) : since > year))) return [];
    const { kind, made, supported, accepted, partly, declined, waiting, medianDays, silent } = one;
    return [{ networkId: id, names, kind, made, supported, accepted, partly, declined, waiting, medianDays, silent }];
  });
}

/** The networks that people have entered from an instant on. 1 statement. */
function enteredSince(db: Database, instant: number): Set<number> {
  const rows = db.values<[number]>(sql`
    select network_id from events where kind = 'network.created' and at >= ${instant} and actor_id is not null`);
  return new Set(rows.map(([id]) => id));
}

/** The continental networks, with a view or without. */
export function continentsIn(networks: readonly Network[]): NetworkThen[] {
  return networks
    .filter(({ kind }) => kind === "continental")
    .sort((a, b) => a.id - b.id)
    .map(({ id, slug, names }) => ({ id, slug, names }));
}

/** With what view the continents come. 1 statement. */
export function viewsIn(db: Database, reviewId: number, namesOf: (id: number) => Names): View[] {
  return db
    .select({ row: alignments, by: people.name })
    .from(alignments)
    .leftJoin(people, eq(people.id, alignments.updatedById))
    .where(eq(alignments.reviewId, reviewId))
    .orderBy(asc(alignments.networkId))
    .all()
    .map(({ row: { networkId, language, progress, concerns, asks, report, updatedAt }, by }) => ({
      networkId,
      names: namesOf(networkId),
      language,
      progress,
      concerns,
      asks,
      report,
      by: by ?? "",
      at: updatedAt.toISOString(),
    }));
}

/**
 * The committee, with who was there and who has signed off. 3 statements.
 *
 * @param shown the sum of what the review shows now: a signature under another one was given before something changed
 */
export function seatsAt(
  db: Database,
  reviewId: number,
  namesOf: (id: number) => Names,
  shown: () => string,
): SeatAtReview[] {
  const there = db.select({ id: presences.seatId }).from(presences).where(eq(presences.reviewId, reviewId)).all();
  const present = new Set(there.map(({ id }) => id));
  const signatures = signaturesOf(db, reviewId);
  const signed = new Map(signatures.map((one) => [one.seatId, one]));
  const sum = signatures.some(({ sha256 }) => sha256) ? shown() : null;
  return committeeSeats(db).map(({ id, networkId, holder, capacity }) => {
    const signature = signed.get(id);
    return {
      id,
      holder,
      capacity,
      network: namesOf(networkId),
      present: present.has(id),
      signedOff: signature?.at.toISOString() ?? null,
      changedSince: signature?.sha256 ? signature.sha256 !== sum : null,
    };
  });
}

/** Which seats have signed off, when, and what. 1 statement. */
function signaturesOf(db: Database, reviewId: number) {
  return db
    .select({ seatId: signOffs.seatId, at: signOffs.at, sha256: signOffs.sha256 })
    .from(signOffs)
    .where(eq(signOffs.reviewId, reviewId))
    .all();
}

/** How the committee finds actions, in the order of the plan. 1 statement. */
export function assessedIn(
  db: Database,
  reviewId: number,
  plan: ReadonlyMap<number, Planned>,
): (AssessedInReview & { actionId: number })[] {
  return db
    .select({ row: assessments, ref: actions.ref })
    .from(assessments)
    .innerJoin(actions, eq(actions.id, assessments.actionId))
    .where(eq(assessments.reviewId, reviewId))
    .orderBy(asc(assessments.actionId))
    .all()
    .map(({ row: { actionId, assessment, note, language }, ref }) => ({
      actionId,
      ref,
      assessment,
      titles: plan.get(actionId)?.titles ?? {},
      note: note ? { text: note, language } : null,
    }));
}

/** How large the network is: as it published, and as far as it is entered here. 1 statement. */
export function networkIn(db: Database, networks: readonly Pick<Network, "kind">[]): ReviewSnapshot["network"] {
  const figures = publishedFigures(db);
  return { published: figures && publishedSize(figures), entered: enteredSize(networks) };
}

export function publishedSize(figures: Figures): NonNullable<ReviewSnapshot["network"]["published"]> {
  const { memberOrganisations, nationalNetworks, continentalNetworks, year } = figures;
  return { members: memberOrganisations, national: nationalNetworks, continental: continentalNetworks, year };
}

export function enteredSize(networks: readonly Pick<Network, "kind">[]): NetworkSize {
  const entered = (kind: Network["kind"]) => networks.filter((one) => one.kind === kind).length;
  return { members: entered("organisation"), national: entered("national"), continental: entered("continental") };
}

/** The newest event: what a page that shows this has heard of already. 1 statement. */
export function newestEvent(db: Database): number {
  return db.values<[number]>(sql`select coalesce(max(id), 0) from events`)[0]?.[0] ?? 0;
}
