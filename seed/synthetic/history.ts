import { DAY_MS } from "~/lib/days.ts";
import "~/listeners.server.ts";
import { count, eq, like } from "drizzle-orm";
import { PRIORITIES, STAGES, type Stage } from "~/domain.ts";
import { change } from "~/features/core/history/change.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { amendAction } from "~/features/plan/actions/mutations.server.ts";
import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions, actionTexts, events } from "~db/schema.ts";
import { picking, randomFrom } from "./random.ts";

/** From when on the actions of a long history are there: two years of eight quarters. */
export const HISTORY_DAYS = 730;

/**
 * Moves, files and rewords the synthetic actions, again and again and evenly over the two years before `now`, until the
 * database holds so many events. Through the mutations that the screens use; they must have been entered two years ago.
 */
export function addSyntheticHistory(db: Database, wanted: number, now: Date): void {
  const random = randomFrom(20191129);
  const pick = picking(random);
  const already = db.select({ n: count() }).from(events).get()?.n ?? 0;
  const plan = db
    .selectDistinct({ id: actions.id, ref: actions.ref, stage: actions.stage, version: actions.version })
    .from(actions)
    .innerJoin(actionTexts, eq(actionTexts.actionId, actions.id))
    .where(like(actionTexts.title, "Synthetic %"))
    .orderBy(actions.id)
    .all();
  const steps = Math.max(0, wanted - already);
  for (let step = 0; step < steps; step++) {
    const action = pick(plan);
    const at = new Date(+now - HISTORY_DAYS * DAY_MS * (1 - (step + 1) / (steps + 1)));
    const by = { personId: null, at };
    if (random() < 0.6) {
      const stage = pick(STAGES.filter((one) => one !== action.stage)) as Stage;
      const moved = moveAction(db, by, null, {
        ref: action.ref,
        version: action.version,
        stage,
        outcome: { en: `Made by the generator, step ${step}.` },
      });
      if (moved.status === "moved") Object.assign(action, { stage, version: moved.version });
      continue;
    }
    const changes = pick([
      { priority: pick(PRIORITIES) },
      { due: quarterAfter(quarterOf(at), Math.floor(random() * 6)) },
      { "description.en": `Made by the generator, and reworded in its step ${step}.` },
    ]);
    const changed = change(db, by, (tx, record) => {
      let told = 0;
      amendAction(
        tx,
        (event) => {
          told += 1;
          return record(event);
        },
        by,
        action.id,
        changes,
        { bulkEdit: "synthetic" },
      );
      return told > 0;
    });
    if (changed) action.version += 1;
  }
}
