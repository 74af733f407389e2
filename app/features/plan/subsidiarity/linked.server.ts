import { and, eq, gt } from "drizzle-orm";
import type { Level, Stage } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { ActionRow } from "~/features/plan/actions/row.server.ts";
import { stageStatus } from "~/features/plan/actions/status.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { subsidiarityLinks } from "~db/schema/plan.ts";
import { type LinkSubject, linkMissing } from "./rule.ts";

/* What the rule asks of the tables: for the mutations of actions, which this feature's own mutations build upon. */

/** Whether an action names a network that it strengthens. 1 look-up. */
export function hasLinks(db: Database | Transaction, actionId: number): boolean {
  const link = db
    .select({ id: subsidiarityLinks.id })
    .from(subsidiarityLinks)
    .where(eq(subsidiarityLinks.actionId, actionId))
    .limit(1)
    .get();
  return link !== undefined;
}

/** Where an action stands for the rule. No statement unless it is aside. */
export function linkSubjectOf(db: Database | Transaction, row: Pick<ActionRow, "id" | "level" | "stage">): LinkSubject {
  return { level: row.level, stage: stageStatus(db, row) };
}

/** Whether the rule bars an action from another stage or level. 3 statements at most, and none for most steps. */
export function blocked(
  db: Database | Transaction,
  row: Pick<ActionRow, "id" | "level" | "stage">,
  to: { stage?: Stage; level?: Level },
): boolean {
  if ((to.level ?? row.level) !== "international") return false;
  const before = linkSubjectOf(db, row);
  const after = { level: to.level ?? before.level, stage: to.stage ?? before.stage };
  return linkMissing(before, after, false) && !hasLinks(db, row.id);
}

/** Whether an action has lost a network since an event: taking that back may then plan what names none. 1 look-up. */
export function lostLinkSince(db: Database | Transaction, actionId: number, event: number): boolean {
  const lost = db
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.actionId, actionId), eq(events.kind, "link.removed"), gt(events.id, event)))
    .limit(1)
    .get();
  return lost !== undefined;
}
