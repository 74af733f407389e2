import { partsOf } from "~/features/tools/engine/parts.server.ts";
import type { Database } from "~db/connection.ts";
import { newestFirst, type Version, versionOf } from "./versions.ts";

/** The current version of each of these, by their ids. 1 statement. */
export function currentVersions(db: Database, ids: readonly number[]): Record<number, Version> {
  const parts = partsOf(db, ids).filter(({ kind }) => kind === "versions");
  return Object.fromEntries(
    ids.flatMap((id) => {
      const own = parts.filter(({ entryId }) => entryId === id).flatMap((row) => versionOf(row.id, row.fields) ?? []);
      const [current] = newestFirst(own);
      return current ? [[id, current]] : [];
    }),
  );
}
