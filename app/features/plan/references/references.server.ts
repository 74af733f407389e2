import { sql } from "drizzle-orm";
import { BOARDS, type Language, REFERENCE_PREFIX } from "~/domain.ts";
import { detailsOf } from "~/features/core/details.server.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";

/** The titles of actions and suggestions by their reference. */
export type References = ReadonlyMap<string, string>;

/** More than any page of ours names; the others stay text. */
const REFERENCES_MOST = 500;

/** Not within a longer word, an address or a path. */
const REFERENCE = new RegExp(
  `(?<![\\p{L}\\p{N}_/.-])(?:(?:${BOARDS.map((board) => REFERENCE_PREFIX[board]).join("|")})-[1-9]\\d{0,5}|S-[1-9]\\d{0,8})(?![\\p{L}\\p{N}_/-])`,
  "gu",
);

export interface ReferenceAt {
  ref: string;
  at: number;
}

/** Where a text names an action or a suggestion, such as LOB-4 or S-12, whether there is one or not. */
export function referencesIn(text: string): ReferenceAt[] {
  return Array.from(text.matchAll(REFERENCE), ({ 0: ref, index }) => ({ ref, at: index }));
}

/** The page of an action or a suggestion. */
export function addressOf(ref: string): string {
  return ref.startsWith("S-") ? `/suggestions/${ref.slice(2)}` : `/actions/${ref}`;
}

/**
 * Returns the titles of what texts name, in the reader's language where there is one. Everybody with an account reads actions and
 * suggestions: nothing of what only some read has a reference here. 1 statement for all texts of a page, none where they name nothing.
 */
export function loadReferences(db: Database, texts: Iterable<string>, language: Language): References {
  const named = new Set<string>();
  for (const text of texts) for (const { ref } of referencesIn(text)) if (named.size < REFERENCES_MOST) named.add(ref);
  if (named.size === 0) return new Map();
  const refs = JSON.stringify([...named].filter((ref) => !ref.startsWith("S-")));
  const ids = JSON.stringify([...named].filter((ref) => ref.startsWith("S-")).map((ref) => Number(ref.slice(2))));
  const rows = db.values<[string, string | null]>(sql`
    select ${actions.ref}, ${titleIn(language).title} from ${actions}
      where ${actions.ref} in (select value from json_each(${refs}))
    union all select 'S-' || value, ${detailsOf("suggestion", sql`value`, language)} ->> '$.title' from json_each(${ids})`);
  return new Map(rows.flatMap(([ref, title]) => (title === null ? [] : [[ref, title]])));
}
