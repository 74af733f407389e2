import { BOARDS } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema.ts";

/** Somebody who does not exist, plainly so by their name, to enter what the generator makes up. */
export function addPerson(
  db: Database,
  networks: readonly Network[],
  role: "member" | "coordinator",
  number: number,
  network: Network,
  at: Date,
): Viewer {
  const id = `synthetic-${role}-${network.slug}-${number}`;
  const person = {
    id,
    name: `Synthetic ${role} ${number}, ${network.names.en}`,
    email: `${id}@example.org`,
    role,
    language: null,
    networkId: network.id,
    boards: role === "coordinator" ? [...BOARDS] : [],
  };
  // No mail goes to people who do not exist.
  db.insert(people)
    .values({ ...person, emailVerified: true, mailFrequency: "never", createdAt: at, updatedAt: at })
    .run();
  return asViewer(person, networks, "");
}
