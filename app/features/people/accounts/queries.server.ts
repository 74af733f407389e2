import { and, count, desc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Language, Role } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { accounts, invitations, networks, people, sessions } from "~db/schema/people.ts";

export type Person = typeof people.$inferSelect;

export function findPerson(db: Database, id: string): Person | undefined {
  return db.select().from(people).where(eq(people.id, id)).get();
}

/** Who reads mail at an address, and in what language; undefined where nobody does who may come in. */
export function readerAt(db: Database, email: string): { language: Language } | undefined {
  const reader = db
    .select({ language: people.language })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.suspendedAt)))
    .get();
  return reader && { language: reader.language ?? "en" };
}

export function isSuspended(db: Database, personId: string): boolean {
  return Boolean(findPerson(db, personId)?.suspendedAt);
}

/** Whether a person has a password, or signs in by mail alone. */
export function hasPassword(db: Database, personId: string): boolean {
  const credential = and(eq(accounts.userId, personId), eq(accounts.providerId, "credential"));
  return Boolean(db.select({ password: accounts.password }).from(accounts).where(credential).get()?.password);
}

/** One page of a list: `page` is the one shown, the last where a later one was asked for. */
export interface Paged<T> {
  rows: T[];
  page: number;
  pages: number;
}

export const INVITATIONS_A_PAGE = 25;

/** Invitations of this kind that nobody has accepted yet, too old ones among them, newest first. 2 statements. */
export function openInvitations(
  db: Database,
  of: { roles: readonly Role[]; networks: { id: number }[] },
  page: number,
): Paged<{ invitation: typeof invitations.$inferSelect; network: Record<Language, string>; inviter: string }> {
  const into = of.networks.map(({ id }) => id);
  const open = and(
    ...[isNull(invitations.acceptedAt), isNotNull(invitations.email)],
    ...[inArray(invitations.role, [...of.roles]), inArray(invitations.networkId, into)],
  );
  const { total } = db.select({ total: count() }).from(invitations).where(open).get() ?? { total: 0 };
  return paged(total, INVITATIONS_A_PAGE, page, (limit, offset) =>
    db
      .select({ invitation: invitations, network: networks.names, inviter: people.name })
      .from(invitations)
      .innerJoin(networks, eq(networks.id, invitations.networkId))
      .innerJoin(people, eq(people.id, invitations.invitedById))
      .where(open)
      .orderBy(desc(invitations.id))
      .limit(limit)
      .offset(offset)
      .all(),
  );
}

export const SESSIONS_A_PAGE = 20;

/** A person's live sessions, the latest used first, without their secrets. 2 statements. */
export function sessionsOf(db: Database, personId: string, now: Date, page: number) {
  const live = and(eq(sessions.userId, personId), gt(sessions.expiresAt, now));
  const { total } = db.select({ total: count() }).from(sessions).where(live).get() ?? { total: 0 };
  return paged(total, SESSIONS_A_PAGE, page, (limit, offset) =>
    db
      .select({ id: sessions.id, at: sessions.updatedAt, address: sessions.ipAddress, agent: sessions.userAgent })
      .from(sessions)
      .where(live)
      .orderBy(desc(sessions.updatedAt), desc(sessions.createdAt))
      .limit(limit)
      .offset(offset)
      .all(),
  );
}

/** Reads one page of a list; one beyond the last is the last. */
export function paged<T>(
  total: number,
  size: number,
  asked: number,
  read: (limit: number, offset: number) => T[],
): Paged<T> {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(asked, pages);
  return { rows: read(size, (page - 1) * size), page, pages };
}
