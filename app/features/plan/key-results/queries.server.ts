import { and, count, desc, eq, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Health, Language, Translated } from "~/domain.ts";
import { progressOfMeasure } from "~/features/plan/actions/progress.ts";
import { foreign, textShown } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";
import { checkIns, keyResults } from "~db/schema/plan.ts";
import { type Chart, chartOf } from "./chart.server.ts";
import type { Row } from "./mutations.server.ts";

/** A check-in as a screen shows it. */
export interface CheckInShown {
  id: number;
  at: number;
  by: string;
  health: Health;
  value: number | null;
  happened: string;
  evidence: string;
  obstacles: string;
  /** The language in which it was written, where it is not the reader's. */
  lang: Language | null;
  /** Of which key result; null for the action as a whole. */
  of: { id: number; name: string; unit: string } | null;
}

/** A check-in on an action: on some key results, each with its value and health, or on the whole. */
export interface CheckInWithValues extends Omit<CheckInShown, "of" | "value"> {
  values: { id: number; name: string; unit: string; value: number; health: Health }[];
}

/** A key result as its action's page shows it. */
export interface KeyResultShown {
  id: number;
  name: string;
  lang: Language | null;
  unit: string;
  start: number;
  target: number;
  latest: number | null;
  due: string | null;
  /** Whole percent; null before its first check-in. */
  progress: number | null;
  retired: boolean;
  /** The newest check-in's, and when it was. */
  health: Health | null;
  checkedAt: number | null;
  /** Null before the first check-in, and for what is no longer followed. */
  chart: Chart | null;
}

/** So many of its newest values a drawing and its table show. */
const DRAWN = 40;

/** The key results of an action, those that are followed first, each with its drawing. 2 statements. */
export function keyResultsOf(db: Database, actionId: number, language: Language, now: Date): KeyResultShown[] {
  const rows = db.select().from(keyResults).where(eq(keyResults.actionId, actionId)).orderBy(keyResults.id).all();
  if (rows.length === 0) return [];
  const numbered = db
    .select({
      keyResultId: checkIns.keyResultId,
      id: checkIns.id,
      at: checkIns.at,
      value: checkIns.value,
      health: checkIns.health,
      newest: sql<number>`row_number() over (partition by ${checkIns.keyResultId} order by ${checkIns.id} desc)`.as(
        "newest",
      ),
    })
    .from(checkIns)
    .where(and(eq(checkIns.actionId, actionId), isNotNull(checkIns.keyResultId)))
    .as("numbered");
  const given = db.select().from(numbered).where(lte(numbered.newest, DRAWN)).orderBy(numbered.id).all();
  return rows
    .map((row) =>
      shownOf(
        row,
        given.filter(({ keyResultId }) => keyResultId === row.id),
        language,
        now,
      ),
    )
    .sort((a, b) => Number(a.retired) - Number(b.retired));
}

function shownOf(
  row: Row,
  given: { id: number; at: Date; value: number | null; health: Health }[],
  language: Language,
  now: Date,
): KeyResultShown {
  const { id, unit, start, target, latest, dueQuarter } = row;
  const newest = given.at(-1);
  const retired = row.retiredAt !== null;
  const points = given.flatMap(({ id, at, value, health }) => (value === null ? [] : [{ id, at: +at, value, health }]));
  return {
    id,
    unit,
    start,
    target,
    latest,
    retired,
    ...nameIn(row.name, language),
    due: dueQuarter,
    progress: progressOfMeasure(row),
    health: newest?.health ?? null,
    checkedAt: newest ? +newest.at : null,
    chart: points.length > 0 && !retired ? chartOf(row, points, now) : null,
  };
}

/** A name in the reader's language, or in another that there is, said so. */
export function nameIn(names: Translated, language: Language): { name: string; lang: Language | null } {
  const { text, lang } = textShown(names, language);
  return { name: text, lang };
}

/** One key result of an action; undefined for an unknown one. 1 statement. */
export function findKeyResult(db: Database, actionId: number, id: number): Row | undefined {
  if (!Number.isInteger(id)) return undefined;
  return db
    .select()
    .from(keyResults)
    .where(and(eq(keyResults.id, id), eq(keyResults.actionId, actionId)))
    .get();
}

/** A key result with its drawing, as `keyResultsOf` has it. 1 statement. */
export function shownAlone(db: Database, row: Row, language: Language, now: Date): KeyResultShown {
  const given = db
    .select({ id: checkIns.id, at: checkIns.at, value: checkIns.value, health: checkIns.health })
    .from(checkIns)
    .where(eq(checkIns.keyResultId, row.id))
    .orderBy(desc(checkIns.id))
    .limit(DRAWN)
    .all();
  return shownOf({ ...row, retiredAt: null }, given.reverse(), language, now);
}

const A_PAGE = 20;

export interface CheckInPage {
  checkIns: CheckInShown[];
  page: number;
  pages: number;
  total: number;
}

/** A page of a key result's check-ins, newest first. 2 statements. */
export function checkInsOf(db: Database, keyResultId: number, asked: number, language: Language): CheckInPage {
  const where = eq(checkIns.keyResultId, keyResultId);
  const total = db.select({ total: count() }).from(checkIns).where(where).get()?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / A_PAGE));
  const page = Math.min(asked, pages);
  return { page, pages, total, checkIns: read(db, where, language, A_PAGE, (page - 1) * A_PAGE) };
}

/** The newest check-in on an action, with all the values that were given in it. 1 statement. */
export function latestCheckIn(db: Database, actionId: number, language: Language): CheckInWithValues | null {
  // The rows of one check-in are of one person and one instant.
  const ofNewest = sql`(${checkIns.at}, ${checkIns.authorId}) = (
    select newest.at, newest.author_id from check_ins as newest where newest.action_id = ${actionId} order by newest.id desc limit 1)`;
  const rows = read(db, and(eq(checkIns.actionId, actionId), ofNewest), language, VALUES_MOST, 0);
  const [newest] = rows;
  if (!newest) return null;
  const { of: _, value: __, ...said } = newest;
  const values = rows
    .toReversed()
    .flatMap(({ of, value, health }) => (of && value !== null ? [{ ...of, value, health }] : []));
  return { ...said, health: worst(rows.map(({ health }) => health)), values };
}

/** A check-in has one row for each key result of an action, and no action has so many. */
const VALUES_MOST = 200;

/** How an action goes is how its worst key result goes. */
const worst = (all: readonly Health[]): Health =>
  (["off-track", "at-risk"] as const).find((one) => all.includes(one)) ?? "on-track";

function read(db: Database, where: SQL | undefined, language: Language, limit: number, offset: number) {
  return db
    .select({ row: checkIns, by: people.name, name: keyResults.name, unit: keyResults.unit })
    .from(checkIns)
    .innerJoin(people, eq(people.id, checkIns.authorId))
    .leftJoin(keyResults, eq(keyResults.id, checkIns.keyResultId))
    .where(where)
    .orderBy(desc(checkIns.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ row, by, name, unit }): CheckInShown => {
      const { id, at, health, value, happened, evidence, obstacles, keyResultId } = row;
      return {
        id,
        by,
        health,
        value,
        happened,
        evidence,
        obstacles,
        at: +at,
        lang: foreign(row.language, language),
        of: keyResultId && name ? { id: keyResultId, name: nameIn(name, language).name, unit: unit ?? "" } : null,
      };
    });
}
