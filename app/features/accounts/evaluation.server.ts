import { eq, like, or } from "drizzle-orm";
import type { Board, Role } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { events, networks, people } from "~db/schema.ts";

/**
 * The accounts for trying, named by role: nobody's. They exist on loopback only (see `surroundings().evaluation`).
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
  db.delete(people).where(isForTrying).run();
}
