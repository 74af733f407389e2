import { LANGUAGES, type Language } from "~/domain.ts";
import { type DiffPart, wordDiff } from "~/features/core/history/word-diff.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import { renderMarkdown } from "~/features/plan/actions/markdown.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { type PartRow, partsOf } from "~/features/tools/engine/parts.server.ts";
import { fitsKind } from "~/features/tools/engine/register.ts";
import type { Database } from "~db/connection.ts";
import { countEndorsements, type Endorsement } from "./endorsed.ts";
import { positions } from "./positions.ts";

/** What the networks said to each of these positions, counted. 1 statement. */
export function endorsedOf(db: Database, networks: readonly Network[], ids: readonly number[], language: Language) {
  const parts = partsOf(db, ids);
  return Object.fromEntries(
    ids.map((id) => [
      id,
      countAsked(
        networks,
        language,
        parts.filter(({ entryId }) => entryId === id),
      ),
    ]),
  );
}

/** The text of a position as it stands, and what the networks said to it. 1 statement. */
export function positionOf(db: Database, networks: readonly Network[], id: number, language: Language) {
  const parts = partsOf(db, [id]);
  return {
    endorsed: countAsked(networks, language, parts),
    text: textOf(
      db,
      parts.filter(({ kind }) => kind === "versions"),
      language,
    ),
  };
}

export type PositionShown = ReturnType<typeof positionOf>;

/** The networks that are asked: the national and the continental ones that work, and those that have answered. */
function askedOf(networks: readonly Network[], language: Language, parts: readonly PartRow[]) {
  const answered = parts.filter(({ kind }) => kind === "endorsements").map(({ networkId }) => networkId);
  return networkOptions(networks, language, answered)
    .filter((network) => fitsKind(positions.parts.endorsements, network))
    .map(({ id, slug, name }) => ({ id, slug, name }));
}

function countAsked(networks: readonly Network[], language: Language, parts: readonly PartRow[]) {
  const said = parts
    .filter(({ kind }) => kind === "endorsements")
    .map(({ networkId, fields }) => ({ networkId, answer: fields.answer as Endorsement }));
  return countEndorsements(askedOf(networks, language, parts), said);
}

/**
 * The newest version in the reader's language, or the newest of all: with the words that changed since the one before it in
 * the same language, and how each language stands.
 */
function textOf(db: Database, versions: readonly PartRow[], language: Language) {
  const newestFirst = versions.toSorted(
    (a, b) => String(b.fields.day).localeCompare(String(a.fields.day)) || b.id - a.id,
  );
  const inLanguage = (one: Language | null) => newestFirst.filter((version) => version.language === one);
  const shown = inLanguage(language)[0] ?? newestFirst[0];
  if (!shown) return null;
  const before = inLanguage(shown.language).find(({ id }) => id !== shown.id);
  const changes: DiffPart[] | null = before
    ? wordDiff(String(before.fields.wording ?? ""), String(shown.fields.wording ?? ""))
    : null;
  const wording = String(shown.fields.wording ?? "");
  return {
    day: String(shown.fields.day),
    lang: shown.language === language ? null : shown.language,
    html: renderMarkdown(wording, loadReferences(db, [wording], language)),
    changes,
    languages: LANGUAGES.map((one) => {
      const newest = inLanguage(one)[0];
      return { language: one, day: newest ? String(newest.fields.day) : null };
    }),
  };
}
