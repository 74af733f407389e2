import { LANGUAGES, type Translated } from "~/domain.ts";
import type { Fields, StoredFile, Values } from "./field.ts";

/**
 * What the search finds an entry by beside its title: its paragraphs in each language, and its lines of text, which are the
 * same in all. A language in which nothing at all is said has none.
 */
export function searchTextOf(fields: Fields, { title, values }: { title: Translated; values: Values }): Translated {
  const lines = partSearchTextOf(fields, values);
  const said = LANGUAGES.filter((one) => title[one] || proseIn(fields, values, one).length > 0);
  return Object.fromEntries(
    said.map((one) => [one, [...proseIn(fields, values, one), lines].filter(Boolean).join("\n")]),
  );
}

/** What the search finds a part by: its lines, what is said in it, and the name of its file. */
export function partSearchTextOf(fields: Fields, values: Values): string {
  return Object.entries(fields)
    .flatMap(([name, { type }]) => {
      const value = values[name];
      if (!value) return [];
      if (type === "file") return [(value as StoredFile).name];
      return type === "text" || type === "paragraph" ? [String(value)] : [];
    })
    .join("\n");
}

function proseIn(fields: Fields, values: Values, language: (typeof LANGUAGES)[number]): string[] {
  return Object.entries(fields).flatMap(([name, { type }]) => {
    const said = type === "prose" && (values[name] as Translated | null | undefined)?.[language];
    return said ? [said] : [];
  });
}
