import type { Board, Role } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema.ts";
import { TODAY } from "./database.ts";

/** Somebody of a role in a network of the seed, entered in the database so that history can name them. */
export function someone(db: Database, role: Role, network: string, boards: Board[] = []): Viewer {
  const networks = allNetworks(db);
  const home = networks.find(({ slug }) => slug === network);
  if (!home) throw new Error(`The seed has no network ${network}.`);
  const id = `${role}-${network}-${boards.join("-")}`;
  const person = {
    id,
    name: `${role}, ${network}`,
    email: `${id}@example.org`,
    role,
    boards,
    networkId: home.id,
    language: null,
  };
  db.insert(people)
    .values({ ...person, emailVerified: true, createdAt: TODAY, updatedAt: TODAY })
    .onConflictDoNothing()
    .run();
  return asViewer(person, networks, "");
}

/** The columns of a board, as references in their order. */
export function columnsOf(db: Database, board: Board): Record<string, string[]> {
  const rows = db.$client.prepare("select stage, ref from actions where board = ? order by stage, rank").all(board) as {
    stage: string;
    ref: string;
  }[];
  const columns: Record<string, string[]> = {};
  for (const { stage, ref } of rows) {
    columns[stage] ??= [];
    columns[stage].push(ref);
  }
  return columns;
}
