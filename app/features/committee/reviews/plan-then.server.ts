import { sql } from "drizzle-orm";
import {
  type Board,
  LANGUAGES,
  type Language,
  type Level,
  type Priority,
  type Stage,
  type Translated,
} from "~/domain.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Database } from "~db/connection.ts";
import type { Window } from "./date-range.ts";

/** An action as it stood at an instant, as far as a review asks. */
export interface Planned {
  id: number;
  ref: string;
  board: Board;
  stage: Stage;
  priority: Priority;
  level: Level;
  /** The lead network's id. */
  lead: number;
  /** The id of the person who was responsible; null for nobody. */
  responsible: string | null;
  due: string | null;
  outcome: Translated | null;
  sourceLanguage: Language;
  titles: Translated;
  createdAt: number;
}

/** The plan by the actions' ids, when the quarter began and at the end of the window. */
export interface PlanOfQuarter {
  then: Map<number, Planned>;
  now: Map<number, Planned>;
}

type ActionRow = [
  number,
  string,
  Board,
  Stage,
  Priority,
  Level,
  number,
  string | null,
  string | null,
  string | null,
  Language,
  number,
];
type TextRow = [number, Language, string];
type EventRow = [number, number, string | null];

/**
 * The plan when a quarter began and when it ended, exact from events: what the tables hold now, with everything taken back
 * that has happened since. So only what came after the quarter's beginning is read, however long the history. Each event
 * holds what it replaced, and an action's events are taken back from the newest to the oldest. 3 statements.
 */
export function planOfQuarter(db: Database, { from, until }: Window): PlanOfQuarter {
  const titles = new Map<number, Translated>();
  for (const [id, language, title] of db.values<TextRow>(sql`select action_id, language, title from action_texts`)) {
    titles.set(id, { ...titles.get(id), [language]: title });
  }
  const then = new Map<number, Planned>();
  const now = new Map<number, Planned>();
  const rows = db.values<ActionRow>(sql`
    select id, ref, board, stage, priority, level, lead_id, responsible_id, due_quarter, outcome, source_language, created_at
    from actions order by id`);
  for (const row of rows) {
    const [id, ref, board, stage, priority, level, lead, responsible, due, outcome, sourceLanguage, createdAt] = row;
    const planned = { id, ref, board, stage, priority, level, lead, responsible, due, sourceLanguage, createdAt };
    const whole = { ...planned, outcome: outcome ? JSON.parse(outcome) : null, titles: inOrder(titles.get(id) ?? {}) };
    then.set(id, whole);
    now.set(id, { ...whole });
  }
  const kinds = sql.join(
    OF_THE_PLAN.map((kind) => sql`${kind}`),
    sql`, `,
  );
  const since = db.values<EventRow>(sql`
    select action_id, at, before from events
    where at >= ${from} and kind in (${kinds}) order by id desc`);
  for (const [id, at, before] of since) {
    takeBack(then, id, before);
    if (at >= until) takeBack(now, id, before);
  }
  return { then, now };
}

/** Takes one event back: an action that was created by it was not there before. */
function takeBack(plan: Map<number, Planned>, id: number, before: string | null): void {
  const planned = plan.get(id);
  if (!planned) return;
  if (before === null) {
    plan.delete(id);
    return;
  }
  const fields = JSON.parse(before) as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith("title.")) planned.titles = withTitle(planned.titles, name.slice(6) as Language, value);
    else if (name in planned) Object.assign(planned, { [name]: value });
  }
}

function withTitle(titles: Translated, language: Language, value: unknown): Translated {
  const { [language]: _, ...others } = titles;
  return inOrder(typeof value === "string" ? { ...others, [language]: value } : others);
}

function inOrder(titles: Translated): Translated {
  return Object.fromEntries(LANGUAGES.flatMap((one) => (titles[one] ? [[one, titles[one]]] : [])));
}
