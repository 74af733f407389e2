import { redirect } from "@remix-run/node";
import { parseActionRef } from "~/features/plan/actions/reference.ts";

/** How the names in an address are written, by what it begins with; null where the name is none of these. */
const NAMES: Record<string, (name: string) => string | null> = {
  actions: parseActionRef,
  boards: (name) => name.toLowerCase(),
  networks: (name) => name.toLowerCase(),
  reviews: (name) => (/^\d{4}-q[1-4]$/i.test(name) ? name.toUpperCase() : null),
};

/**
 * Throws the redirect to the address that a page has by right, with its query, where somebody typed or was mailed another form of it
 * (`/actions/lob 3?text=fr`, `/networks/ASIA`). Forms are posted to the right address already.
 */
export function toCanonicalAddress({ request, url }: { request: Request; url: URL }): void {
  if (request.method !== "GET") return;
  const [, area = "", name = "", ...rest] = url.pathname.replace(/\.data$/, "").split("/");
  const written = name && NAMES[area]?.(decoded(name));
  if (!written || written === decoded(name)) return;
  throw redirect(`/${[area, encodeURIComponent(written), ...rest].join("/")}${url.search}`);
}

/** The name as it was typed; as it stands where its signs for characters are broken. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
