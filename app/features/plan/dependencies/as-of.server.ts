import { sql } from "drizzle-orm";
import { asOf, type Moment, type SubjectHistory } from "~/features/core/history/as-of.server.ts";
import type { Database } from "~db/connection.ts";

/** That an action waits for another, which its events name by its reference. */
export interface Wait {
  actionId: number;
  on: string;
}

const waitHistory: SubjectHistory<Wait, "dependency.created" | "dependency.removed", string> = {
  kinds: ["dependency.created", "dependency.removed"],
  key: sql`action_id || ' ' || (coalesce(after, before) ->> '$.on')`,
  before({ before }, _, key) {
    return before ? { actionId: Number.parseInt(key, 10), on: before.on } : undefined;
  },
};

/** Which actions waited for which at a moment, by when that was said. 2 statements. */
export function waitsAsOf(db: Database, moment: Moment): Wait[] {
  const rows = db.values<[number, string]>(sql`
    select d.action_id, a.ref from dependencies d join actions a on a.id = d.on_id order by d.id`);
  const now = new Map(rows.map(([actionId, on]) => [`${actionId} ${on}`, { actionId, on }]));
  return [...asOf(db, now, waitHistory, moment).values()];
}
