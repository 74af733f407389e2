/** What belongs to the suggestion that was open, or says what was done, and not to the list. */
const OF_ONE = ["open", "preview", "kept", "decision", "done", "answered"];

/** The address of the inbox as it is filtered, with a suggestion open beside the list. */
export function inboxPath(search: string, open: number | null, state: Record<string, string> = {}): string {
  const query = new URLSearchParams(search);
  for (const name of OF_ONE) query.delete(name);
  if (open !== null) query.set("open", String(open));
  for (const [name, value] of Object.entries(state)) query.set(name, value);
  return `/suggestions/inbox${query.size > 0 ? `?${query}` : ""}`;
}
