import { randomUUID } from "node:crypto";
import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { Board, Density, Language, Role } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { mayManage, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { differingFields } from "~/lib/same-value.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { accounts, networks, people, sessions } from "~db/schema/people.ts";
import type { Person } from "./queries.server.ts";

/** The language in which a person reads everything. It is theirs alone and changes nobody's plan: no event is recorded. */
export function chooseLanguage(db: Database, viewer: Viewer, language: Language): void {
  db.update(people).set({ language }).where(eq(people.id, viewer.id)).run();
}

/** How closely the boards are set for a person. As with the language, no event is recorded. */
export function chooseDensity(db: Database, viewer: Viewer, density: Density): void {
  db.update(people).set({ density }).where(eq(people.id, viewer.id)).run();
}

/** Whether keys of one letter work for a person. As with the language, no event is recorded. */
export function chooseSingleKeys(db: Database, viewer: Viewer, singleKeys: boolean): void {
  db.update(people).set({ singleKeys }).where(eq(people.id, viewer.id)).run();
}

/** Remembers where a person's browser is. What they chose themselves stays; as with the language, no event is recorded. */
export function rememberTimeZone(db: Database, viewer: Viewer, timeZone: string): void {
  db.update(people)
    .set({ timeZone })
    .where(and(eq(people.id, viewer.id), isNull(people.timeZone)))
    .run();
}

/** A person's own name, language and time zone. A new name is an event: history shows people by name. */
export function editProfile(
  db: Database,
  by: By,
  viewer: Viewer,
  { name, language, timeZone }: { name: string; language: Language; timeZone?: string | undefined },
): void {
  change(db, by, (tx, record) => {
    tx.update(people)
      .set({ name, language, ...(timeZone && { timeZone }), updatedAt: by.at })
      .where(eq(people.id, viewer.id))
      .run();
    if (name === viewer.name) return;
    record({
      kind: "person.edited",
      personId: viewer.id,
      networkId: viewer.networkId,
      before: { name: viewer.name },
      after: { name },
    });
  });
}

/** Sets a person's own password, already hashed; ends their sessions elsewhere. */
export function setPassword(db: Database, at: Date, viewer: Viewer, passwordHash: string): void {
  db.transaction((tx) => {
    const credential = and(eq(accounts.userId, viewer.id), eq(accounts.providerId, "credential"));
    const changed = tx.update(accounts).set({ password: passwordHash, updatedAt: at }).where(credential).run();
    if (changed.changes === 0) {
      tx.insert(accounts)
        .values({
          id: randomUUID(),
          accountId: viewer.id,
          userId: viewer.id,
          providerId: "credential",
          password: passwordHash,
          createdAt: at,
          updatedAt: at,
        })
        .run();
    }
    tx.delete(sessions)
      .where(and(eq(sessions.userId, viewer.id), ne(sessions.id, viewer.sessionId)))
      .run();
  });
}

/** Ends one of a person's own sessions, or all but the one that asks. */
export function endSessions(db: Database, viewer: Viewer, which: string | "others"): void {
  const own = eq(sessions.userId, viewer.id);
  db.delete(sessions)
    .where(which === "others" ? and(own, ne(sessions.id, viewer.sessionId)) : and(own, eq(sessions.id, which)))
    .run();
}

export interface MembershipChange {
  id: string;
  version: number;
  role: Role;
  networkId: number;
  boards: Board[];
}

export type PersonChanged =
  | { status: "saved" }
  /** Somebody else changed this person since: as they are now. */
  | { status: "stale"; now: Person }
  | { status: "invalid"; problems: Record<string, ProblemCode> };

/**
 * Changes somebody's role, network and boards.
 *
 * @throws Refusal 404 for nobody, 403 when the viewer may not manage them
 */
export function editMembership(db: Database, by: By, viewer: Viewer, input: MembershipChange): PersonChanged {
  return change(db, by, (tx, record): PersonChanged => {
    const person = manageable(tx, viewer, input.id);
    if (person.version !== input.version) return { status: "stale", now: person };
    const boards = input.role === "coordinator" ? input.boards : [];
    if (
      !tx
        .select({ id: networks.id })
        .from(networks)
        .where(and(eq(networks.id, input.networkId), isNull(networks.closedOn)))
        .get()
    )
      return { status: "invalid", problems: { networkId: "not-a-choice" } };
    if (input.role === "coordinator" && boards.length === 0)
      return { status: "invalid", problems: { boards: "boards-missing" } };
    if (input.role !== "admin" && isLastAdministrator(tx, person))
      return { status: "invalid", problems: { role: "last-administrator" } };
    const { role, networkId } = input;
    const differing = differingFields<Fields>(person, { role, networkId, boards }, ["role", "networkId", "boards"]);
    if (!differing) return { status: "saved" };
    tx.update(people)
      .set({ role, networkId, boards, version: person.version + 1, updatedAt: by.at })
      .where(eq(people.id, person.id))
      .run();
    record({ kind: "person.edited", personId: person.id, networkId, ...differing });
    return { status: "saved" };
  });
}

/**
 * Suspends somebody and ends their sessions at once, or lets them in again.
 *
 * @throws Refusal 404 for nobody, 403 when the viewer may not manage them
 */
export function setSuspended(db: Database, by: By, viewer: Viewer, id: string, suspended: boolean): PersonChanged {
  return change(db, by, (tx, record): PersonChanged => {
    const person = manageable(tx, viewer, id);
    if (Boolean(person.suspendedAt) === suspended) return { status: "saved" };
    if (suspended && isLastAdministrator(tx, person))
      return { status: "invalid", problems: { form: "last-administrator" } };
    tx.update(people)
      .set({ suspendedAt: suspended ? by.at : null, version: person.version + 1, updatedAt: by.at })
      .where(eq(people.id, id))
      .run();
    if (suspended) tx.delete(sessions).where(eq(sessions.userId, id)).run();
    const kind = suspended ? "person.suspended" : "person.restored";
    record({ kind, personId: id, networkId: person.networkId, before: null, after: null });
    return { status: "saved" };
  });
}

type Fields = Partial<Pick<Person, "role" | "networkId" | "boards">>;

function manageable(tx: Transaction, viewer: Viewer, id: string): Person {
  const person = tx.select().from(people).where(eq(people.id, id)).get();
  if (!person) throw new Refusal(404, `There is no person ${id}.`);
  if (!mayManage(viewer, person)) throw new Refusal(403, `${viewer.role} may not manage ${id}`);
  return person;
}

/** Without an administrator nobody could ever make another. */
function isLastAdministrator(tx: Transaction, person: { id: string; role: Role }): boolean {
  if (person.role !== "admin") return false;
  const others = and(eq(people.role, "admin"), isNull(people.suspendedAt), ne(people.id, person.id));
  return (tx.select({ others: count() }).from(people).where(others).get()?.others ?? 0) === 0;
}
