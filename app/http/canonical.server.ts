import { redirect } from "@remix-run/node";

/** References of actions (`LOB-3`) and quarters (`2026-Q4`) are written in capitals, in every address that begins with one. */
const CAPITALS = /^\/(actions\/[a-z]{3}-\d+|reviews\/\d{4}-q[1-4])(?=\/|\.data$|$)/i;

/**
 * Throws the redirect to the address that a page has by right, with its query, where somebody typed or was mailed another form of it
 * (`/actions/lob-3?text=fr`). Forms are posted to the right address already.
 */
export function toCanonicalAddress({ request, url }: { request: Request; url: URL }): void {
  if (request.method !== "GET") return;
  const path = url.pathname.replace(CAPITALS, (all) => all.replace(/[^/]+$/, (name) => name.toUpperCase()));
  if (path !== url.pathname) throw redirect(path.replace(/\.data$/, "") + url.search);
}
