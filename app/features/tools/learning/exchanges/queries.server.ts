import { partsOf } from "~/features/tools/engine/parts.server.ts";
import type { ListedEntry } from "~/features/tools/engine/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { type Taken, takenOf } from "./places.ts";

/** How many have signed up for each of these exchanges. 1 statement. */
export function takenIn(db: Database, exchanges: readonly Pick<ListedEntry, "id" | "values">[]): Record<number, Taken> {
  const signups = partsOf(
    db,
    exchanges.map(({ id }) => id),
  ).filter(({ kind }) => kind === "signups");
  return Object.fromEntries(
    exchanges.map(({ id, values }) => {
      const own = signups.filter(({ entryId }) => entryId === id).map(({ fields }) => fields);
      return [id, takenOf(values, own)];
    }),
  );
}
