import { and, asc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { isOneOf, type Language } from "~/domain.ts";
import { mayKeep } from "~/features/core/policy.ts";
import { boardVersion } from "~/features/plan/boards/version.server.ts";
import type { Values } from "~/features/tools/engine/field.ts";
import type { Filters } from "~/features/tools/engine/filters.server.ts";
import type { Looking } from "~/features/tools/engine/pages.server.ts";
import { allEntries, firstOfEach } from "~/features/tools/engine/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { entries, entryParts, events } from "~db/schema.ts";
import { cellOf, type Place } from "./place.ts";
import { type Shift, type Step, type Stood, shiftBetween, stoodBefore } from "./since.ts";
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
export function mapOf({ db, viewer, networks, language }: Looking, filters: Filters, { since, opened }: MapAsked) {
  // Before the entries: what happens in between is heard again rather than missed.
  const version = boardVersion(db, stakeholders.board);
  const { entries: named, rest } = firstOfEach(db, stakeholders, filters, language, {
    ...{ fields: ["influence", "stance"], groupOf: (values) => cellOf(placeOf(values)) },
    ...{ most: NAMED_IN_A_CELL, also: opened },
  });
  const { board, keepers } = stakeholders;
  const movable = new Set(
    networks.filter((network) => mayKeep(viewer, { board, keepers, network })).map(({ id }) => id),
  );
  return {
    since,
    version,
    shifted: since ? shiftedSince(db, filters, language, since) : [],
    everybody: named.map(
      ({ id, title, lang, version, values, network }): OnMap => ({
        ...{ id, title, lang, version, place: placeOf(values), mayMove: movable.has(network.id) },
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
  const steps = stepsSince(db, since);
  return [...listed, ...gone].flatMap(({ id, title, lang, values, removed }): Shifted[] => {
    const place = placeOf(values);
    const now = removed ? null : place;
    const was = stoodBefore({ ...place, listed: !removed }, steps.get(id) ?? []);
    const shift = shiftBetween(was, now);
    return shift ? [{ id, title, lang, shift, was, now }] : [];
  });
}

/** What happened to stakeholders since the beginning of a day, by entry, the oldest first. 1 statement. */
function stepsSince(db: Database, since: string): Map<number, Step[]> {
  const rows = db
    .select({ id: entries.id, kind: events.kind, before: events.before })
    .from(events)
    .innerJoin(entries, eq(entries.id, events.entryId))
    .where(
      and(
        ...[eq(entries.register, stakeholders.name), gte(events.at, new Date(`${since}T00:00:00Z`))],
        inArray(events.kind, ["entry.created", "entry.edited", "entry.removed", "entry.restored"]),
      ),
    )
    .orderBy(asc(events.id))
    .all();
  const steps = new Map<number, Step[]>();
  for (const { id, ...step } of rows) steps.set(id, [...(steps.get(id) ?? []), step]);
  return steps;
}

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
