import { and, asc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Board, Language, RegisterName } from "~/domain.ts";
import { dayOf } from "~/lib/days.ts";
import { subDays } from "~/lib/utc-days.ts";
import { type Database, prepared } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { entries } from "~db/schema/tools.ts";
import { allRegisters } from "./all.ts";
import { readIn } from "./queries.server.ts";

/** As many are named: what comes soonest, over all boards. */
const NAMED = 6;

/** And before it as many that are late, so that these never hide the rest. */
const LATE_NAMED = 3;

/** For how many days something that is owed is named after its day has passed; its own list keeps naming it. */
const LATE_FOR_DAYS = 90;

const BOARD_OF = new Map(allRegisters().map(({ name, board }) => [name, board]));
const OWED: RegisterName[] = allRegisters()
  .filter(({ isOwed }) => isOwed)
  .map(({ name }) => name);

/** An entry whose day lies ahead, or has passed while something was owed by it. */
export interface Ahead {
  id: number;
  register: RegisterName;
  board: Board | undefined;
  title: string;
  lang: Language | null;
  network: string;
  /** `2026-12-01`. */
  day: string;
  late: boolean;
}

/** What lies ahead in all of the boards' own tools, the soonest first, after what is late. 2 statements. */
export function lyingAhead(db: Database, language: Language, at: Date): Ahead[] {
  const today = dayOf(at);
  const since = dayOf(subDays(at, LATE_FOR_DAYS));
  const late = and(gte(entries.aheadOn, since), lt(entries.aheadOn, today), inArray(entries.register, OWED));
  const rows = [...soonest(db, late, LATE_NAMED), ...soonest(db, gte(entries.aheadOn, today), NAMED)];
  return rows.map(({ row, names }) => {
    const { id, register } = row;
    const day = row.aheadOn ?? today;
    const { title, lang } = readIn(row.title, language);
    const board = BOARD_OF.get(register);
    return { id, register, board, title, lang, network: names[language], day, late: day < today };
  });
}

function soonest(db: Database, where: SQL | undefined, most: number) {
  return db
    .select({ row: entries, names: networks.names })
    .from(entries)
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .where(and(isNull(entries.removedAt), where))
    .orderBy(asc(entries.aheadOn), asc(entries.id))
    .limit(most)
    .all();
}

/** How many entries each register holds, those that were removed apart. 1 statement. */
export const heldByEach = prepared((db) => {
  const query = db
    .select({ register: entries.register, n: sql<number>`count(*)` })
    .from(entries)
    .where(isNull(entries.removedAt))
    .groupBy(entries.register)
    .prepare();
  return (): Partial<Record<RegisterName, number>> =>
    Object.fromEntries(query.all().map(({ register, n }) => [register, n]));
});
