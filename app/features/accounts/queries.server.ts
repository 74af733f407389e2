import { and, asc, count, eq, gt, isNull, like, or, type SQL } from "drizzle-orm";
import type { Language, Role } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { accounts, invitations, networks, people, sessions } from "~db/schema.ts";

/** In what language to write to an address: the person's, or English while nothing is known of them. */
export function languageOfAddress(db: Database, email: string): Language {
  return db.select({ language: people.language }).from(people).where(eq(people.email, email)).get()?.language ?? "en";
}

export const PEOPLE_A_PAGE = 50;

export interface PeopleFilters {
  q: string;
  role: Role | null;
  networkId: number | null;
  /** From 1. */
  page: number;
}

/** A page of people by name. 2 statements. */
export function listPeople(db: Database, { q, role, networkId, page }: PeopleFilters) {
  const where: SQL | undefined = and(
    q ? or(like(people.name, `%${q}%`), like(people.email, `%${q}%`)) : undefined,
    role ? eq(people.role, role) : undefined,
    networkId ? eq(people.networkId, networkId) : undefined,
  );
  const total = db.select({ total: count() }).from(people).where(where).get()?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
  const at = Math.min(page, pages);
  const rows = db
    .select({ person: people, network: networks.names, slug: networks.slug })
    .from(people)
    .innerJoin(networks, eq(networks.id, people.networkId))
    .where(where)
    .orderBy(asc(people.name), asc(people.id))
    .limit(PEOPLE_A_PAGE)
    .offset((at - 1) * PEOPLE_A_PAGE)
    .all();
  return { rows, total, page: at, pages };
}

export type Person = typeof people.$inferSelect;

export function findPerson(db: Database, id: string): Person | undefined {
  return db.select().from(people).where(eq(people.id, id)).get();
}

/** Invitations that still wait for an answer, newest last. */
export function openInvitations(db: Database, now: Date) {
  return db
    .select({ invitation: invitations, network: networks.names, inviter: people.name })
    .from(invitations)
    .innerJoin(networks, eq(networks.id, invitations.networkId))
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .where(and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)))
    .orderBy(asc(invitations.id))
    .all();
}

/** A person's live sessions, newest first, without their secrets. */
export function sessionsOf(db: Database, personId: string, now: Date) {
  return db
    .select({ id: sessions.id, at: sessions.updatedAt, address: sessions.ipAddress, agent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, now)))
    .orderBy(asc(sessions.createdAt))
    .all()
    .reverse();
}

/** Whether a person has a password, or signs in by mail alone. */
export function hasPassword(db: Database, personId: string): boolean {
  const credential = and(eq(accounts.userId, personId), eq(accounts.providerId, "credential"));
  return Boolean(db.select({ password: accounts.password }).from(accounts).where(credential).get()?.password);
}
