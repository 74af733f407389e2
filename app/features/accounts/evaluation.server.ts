import { and, asc, eq, inArray, isNull, like, or } from "drizzle-orm";
import type { Board, Role } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { events, networks, people, seats } from "~db/schema.ts";

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
        ...{ id, name, role, boards, networkId: home.id, createdAt: at, updatedAt: at },
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

/**
 * With a public origin the accounts for trying cannot exist. Those that have done nothing are removed.
 *
 * @throws Error when one of them has made history: such a database is not one to go public with
 */
export function removeEvaluationAccounts(db: Database): void {
  const isForTrying = like(people.email, `%@${EVALUATION_DOMAIN}`);
  const worked = db
    .select({ id: people.id })
    .from(people)
    .innerJoin(events, or(eq(events.actorId, people.id), eq(events.personId, people.id)))
    .where(isForTrying)
    .limit(1)
    .get();
  if (worked) {
    throw new Error(
      "This database was used for evaluation: accounts for trying have changed things in it. With ORIGIN set, start from a fresh one (DATABASE names another file).",
    );
  }
  const forTrying = db.select({ id: people.id }).from(people).where(isForTrying);
  db.update(seats).set({ personId: null }).where(inArray(seats.personId, forTrying)).run();
  db.delete(people).where(isForTrying).run();
}
