import { type SQL, sql } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import type { SubjectHistory } from "~/features/core/history/as-of.server.ts";
import type { Database } from "~db/connection.ts";
import { keyResults } from "~db/schema/plan.ts";

/** A key result at a moment. */
export interface KeyResultThen {
  id: number;
  actionId: number;
  name: Translated;
  unit: string;
  start: number;
  target: number;
  due: string | null;
  createdAt: number;
  /** Null while it is followed. */
  retiredAt: number | null;
}

/** What its events say of a key result. */
export const keyResultHistory: SubjectHistory<
  KeyResultThen,
  "key-result.created" | "key-result.edited" | "key-result.retired"
> = {
  kinds: ["key-result.created", "key-result.edited", "key-result.retired"],
  key: sql`coalesce(after, before) ->> '$.keyResultId'`,
  before({ kind, before }, after) {
    if (!after || !before) return undefined;
    if (kind === "key-result.retired") return { ...after, retiredAt: null };
    const { name, unit, from, target, due } = before;
    return { ...after, name, unit, start: from, target, due };
  },
};

type Row = [number, number, string, string, number, number, string | null, number, number | null];

/** Key results as the tables hold them, by id. 1 statement. */
export function keyResultsNow(db: Database, where: SQL = sql`true`): Map<number, KeyResultThen> {
  const rows = db.values<Row>(sql`
    select id, action_id, name, unit, start, target, due_quarter, created_at, retired_at
    from ${keyResults} where ${where} order by id`);
  return new Map(
    rows.map(([id, actionId, name, unit, start, target, due, createdAt, retiredAt]) => [
      id,
      { id, actionId, name: JSON.parse(name) as Translated, unit, start, target, due, createdAt, retiredAt },
    ]),
  );
}
