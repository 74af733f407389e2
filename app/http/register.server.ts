import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { registerOf } from "~/features/tools/engine/all.ts";
import { type FoundEntry, findEntry } from "~/features/tools/engine/queries.server.ts";
import type { Register } from "~/features/tools/engine/register.ts";
import { forAnyone, forViewer, notFound } from "./visit.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * A loader or an action of the pages that all tools share (`/:tool/…`), called with the tool that the address names. An address
 * that begins with the name of no tool is a page that the product does not have, signed in or not.
 */
export function forTool<T>(handler: (visit: SignedInVisit, tool: Register) => T | Promise<T>) {
  return (args: Args): Promise<T> => {
    const tool = registerOf(new URL(args.request.url).pathname.split("/")[1]?.replace(/\.data$/, "") ?? "");
    return tool ? forViewer((visit) => handler(visit, tool))(args) : unknownPage(args);
  };
}

const unknownPage = forAnyone((visit) => notFound(visit));

/** The entry of a tool that an address names. Throws 404 where there is none. */
export function requestedEntry(visit: SignedInVisit, register: Register): FoundEntry {
  const id = Number(visit.params.id);
  return (Number.isInteger(id) && findEntry(visit.db, register, id)) || notFound(visit);
}
