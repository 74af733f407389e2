import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "../connection.ts";

type Client = Database["$client"];

interface Measures {
  name: unknown;
  unit: string;
  from: number;
  target: number;
  due: string | null;
}

interface KeyResult extends Measures {
  id: number;
  actionId: number;
  createdAt: number;
  retiredAt: number | null;
  version: number;
}

interface KeyResultEvent {
  id: number;
  actionId: number;
  at: number;
  before: Measures | null;
  after: Measures | null;
}

/** How a key result stands after the events that were read so far, and how many have changed it. */
interface State {
  measures: Measures;
  changes: number;
}

/**
 * Events of key results did not say which key result they are about, and check-ins named theirs by its words: both get its
 * id. An event is of the key result that, by all events before it, read as the event says. Where several read alike, the
 * one is taken with which everything that follows fits the tables.
 */
export function nameKeyResults(client: Client): void {
  const keyResults = groupedByAction(readKeyResults(client));
  const updateEvent = client.prepare("UPDATE events SET before = ?, after = ? WHERE id = ?");
  for (const [actionId, events] of groupedByAction(readEvents(client))) {
    const named = keyResultOfEach(keyResults.get(actionId) ?? [], events);
    for (const { id, before, after } of events) {
      const keyResultId = named.get(id);
      if (keyResultId === undefined) continue;
      const withId = (one: Measures | null) => one && JSON.stringify({ keyResultId, ...one });
      updateEvent.run(withId(before), withId(after), id);
    }
  }
  nameCheckIns(client);
}

/** More than any history needs in which not everything reads alike. */
const TRIES_MOST = 100_000;

/**
 * Which key result each event of an action is about.
 *
 * @param keyResults as they stand now, in the order in which they were entered
 * @param events all of theirs, in their order
 */
export function keyResultOfEach(
  keyResults: readonly KeyResult[],
  events: readonly KeyResultEvent[],
): Map<number, number> {
  const named = new Map<number, number>();
  const states = new Map<number, State>();
  let tries = 0;

  const candidates = ({ at, before, after }: KeyResultEvent): KeyResult[] =>
    keyResults.filter((one) => {
      const state = states.get(one.id);
      if (!before) return !state && one.createdAt === at;
      if (!state || !sameValue(state.measures, before)) return false;
      if (!after) return one.retiredAt === at && state.changes === one.version - 2;
      const changesLeft = one.version - 1 - (one.retiredAt === null ? 0 : 1) - state.changes;
      return changesLeft > 0 && (one.retiredAt === null || one.retiredAt >= at);
    });
  const matchesTables = () =>
    keyResults.every((one) => {
      const state = states.get(one.id);
      if (!state) return true;
      return state.changes === one.version - 1 && sameValue(state.measures, measuresOf(one));
    });
  const assignFrom = (index: number, strictly: boolean): boolean => {
    const event = events[index];
    if (!event) return !strictly || matchesTables();
    const fitting = candidates(event);
    if (fitting.length === 0) return !strictly && assignFrom(index + 1, strictly);
    for (const { id } of fitting) {
      tries += 1;
      if (strictly && tries > TRIES_MOST) return false;
      const state = states.get(id);
      const changes = state ? state.changes + 1 : 0;
      states.set(id, { measures: event.after ?? (state?.measures as Measures), changes });
      named.set(event.id, id);
      if (assignFrom(index + 1, strictly)) return true;
      named.delete(event.id);
      if (state) states.set(id, state);
      else states.delete(id);
    }
    return false;
  };
  if (!assignFrom(0, true)) {
    // Something was done past the program: what can be assigned is assigned, the rest `npm run check:history` lists.
    named.clear();
    states.clear();
    assignFrom(0, false);
  }
  return named;
}

const measuresOf = ({ name, unit, from, target, due }: KeyResult): Measures => ({ name, unit, from, target, due });

function readKeyResults(client: Client): KeyResult[] {
  const rows = client
    .prepare(
      `SELECT id, action_id AS actionId, name, unit, start AS "from", target, due_quarter AS due,
         created_at AS createdAt, retired_at AS retiredAt, version FROM key_results ORDER BY id`,
    )
    .all() as (KeyResult & { name: string })[];
  return rows.map((row) => ({ ...row, name: JSON.parse(row.name) }));
}

function readEvents(client: Client): KeyResultEvent[] {
  const rows = client
    .prepare(
      `SELECT id, action_id AS actionId, at, before, after FROM events
       WHERE kind IN ('key-result.created', 'key-result.edited', 'key-result.retired') ORDER BY id`,
    )
    .all() as { id: number; actionId: number; at: number; before: string | null; after: string | null }[];
  const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as Measures));
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
}

function groupedByAction<T extends { actionId: number }>(all: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.actionId);
    if (group) group.push(one);
    else groups.set(one.actionId, [one]);
  }
  return groups;
}

interface CheckInEvent {
  id: number;
  actionId: number;
  actorId: string;
  at: number;
  after: string;
}

interface CheckInPayload {
  values?: { value: number }[];
  [field: string]: unknown;
}

/** The rows of a check-in are of its action, its author and its instant, in the order in which the event has their values. */
function nameCheckIns(client: Client): void {
  const events = client
    .prepare(
      `SELECT id, action_id AS actionId, actor_id AS actorId, at, after FROM events
       WHERE kind = 'check-in.given' ORDER BY id`,
    )
    .all() as CheckInEvent[];
  const rowsOf = client.prepare(
    `SELECT id, key_result_id AS keyResultId, value FROM check_ins
     WHERE action_id = ? AND author_id = ? AND at = ? ORDER BY id`,
  );
  const updateEvent = client.prepare("UPDATE events SET after = ? WHERE id = ?");
  const taken = new Set<number>();
  for (const { id, actionId, actorId, at, after } of events) {
    const rows = rowsOf.all(actionId, actorId, at) as {
      id: number;
      keyResultId: number | null;
      value: number | null;
    }[];
    const takeRow = (matches: (row: (typeof rows)[number]) => boolean) => {
      const row = rows.find((one) => !taken.has(one.id) && matches(one));
      if (row) taken.add(row.id);
      return row;
    };
    const { values, ...texts } = JSON.parse(after) as CheckInPayload;
    if (values) {
      const named = values.map((one) => {
        const row = takeRow(({ keyResultId, value }) => keyResultId !== null && value === one.value);
        return row ? { checkInId: row.id, keyResultId: row.keyResultId, ...one } : one;
      });
      updateEvent.run(JSON.stringify({ values: named, ...texts }), id);
    } else {
      const row = takeRow(({ keyResultId }) => keyResultId === null);
      if (row) updateEvent.run(JSON.stringify({ checkInId: row.id, ...texts }), id);
    }
  }
}
