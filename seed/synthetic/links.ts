import { and, eq, inArray, like, sql } from "drizzle-orm";
import { nameNetworks } from "~/features/plan/subsidiarity/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, networks } from "~db/schema.ts";
import { picking, randomFrom } from "./random.ts";

/** Every second of the generator’s international actions names networks; the others are still to be linked. */
const EVERY = 2;

/** Lets some of the synthetic international actions strengthen networks. */
export function addSyntheticLinks(db: Database, now: Date): void {
  const pick = picking(randomFrom(20201231));
  const strengthened = db
    .select({ id: networks.id })
    .from(networks)
    .where(inArray(networks.kind, ["national", "continental"]))
    .all();
  const synthetic = db
    .select({ ref: actions.ref })
    .from(actions)
    .innerJoin(actionTexts, and(eq(actionTexts.actionId, actions.id), like(actionTexts.title, "Synthetic %")))
    .where(and(eq(actions.level, "international"), sql`${actions.id} % ${EVERY} = 0`))
    .orderBy(actions.id)
    .all();
  for (const { ref } of synthetic) {
    const networkIds = [...new Set([pick(strengthened).id, pick(strengthened).id, pick(strengthened).id])];
    nameNetworks(db, { personId: null, at: now }, null, {
      ref,
      networkIds,
      how: { en: "Made by the generator." },
      own: [],
    });
  }
}
