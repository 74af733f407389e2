import { mayWorkOn } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { forbidden, notFound } from "./visit.server.ts";

/**
 * Returns the action of the address, for the pages and forms of those who work on it.
 *
 * @throws Response 404 for an unknown action, 403 when it is not the viewer's
 */
export function workableAction(visit: SignedInVisit) {
  const action = findAction(visit.db, visit.params.ref ?? "") ?? notFound(visit);
  return mayWorkOn(visit.viewer, action) ? action : forbidden(visit);
}
