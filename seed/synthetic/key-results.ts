import { subDays } from "date-fns";
import { inArray, like } from "drizzle-orm";
import { HEALTHS } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts } from "~db/schema.ts";
import { addPerson } from "./people.ts";
import { picking, randomFrom } from "./random.ts";

/** What is measured, in which unit, from and to about where; the last one should fall. */
const MEASURES = [
  ["Synthetic measure: networks that take part", "networks", 0, 19],
  ["Synthetic measure: members reached", "people", 0, 2500],
  ["Synthetic measure: share of the budget found", "%", 10, 100],
  ["Synthetic measure: days until an answer", "days", 60, 15],
] as const;

/** So many days back the first of them begin. */
const SPAN = 420;

/**
 * Gives two in three of the synthetic actions in hand or done key results, with check-ins over the time before `now`,
 * some long ago, some never, through the mutations that the screens use.
 */
export function addSyntheticKeyResults(db: Database, now: Date): void {
  const random = randomFrom(20191128);
  const pick = picking(random);
  const networks = allNetworks(db);
  const coordinator = addPerson(db, networks, "coordinator", 9, networks[0] as Network, subDays(now, SPAN + 1));
  const synthetic = db
    .select({ id: actionTexts.actionId })
    .from(actionTexts)
    .where(like(actionTexts.title, "Synthetic %"));
  const rows = db
    .select({ ref: actions.ref, stage: actions.stage })
    .from(actions)
    .where(inArray(actions.id, synthetic))
    .orderBy(actions.id)
    .all();
  for (const { ref, stage } of rows) {
    if (stage === "proposed" || stage === "planned" || random() < 0.33) continue;
    const begun = SPAN * (0.3 + random() * 0.7);
    const at = (days: number) => ({ personId: coordinator.id, at: subDays(now, days) });
    const first = Math.floor(random() * MEASURES.length);
    const wanted = 1 + Math.floor(random() * 3);
    const measures = Array.from({ length: wanted }, (_, i) => MEASURES[(first + i) % MEASURES.length] as Measured);
    const ids = measures.map(([en, unit, start, target]) => {
      const due = quarterAfter(quarterOf(now), Math.floor(random() * 5));
      return addKeyResult(db, at(begun), coordinator, ref, { name: { en }, unit, start, target, due }).id;
    });
    const sittings = Math.floor(random() * 7);
    const speed = 0.3 + random() * 0.8;
    for (let number = 1; number <= sittings; number++) {
      const share = number / (sittings + 1);
      const values = measures.map(([, , start, target], index) => {
        const value = Math.round(start + (target - start) * share * speed * (0.8 + random() * 0.4));
        return { id: ids[index] as number, value, health: null };
      });
      checkIn(db, at(begun * (1 - share)), coordinator, ref, {
        health: pick(HEALTHS),
        happened: `Made by the generator: check-in ${number}.`,
        language: "en",
        values,
        evidence: random() < 0.3 ? "https://example.org/made-by-the-generator" : "",
        obstacles: random() < 0.3 ? "Made by the generator: nothing stands in the way of a synthetic action." : "",
      });
    }
  }
}

type Measured = (typeof MEASURES)[number];
