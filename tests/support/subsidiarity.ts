import type { Stage } from "~/domain.ts";
import type { Actor, Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { createAction, type NewAction } from "~/features/plan/actions/mutations.server.ts";
import { nameNetworks } from "~/features/plan/subsidiarity/mutations.server.ts";
import { linksOf } from "~/features/plan/subsidiarity/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { TODAY } from "./database.ts";
import { actionOf, networkOf } from "./suggestions.ts";

const byOf = (worker: Actor) => ({ personId: worker?.id ?? null, at: TODAY });

/** An action on learning that the international network leads, entered by somebody, or by nobody, as the seed does. */
export function enter(db: Database, worker: Actor, more: Partial<NewAction> = {}): string {
  return createAction(db, byOf(worker), worker, {
    board: "learning",
    stage: "proposed",
    level: "international",
    priority: "normal",
    lead: 1,
    partners: [],
    principles: [1],
    start: null,
    due: null,
    sourceLanguage: "en",
    origin: "direct",
    actionKind: "seminar",
    texts: { en: { title: "A seminar", description: "", expectedResult: "" } },
    ...more,
  }).ref;
}

export function moveTo(db: Database, worker: Actor, ref: string, stage: Stage) {
  return moveAction(db, byOf(worker), worker, {
    ref,
    stage,
    version: actionOf(db, ref).version,
    outcome: { en: "For this reason." },
  });
}

export function name(db: Database, worker: Actor, ref: string, slugs: string[], own: string[] = []) {
  const networkIds = slugs.map((slug) => networkOf(db, slug).id);
  return nameNetworks(db, byOf(worker), worker, { ref, networkIds, how: { en: "It helps." }, own });
}

/** The link of an action to a network, as its page shows it. */
export function linkTo(db: Database, viewer: Viewer, ref: string, slug: string) {
  const reader = { viewer, networks: allNetworks(db), language: "en" as const };
  const link = linksOf(db, actionOf(db, ref).id, reader).find(({ network }) => network.slug === slug);
  if (!link) throw new Error(`${ref} does not strengthen ${slug}.`);
  return link;
}
