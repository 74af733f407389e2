/* Where the side panel is: the address of the list behind it, with the action that is open. Pure. */

/** The parameter that names the action. (`open` names the stages that are unfolded.) */
export const PANEL = "panel";

/** Returns a list's query string with an action open beside it, or with none. */
export function withPanel(search: string, ref: string | null): string {
  const query = new URLSearchParams(search);
  if (ref === null) query.delete(PANEL);
  else query.set(PANEL, ref);
  return asSearch(query);
}

/** Returns a query as an address has it. Colons and commas are allowed in it, and easier to read in the address bar. */
export const asSearch = (query: URLSearchParams) =>
  query.size > 0 ? `?${query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",")}` : "?";

/** The reference of the action whose page a path is. */
export function refOf(path: string): string | null {
  return /^\/actions\/([A-Z]{3}-\d+)$/.exec(path)?.[1] ?? null;
}

interface Step {
  currentUrl: URL;
  nextUrl: URL;
  formMethod?: string | undefined;
}

/** Whether a navigation opens or closes the panel and leaves the list behind it as it is. */
export function changesPanelAlone({ currentUrl, nextUrl, formMethod }: Step): boolean {
  if (formMethod || currentUrl.pathname !== nextUrl.pathname) return false;
  const [before, after] = [currentUrl.searchParams.get(PANEL), nextUrl.searchParams.get(PANEL)];
  return before !== after && withPanel(currentUrl.search, null) === withPanel(nextUrl.search, null);
}
