/*
 * How Remix's single fetch asks the server: for a page's data at the page's address with `.data` at its end, for the routes
 * that links lead to at `/__manifest`. tests/unit/http/remix-internals.test.tsx compares this with what the installed Remix does.
 */

/** Whether a script of Remix asks for this address. */
export function isRemixAddress({ pathname }: URL): boolean {
  return pathname.endsWith(".data") || pathname === "/__manifest";
}

/** What Remix adds to the query of what a script sends. */
const ADDED = ["index", "_routes"];

/** The address, within the site, of the page that a request is for, whether a script asks or the browser itself. */
export function pageAddress(asked: URL): string {
  const url = new URL(asked);
  for (const name of ADDED) if (url.searchParams.has(name)) url.searchParams.delete(name);
  return url.pathname.replace(/\.data$/, "") + url.search;
}
