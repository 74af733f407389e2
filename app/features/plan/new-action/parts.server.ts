import { and, asc, eq, isNull } from "drizzle-orm";
import type { By, RecordEvent, Transaction } from "~/features/core/history/change.server.ts";
import type { aboutAction } from "~/features/plan/actions/workable.server.ts";
import { enterKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { enterMilestone } from "~/features/plan/milestones/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { keyResults, milestones } from "~db/schema/plan.ts";
import type { Cause } from "~db/stored/events.ts";
import type { PlannedKeyResult, PlannedMilestone, PlannedParts } from "./parts.ts";

type Numbered<Part> = Part & { id: number };

/** The parts of an action that another can take over, each with its number. */
export interface PartsOfAction {
  keyResults: Numbered<PlannedKeyResult>[];
  milestones: Numbered<PlannedMilestone>[];
}

/** Loads the key results that an action follows, without their values, and its milestones. 2 statements. */
export function partsOfAction(db: Database | Transaction, actionId: number): PartsOfAction {
  return {
    keyResults: db
      .select({
        id: keyResults.id,
        name: keyResults.name,
        unit: keyResults.unit,
        start: keyResults.start,
        target: keyResults.target,
        due: keyResults.dueQuarter,
      })
      .from(keyResults)
      .where(and(eq(keyResults.actionId, actionId), isNull(keyResults.retiredAt)))
      .orderBy(asc(keyResults.id))
      .all(),
    milestones: db
      .select({ id: milestones.id, name: milestones.name, day: milestones.day })
      .from(milestones)
      .where(eq(milestones.actionId, actionId))
      .orderBy(asc(milestones.day), asc(milestones.id))
      .all(),
  };
}

/** Enters the parts of a new action, each with its event, within a transaction that has asked who may. */
export function enterParts(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  action: Parameters<typeof aboutAction>[0],
  parts: PlannedParts,
  cause: Cause | null = null,
): void {
  for (const { name, unit, start, target, due } of parts.keyResults)
    enterKeyResult(tx, record, by, action, { name, unit, start, target, due }, cause);
  for (const { name, day } of parts.milestones)
    enterMilestone(tx, record, by, action, { name, day, state: "ahead" }, cause);
}
