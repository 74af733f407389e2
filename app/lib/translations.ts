/**
 * Returns the texts with what one form gave over what stood there: a form that shows one language must not delete the
 * others. An empty text removes its language.
 *
 * @returns null when no language is left
 */
export function withTexts<Lang extends string>(
  stored: Partial<Record<Lang, string>> | null,
  given: Partial<Record<Lang, string>>,
): Partial<Record<Lang, string>> | null {
  const entries = Object.entries({ ...stored, ...given }).filter(([, text]) => text !== "");
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<Record<Lang, string>>) : null;
}
