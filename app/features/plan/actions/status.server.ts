import { and, desc, eq, sql } from "drizzle-orm";
import type { Stage } from "~/domain.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { ASIDE } from "./stage.ts";

/** The stage that an action had before it was put aside, or `planned` when history has none: where it is restored to. */
export function stageBefore(db: Database | Transaction, actionId: number): Stage {
  const last = db
    .select({ before: events.before })
    .from(events)
    .where(
      and(
        eq(events.actionId, actionId),
        eq(events.kind, "action.moved"),
        sql`json_extract(${events.before}, '$.stage') not in ('on-hold', 'dropped')`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  return (last?.before?.stage as Stage | undefined) ?? "planned";
}

/** The stage in which an action stands, or stood before it was put aside. No statement unless it is aside. */
export function stageStatus(db: Database | Transaction, { id, stage }: { id: number; stage: Stage }): Stage {
  return (ASIDE as readonly Stage[]).includes(stage) ? stageBefore(db, id) : stage;
}
