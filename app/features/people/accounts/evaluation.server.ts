import { and, asc, eq, inArray, isNotNull, isNull, like, or, sql } from "drizzle-orm";
import type { Board, Role } from "~/domain.ts";
import { change } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { invitations, networks, people, seats, sessions } from "~db/schema/people.ts";

/**
 * The accounts for trying, named by role: nobody's. They exist on loopback only (see `config().evaluation`).
 * `.invalid` is reserved: no mail to these addresses can ever reach anyone.
 */
export interface EvaluationAccount {
  id: string;
  role: Role;
  network: string;
  boards: Board[];
  /** The account's name, which its pages show: the role and the network, in English as in the tests. */
  name: string;
}

export const EVALUATION_ACCOUNTS: readonly EvaluationAccount[] = [
  { id: "eval-admin", role: "admin", network: "insp-r", boards: [], name: "WSM administrator" },
  {
    id: "eval-coordinator-asia",
    role: "coordinator",
    network: "asia",
    boards: ["lobbying", "learning"],
    name: "Coordinator, Asia",
  },
  {
    id: "eval-coordinator-west-africa",
    role: "coordinator",
    network: "west-africa",
    boards: ["lobbying", "financing", "communication"],
    name: "Coordinator, West Africa",
  },
  { id: "eval-member-nepal", role: "member", network: "nepal", boards: [], name: "Member, Nepal" },
  { id: "eval-member-guatemala", role: "member", network: "guatemala", boards: [], name: "Member, Guatemala" },
  {
    id: "eval-committee",
    role: "committee",
    network: "central-africa",
    boards: [],
    name: "Committee seat, Central Africa",
  },
  { id: "eval-observer", role: "observer", network: "insp-r", boards: [], name: "Observer" },
];

export const EVALUATION_DOMAIN = "evaluation.invalid";

/** Makes the accounts for trying where they are not there yet and the network that they belong to is. */
export function ensureEvaluationAccounts(db: Database, at: Date): void {
  for (const { id, role, network, boards, name } of EVALUATION_ACCOUNTS) {
    const home = db.select({ id: networks.id }).from(networks).where(eq(networks.slug, network)).get();
    if (!home) continue;
    db.insert(people)
      .values({
        id,
        name,
        role,
        boards,
        networkId: home.id,
        createdAt: at,
        updatedAt: at,
        email: `${id.replace("eval-", "")}@${EVALUATION_DOMAIN}`,
        emailVerified: true,
      })
      .onConflictDoNothing()
      .run();
  }
  tieSeat(db);
}

/** The account for trying that holds a seat, and for which network it represents there. */
const SEATED = { id: "eval-committee", network: "central-africa" } as const;

/** Ties a seat of the committee to the account for trying, where its network's representative has no account yet. */
function tieSeat(db: Database): void {
  const person = db.select({ id: people.id }).from(people).where(eq(people.id, SEATED.id)).get();
  const seated = db.select({ id: seats.id }).from(seats).where(eq(seats.personId, SEATED.id)).get();
  if (!person || seated) return;
  const seat = db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(networks, eq(networks.id, seats.networkId))
    .where(and(eq(networks.slug, SEATED.network), eq(seats.capacity, "representative"), isNull(seats.personId)))
    .orderBy(asc(seats.id))
    .limit(1)
    .get();
  if (seat) db.update(seats).set({ personId: SEATED.id }).where(eq(seats.id, seat.id)).run();
}

const isForTrying = like(people.email, `%@${EVALUATION_DOMAIN}`);

/** Whether a database has been open to the public: somebody took the link that makes the first administrator. */
export function isPublic(db: Database): boolean {
  const accepted = and(isNull(invitations.invitedById), isNotNull(invitations.acceptedAt));
  return Boolean(db.select({ id: invitations.id }).from(invitations).where(accepted).limit(1).get());
}

/** Whether accounts for trying have made history in a database, and are still open. */
export function evaluationHasWorked(db: Database): boolean {
  const worked = db
    .select({ id: people.id })
    .from(people)
    .innerJoin(
      events,
      // Who was made responsible for an action is named by history, too.
      or(
        eq(events.actorId, people.id),
        eq(events.personId, people.id),
        sql`${events.after} ->> '$.responsible' = ${people.id}`,
      ),
    )
    .where(and(isForTrying, isNull(people.suspendedAt)))
    .limit(1)
    .get();
  return Boolean(worked);
}

/**
 * With a public origin the accounts for trying cannot come in. Those that have done nothing are removed; those that have, and were
 * closed (`closeEvaluationAccounts`), remain as names in history.
 *
 * @throws Error when one of them has made history and is still open
 */
export function removeEvaluationAccounts(db: Database): void {
  if (evaluationHasWorked(db)) throw new Error("Accounts for trying have changed things in this database.");
  const open = and(isForTrying, isNull(people.suspendedAt));
  const forTrying = db.select({ id: people.id }).from(people).where(open);
  db.update(seats).set({ personId: null }).where(inArray(seats.personId, forTrying)).run();
  db.delete(people).where(open).run();
}

/**
 * Closes the accounts for trying, so that a database in which they have worked can go public: they are suspended, signed out and
 * hold no seat. What they did stays in history, under their names.
 *
 * @returns how many were closed
 */
export function closeEvaluationAccounts(db: Database, at: Date): number {
  return change(db, { personId: null, at }, (tx, record) => {
    const open = tx
      .select({ id: people.id, networkId: people.networkId })
      .from(people)
      .where(and(isForTrying, isNull(people.suspendedAt)))
      .all();
    for (const { id, networkId } of open) {
      tx.update(people).set({ suspendedAt: at, updatedAt: at }).where(eq(people.id, id)).run();
      tx.update(seats).set({ personId: null }).where(eq(seats.personId, id)).run();
      tx.delete(sessions).where(eq(sessions.userId, id)).run();
      record({ kind: "person.suspended", personId: id, networkId, before: null, after: null });
    }
    return open.length;
  });
}
