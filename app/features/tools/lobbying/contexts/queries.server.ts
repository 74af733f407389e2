import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { LANGUAGES, type Language, type Translated } from "~/domain.ts";
import { type DiffPart, wordDiff } from "~/features/core/history/word-diff.ts";
import { networkOptions, openNetworks } from "~/features/core/network-tree.ts";
import { mayEditEntry } from "~/features/core/policy.ts";
import type { PageContext } from "~/features/tools/engine/pages.server.ts";
import { type FoundEntry, readIn } from "~/features/tools/engine/queries.server.ts";
import { fitsKind } from "~/features/tools/engine/register.ts";
import type { Database } from "~db/connection.ts";
import { entries } from "~db/schema/tools.ts";
import { contexts } from "./contexts.ts";

const day = sql<string>`${entries.fields} ->> '$.day'`;

/** Each continent and the whole network with its newest analysis; null for those that have none. 1 statement. */
export function newestOfEach({ db, viewer, networks, language }: PageContext) {
  // Of the row with the greatest day SQLite gives the other columns too.
  const rows = db
    .select({ id: entries.id, title: entries.title, networkId: entries.networkId, day: sql<string>`max(${day})` })
    .from(entries)
    .where(and(eq(entries.register, contexts.name), isNull(entries.removedAt)))
    .groupBy(entries.networkId)
    .all();
  const { board, maintainers } = contexts;
  const open = new Set(openNetworks(networks).map(({ id }) => id));
  const written = rows.map(({ networkId }) => networkId);
  return networkOptions(networks, language, written)
    .filter((network) => fitsKind(contexts, network))
    .map(({ id, slug, name, kind }) => {
      const row = rows.find((one) => one.networkId === id);
      return {
        slug,
        name,
        mayWrite: open.has(id) && mayEditEntry(viewer, { board, maintainers, network: { id, kind } }),
        newest: row ? { id: row.id, day: row.day, ...readIn(row.title, language) } : null,
      };
    });
}

export type NewestOfEach = ReturnType<typeof newestOfEach>;

/** The analysis that the same network wrote before this one. 1 statement. */
function lastBefore(db: Database, { row }: FoundEntry) {
  const on = String(row.fields.day ?? "");
  return db
    .select({ id: entries.id, title: entries.title, fields: entries.fields, day })
    .from(entries)
    .where(
      and(
        ...[eq(entries.register, contexts.name), eq(entries.networkId, row.networkId), isNull(entries.removedAt)],
        or(lt(day, on), and(eq(day, on), lt(entries.id, row.id))),
      ),
    )
    .orderBy(desc(day), desc(entries.id))
    .limit(1)
    .get();
}

/** A text as it changed since the last analysis. */
export interface ChangedText {
  name: "situation" | "consequences";
  parts: DiffPart[];
  /** In which language both have it; null for the reader's own. */
  lang: Language | null;
}

/** What changed since the last analysis of the same network; null for the first. 1 statement. */
export function sinceLast(db: Database, found: FoundEntry, language: Language) {
  const last = lastBefore(db, found);
  if (!last) return null;
  const texts = (["situation", "consequences"] as const).flatMap((name): ChangedText[] => {
    const [was, is] = [last.fields, found.row.fields].map((fields) => (fields[name] ?? {}) as Translated);
    if (!was || !is) return [];
    // In a language that both have; where one of them says nothing, in that of the other.
    const order = [language, ...LANGUAGES];
    const both = order.find((one) => was[one] && is[one]);
    const silent = Object.keys(was).length === 0 || Object.keys(is).length === 0;
    const lang = both ?? (silent ? order.find((one) => was[one] || is[one]) : undefined);
    if (!lang) return [];
    const parts = wordDiff(was[lang] ?? "", is[lang] ?? "");
    return [{ name, parts, lang: lang === language ? null : lang }];
  });
  return { last: { id: last.id, day: last.day, ...readIn(last.title, language) }, texts };
}

export type SinceLast = NonNullable<ReturnType<typeof sinceLast>>;
