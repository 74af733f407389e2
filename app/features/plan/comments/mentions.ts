import { foldText } from "~/lib/fold.ts";

interface Named {
  id: string;
  name: string;
}

/** An @ within a word belongs to a mail address and names nobody. */
const AT = /(?<![\p{L}\p{M}\p{N}._-])[@＠]/u;

/** The rest of what was probably meant as a name: a first word, and further words with a capital. */
const NAME =
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’_-]|\.(?=\p{L}))*(?:,? \p{Lu}(?:[\p{L}\p{M}\p{N}'’_-]|\.(?=\p{L}))*){0,3}/u;

/**
 * Returns the ids of the people who are named in a text with @ and their whole name: `@Coordinator, Asia`. Accents,
 * capitals, the kind of apostrophe and the number of spaces do not matter. Where one name begins with another, the longer one is
 * meant. Of several people of one name, all are.
 */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const found = new Set<string>();
  for (const { ids } of mentions(text, people)) for (const id of ids) found.add(id);
  return [...found];
}

/** Returns what follows an @ in a text and is nobody's name, as it was typed, each once. */
export function unmatchedMentions(text: string, people: readonly Named[]): string[] {
  const unmatched = mentions(text, people).flatMap(({ after, ids }) => {
    const name = ids.length === 0 ? NAME.exec(after)?.[0] : "";
    return name ? [name] : [];
  });
  return [...new Set(unmatched)];
}

function mentions(text: string, people: readonly Named[]): { after: string; ids: string[] }[] {
  const byLength = people
    .map(({ id, name }) => ({ id, name: comparable(name) }))
    .sort((a, b) => b.name.length - a.name.length);
  return text
    .split(AT)
    .slice(1)
    .map((after) => {
      const folded = comparable(after);
      const meant = byLength.find(
        ({ name }) => folded.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(folded.slice(name.length)),
      );
      return { after, ids: byLength.filter(({ name }) => name === meant?.name).map(({ id }) => id) };
    });
}

function comparable(text: string): string {
  return foldText(text).replace(/\s+/gu, " ");
}
