import { sameValue } from "~/lib/same-value.ts";
import type { Database } from "../connection.ts";

type Client = Database["$client"];
type Fields = Record<string, unknown>;

interface StoredEvent {
  id: number;
  kind: string;
  at: number;
  actionId: number | null;
  networkId: number | null;
  before: Fields | null;
  after: Fields | null;
}

/** Events of milestones, documents, seats and sign-offs get the number of what they are about. */
export function numberSubjects(client: Client): void {
  const seats = numberSeats(client);
  numberSignOffs(client, seats);
  numberMilestones(client);
  numberDocuments(client);
}

function readEvents(client: Client, kinds: readonly string[]): StoredEvent[] {
  const rows = client
    .prepare(
      `SELECT id, kind, at, action_id AS actionId, network_id AS networkId, before, after FROM events
       WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(kinds)) as (StoredEvent & { before: string | null; after: string | null })[];
  const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as Fields));
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
}

function rewrite(client: Client, { id, before, after }: StoredEvent, named: Fields): void {
  const withNumber = (one: Fields | null) => one && JSON.stringify({ ...named, ...one, ...named });
  client.prepare("UPDATE events SET before = ?, after = ? WHERE id = ?").run(withNumber(before), withNumber(after), id);
}

/** A seat as events named it before they had its number. */
const seatKey = (fields: Fields | null) => JSON.stringify([fields?.networkId, fields?.holder, fields?.capacity]);

interface SeatThen {
  eventId: number;
  seat: number;
  networkId: unknown;
  holder: unknown;
}

/**
 * Seats are numbered in the order in which they were created, and no number is given twice. An edit or a removal is of the
 * seat that read as its event says.
 *
 * @returns who held which seat from which event on
 */
function numberSeats(client: Client): SeatThen[] {
  const now = new Map<number, string>();
  const then: SeatThen[] = [];
  let last = 0;
  for (const event of readEvents(client, ["seat.created", "seat.edited", "seat.removed"])) {
    const { id, kind, before, after } = event;
    const named = (after?.seat ?? before?.seat) as number | undefined;
    const found = [...now].find(([, key]) => key === seatKey(before))?.[0];
    const seat = named ?? (kind === "seat.created" ? last + 1 : found);
    if (seat === undefined) continue;
    last = Math.max(last, seat);
    if (kind === "seat.removed") now.delete(seat);
    else {
      now.set(seat, seatKey(after));
      then.push({ eventId: id, seat, networkId: after?.networkId, holder: after?.holder });
    }
    if (named === undefined || (before && before.seat === undefined)) rewrite(client, event, { seat });
  }
  return then;
}

/** A sign-off named its seat by who held it: the newest before it that this person held for this network. */
function numberSignOffs(client: Client, seats: readonly SeatThen[]): void {
  for (const event of readEvents(client, ["review.signed-off", "review.sign-off-lapsed"])) {
    const holder = (event.after ?? event.before)?.seat;
    if (typeof holder !== "string") continue;
    const held = seats.filter((one) => one.holder === holder && one.networkId === event.networkId);
    const seat = (held.findLast(({ eventId }) => eventId < event.id) ?? held[0])?.seat;
    if (seat !== undefined) rewrite(client, event, { seat, holder });
  }
}

interface Milestone {
  id: number;
  actionId: number;
  createdAt: number;
}

/**
 * Milestones are numbered in the order in which they were entered, those that were removed since too. An edit or a removal is
 * of the one that read as its event says; of two that read alike, the one that is still there was not removed.
 */
function numberMilestones(client: Client): void {
  const rows = new Map(
    (
      client.prepare("SELECT id, action_id AS actionId, created_at AS createdAt FROM milestones").all() as Milestone[]
    ).map((row) => [row.id, row]),
  );
  const now = new Map<number, { actionId: number | null; fields: Fields | null }>();
  let last = 0;
  for (const event of readEvents(client, ["milestone.created", "milestone.edited", "milestone.removed"])) {
    const { kind, at, actionId, before, after } = event;
    if (kind === "milestone.created") {
      last += 1;
      // A milestone that stands under this number and is not this one was entered past the program.
      for (let row = rows.get(last); row && !(row.actionId === actionId && row.createdAt === at); row = rows.get(last))
        last += 1;
      now.set(last, { actionId, fields: after });
      rewrite(client, event, { milestoneId: last });
      continue;
    }
    const alike = [...now].filter(([, one]) => one.actionId === actionId && sameValue(one.fields, before));
    const found = alike.find(([id]) => rows.has(id) !== (kind === "milestone.removed")) ?? alike[0];
    if (!found) continue;
    if (kind === "milestone.removed") now.delete(found[0]);
    else now.set(found[0], { actionId, fields: after });
    rewrite(client, event, { milestoneId: found[0] });
  }
}

interface DocumentRow {
  id: number;
  actionId: number;
  title: string;
  addedAt: number;
  removedAt: number | null;
}

/** A document is never edited, and its row stays when it is removed: both events are of its action, its instant and its title. */
function numberDocuments(client: Client): void {
  const rows = client
    .prepare(
      `SELECT id, action_id AS actionId, title, added_at AS addedAt, removed_at AS removedAt FROM documents ORDER BY id`,
    )
    .all() as DocumentRow[];
  const taken = new Set<string>();
  for (const event of readEvents(client, ["document.added", "document.removed"])) {
    const { kind, at, actionId, before, after } = event;
    const found = rows.find(
      (row) =>
        row.actionId === actionId &&
        row.title === (after ?? before)?.title &&
        (kind === "document.added" ? row.addedAt : row.removedAt) === at &&
        !taken.has(`${kind} ${row.id}`),
    );
    if (!found) continue;
    taken.add(`${kind} ${found.id}`);
    rewrite(client, event, { documentId: found.id });
  }
}
