/** How a suggestion is named to people: its number, given once. */
export function suggestionName(id: number): string {
  return `S-${id}`;
}

/** How an entry is named to people: its number, given once. */
export function entryName(id: number): string {
  return `E-${id}`;
}
