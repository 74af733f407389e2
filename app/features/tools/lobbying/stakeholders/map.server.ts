import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { isOneOf, type Language } from "~/domain.ts";
import { asOf, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import { mayEditEntry } from "~/features/core/policy.ts";
import { boardVersion } from "~/features/plan/boards/version.server.ts";
import type { Values } from "~/features/tools/engine/field.ts";
import type { Filters } from "~/features/tools/engine/filters.server.ts";
import type { PageContext } from "~/features/tools/engine/pages.server.ts";
import { allEntries, firstOfEach } from "~/features/tools/engine/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { entries, entryParts } from "~db/schema/tools.ts";
import { cellOf, type Place } from "./place.ts";
import { type Shift, type Stood, shiftBetween } from "./since.ts";
import { INFLUENCES, STANCES, stakeholders } from "./stakeholders.ts";

/** Somebody on the map. */
export interface OnMap {
  id: number;
  title: string;
  lang: Language | null;
  version: number;
  place: Place;
  /** Whether the viewer may put them elsewhere. */
  mayMove: boolean;
}

/** Somebody whose place changed since the day that was asked about. */
export interface Shifted {
  id: number;
  title: string;
  lang: Language | null;
  shift: Shift;
  /** Null where they were not on the list. */
  was: Stood;
  now: Stood;
}

/** As many are named in one cell, and beside the map; the list below it has everybody. */
const NAMED_IN_A_CELL = 12;

interface MapAsked {
  /** The day with which the map is compared. */
  since: string | null;
  /** Named whatever their cell holds: theirs is the form that is open. */
  opened: number | null;
}

/** Who is on the map under these filters with where they stand, and what changed since a day. 5 statements, 10 with a day. */
export function mapOf({ db, viewer, networks, language }: PageContext, filters: Filters, { since, opened }: MapAsked) {
  // Before the entries: what happens in between is heard again rather than missed.
  const version = boardVersion(db, stakeholders.board);
  const { entries: named, rest } = firstOfEach(db, stakeholders, filters, language, {
    fields: ["influence", "stance"],
    groupOf: (values) => cellOf(placeOf(values)),
    most: NAMED_IN_A_CELL,
    also: opened,
  });
  const { board, maintainers } = stakeholders;
  const movable = new Set(
    networks.filter((network) => mayEditEntry(viewer, { board, maintainers, network })).map(({ id }) => id),
  );
  return {
    since,
    version,
    shifted: since ? shiftedSince(db, filters, language, since) : [],
    everybody: named.map(
      ({ id, title, lang, version, values, network }): OnMap => ({
        id,
        title,
        lang,
        version,
        place: placeOf(values),
        mayMove: movable.has(network.id),
      }),
    ),
    /** How many more each cell holds. */
    rest,
  };
}

export type PowerMapData = ReturnType<typeof mapOf>;

export function placeOf({ influence, stance }: Values): Place {
  return {
    influence: isOneOf(INFLUENCES, influence) ? influence : null,
    stance: isOneOf(STANCES, stance) ? stance : null,
  };
}

/** Who stands elsewhere than at the beginning of a day, or came or went since. 5 statements. */
function shiftedSince(db: Database, filters: Filters, language: Language, since: string) {
  const listed = allEntries(db, stakeholders, filters, language);
  const gone = allEntries(db, stakeholders, { ...filters, removed: true }, language);
  const everybody = [...listed, ...gone];
  const places = new Map(everybody.map(({ id, values, removed }) => [id, { ...placeOf(values), listed: !removed }]));
  const then = asOf(db, places, placeHistory, { before: Date.parse(`${since}T00:00:00Z`) });
  return everybody.flatMap(({ id, title, lang }): Shifted[] => {
    const [was, now] = [stood(then.get(id)), stood(places.get(id))];
    const shift = shiftBetween(was, now);
    return shift ? [{ id, title, lang, shift, was, now }] : [];
  });
}

export interface ListedPlace extends Place {
  /** Whether they are on the list. */
  listed: boolean;
}

/** Where somebody stood; null where they were not on the list. */
export function stood(place: ListedPlace | undefined): Stood {
  if (!place?.listed) return null;
  const { influence, stance } = place;
  return { influence, stance };
}

/** What the events of an entry say of its place on the map. */
export const placeHistory: SubjectHistory<
  ListedPlace,
  "entry.created" | "entry.edited" | "entry.removed" | "entry.restored"
> = {
  kinds: ["entry.created", "entry.edited", "entry.removed", "entry.restored"],
  key: sql`entry_id`,
  only: sql`entry_id in (select id from ${entries} where register = ${stakeholders.name})`,
  before({ kind, before }, after) {
    if (!after || kind === "entry.created") return undefined;
    if (kind !== "entry.edited") return { ...after, listed: kind === "entry.removed" };
    // What an edit does not name it did not change.
    return { ...after, ...placeOf({ influence: after.influence, stance: after.stance, ...before }) };
  },
};

/** The day of the latest contact with each of these. 1 statement. */
export function latestContacts(db: Database, ids: readonly number[]): Record<number, string> {
  const day = sql<string | null>`max(${entryParts.fields} ->> '$.day')`;
  const rows = db
    .select({ id: entryParts.entryId, day })
    .from(entryParts)
    .where(and(inArray(entryParts.entryId, [...ids]), eq(entryParts.kind, "contacts"), isNull(entryParts.removedAt)))
    .groupBy(entryParts.entryId)
    .all();
  return Object.fromEntries(rows.flatMap((row) => (row.day ? [[row.id, row.day]] : [])));
}
