import { and, asc, count, eq, getTableColumns, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { type Database, prepared } from "~db/connection.ts";
import { networks, people, seats, settings } from "~db/schema/people.ts";

/** The whole tree, unordered: 24 networks and a hundred organisations are read at once. 1 statement. */
export const allNetworks = prepared((db): (() => Network[]) => {
  const { removedAt: _, ...shown } = getTableColumns(networks);
  const query = db.select(shown).from(networks).where(isNull(networks.removedAt)).prepare();
  return () => query.all();
});

/** How many people each network has, by id. 1 statement. */
export function peopleCounts(db: Database): Map<number, number> {
  const rows = db.select({ id: people.networkId, n: count() }).from(people).groupBy(people.networkId).all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** The network's published figures; a network that has published none has none here. */
export interface Figures {
  memberOrganisations: number;
  nationalNetworks: number;
  continentalNetworks: number;
  committeeSeats: number;
  countries: number;
  directBeneficiaries: number;
  year: number;
}

export function publishedFigures(db: Database): Figures | null {
  return readSetting<Figures>(db, "figures");
}

/** The published figures as they stood right after an event: what was edited since is taken back. 2 statements. */
export function figuresAtEvent(db: Database, eventId: number): Figures | null {
  const edited = db.get<{ before: string }>(
    sql`select before from events where id > ${eventId} and kind = 'figures.edited' order by id limit 1`,
  );
  if (!edited) return publishedFigures(db);
  const before = JSON.parse(edited.before) as Partial<Figures>;
  return before.year === undefined ? null : (before as Figures);
}

export function committeeTerm(db: Database): string | null {
  return readSetting<string>(db, "committeeTerm") || null;
}

/** A setting's value; null where it was never set. 1 statement. */
export function readSetting<T>(db: Database | Transaction, name: string): T | null {
  return (
    (db.select({ value: settings.value }).from(settings).where(eq(settings.name, name)).get()?.value as
      | T
      | undefined) ?? null
  );
}

/** Who is in a network, by name. 1 statement. */
export function peopleIn(db: Database, networkId: number) {
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      networkId: people.networkId,
      suspendedAt: people.suspendedAt,
    })
    .from(people)
    .where(eq(people.networkId, networkId))
    .orderBy(asc(people.name))
    .all();
}

/** The committee's seats in the order in which they were published. 1 statement. */
export function committeeSeats(db: Database) {
  return db.select().from(seats).orderBy(asc(seats.id)).all();
}

/** Who may hold a seat: those of the committee, coordinators and administrators who may come in. */
export const mayHold = and(inArray(people.role, ["committee", "coordinator", "admin"]), isNull(people.suspendedAt));

/** The accounts that a seat can be tied to, by name, and those that hold one already. 1 statement. */
export function seatAccounts(db: Database): { id: string; name: string; networkId: number }[] {
  return db
    .select({ id: people.id, name: people.name, networkId: people.networkId })
    .from(people)
    .where(
      or(mayHold, inArray(people.id, db.select({ id: seats.personId }).from(seats).where(isNotNull(seats.personId)))),
    )
    .orderBy(asc(sql`folded(${people.name})`))
    .all();
}
