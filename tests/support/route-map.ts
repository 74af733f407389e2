import type { RouteConfigEntry } from "@remix-run/route-config";
import { allRegisters } from "~/features/tools/engine/all.ts";
import routes from "~/routes.ts";

export interface MappedRoute {
  /** The address with its parameters: `/actions/:ref`; the pages that all tools share are there once for each tool. */
  pattern: string;
  /** The module that answers, below app/. */
  file: string;
}

/** The URL map, but for the page of unknown addresses, with `/:tool/…` written out for each tool that has no page of its own there. */
export async function routeMap(): Promise<MappedRoute[]> {
  const all = pagesOf(await routes).flatMap(({ path = "", file }) =>
    path === "*" ? [] : [{ pattern: `/${path}`, file }],
  );
  const own = new Set(all.map(({ pattern }) => pattern));
  return all.flatMap((one) => {
    if (!one.pattern.startsWith("/:tool")) return [one];
    return allRegisters()
      .map(({ name }) => ({ ...one, pattern: one.pattern.replace(":tool", name) }))
      .filter(({ pattern }) => !own.has(pattern));
  });
}

/** The pages, also those that lie in a layout. */
export function pagesOf(entries: RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((one) => (one.children ? pagesOf(one.children) : [one]));
}
