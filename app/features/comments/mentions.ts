import { fold } from "~/lib/fold.ts";

interface Named {
  id: string;
  name: string;
}

/**
 * Who is named in a text with @ and their whole name: `@Coordinator, Asia`. Accents and capitals do not matter; where one
 * name begins with another, the longer one is meant; of several people of one name, all are. An @ within a word is a mail
 * address and names nobody.
 */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const byLength = people
    .map(({ id, name }) => ({ id, name: fold(name) }))
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (const after of fold(text)
    .split(/(?<![\p{L}\p{N}._-])@/u)
    .slice(1)) {
    const meant = byLength.find(
      ({ name }) => after.startsWith(name) && !/^[\p{L}\p{N}]/u.test(after.slice(name.length)),
    );
    if (meant) for (const { id, name } of byLength) if (name === meant.name) found.add(id);
  }
  return [...found];
}
