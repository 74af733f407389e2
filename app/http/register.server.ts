import type { SignedInVisit } from "~/features/core/visit.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { type FoundEntry, findEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { notFound } from "./visit.server.ts";

/** The register that an address names first: `/stakeholders/…`. Throws 404 where there is none. */
export function registerAsked(visit: SignedInVisit): Register {
  return registerOf(visit.url.pathname.split("/")[1]?.replace(/\.data$/, "") ?? "") ?? notFound(visit);
}

/** The register and the entry of it that an address names. Throws 404 where there is none. */
export function entryAsked(visit: SignedInVisit, register: Register): FoundEntry {
  const id = Number(visit.params.id);
  return (Number.isInteger(id) && findEntry(visit.db, register, id)) || notFound(visit);
}
