import type { Language } from "~/domain.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import type { Values } from "~/features/tools/engine/field.ts";
import { addEntry } from "~/features/tools/engine/mutations.server.ts";
import { addPart } from "~/features/tools/engine/parts.server.ts";
import { findEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import type { Database } from "~db/connection.ts";
import { TODAY } from "./database.ts";

/* Entries of the boards' own tools, entered as the seed enters its own. */

const SEED = { personId: null, at: TODAY };

export const networkId = (db: Database, slug: string) => allNetworks(db).find((one) => one.slug === slug)?.id ?? 0;

/** Enters something for a network, in English. Returns its id. */
export function enter(
  db: Database,
  register: Register,
  title: string,
  slug: string,
  { refs = [], ...values }: Values & { refs?: string[] } = {},
): number {
  return addEntry(db, SEED, null, register, { title: { en: title }, networkId: networkId(db, slug), refs, values });
}

/** Enters a part in a network's name, on the day of `at`, by whom: nobody asks the seed. */
export function enterPart(
  db: Database,
  register: Register,
  { entryId, kind, slug }: { entryId: number; kind: string; slug: string },
  values: Values,
  { at = TODAY, actor = null }: { at?: Date; actor?: Viewer | null } = {},
) {
  const by = { personId: actor?.id ?? null, at };
  const input = { networkId: networkId(db, slug), language: "en", values } as const;
  return addPart(db, by, actor, register, { entryId, kind }, input);
}

export function found(db: Database, register: Register, id: number) {
  const entry = findEntry(db, register, id);
  if (!entry) throw new Error(`${register.name} has no ${id}`);
  return entry;
}

/** Somebody who looks at an address. */
export const looking = (db: Database, viewer: Viewer, path: string, language: Language = "en") => ({
  db,
  viewer,
  language,
  networks: allNetworks(db),
  at: TODAY,
  url: new URL(path, "http://127.0.0.1"),
});
