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
import { eventsSince, type SubjectHistory, statesAt } from "~/features/core/history/as-of.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Database } from "~db/connection.ts";
import type { DateRange } from "./date-range.ts";

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

/** The plan when a quarter began and when it ended. 3 statements. */
export function planOfQuarter(db: Database, { from, until }: DateRange): PlanOfQuarter {
  const since = eventsSince(db, planHistory, [{ before: from }, { before: until }]);
  const [then = new Map(), now = new Map()] = statesAt(plannedNow(db), planHistory, since);
  return { then, now };
}

/** The plan as the tables hold it. 2 statements. */
function plannedNow(db: Database): Map<number, Planned> {
  const titles = new Map<number, Translated>();
  for (const [id, language, title] of db.values<TextRow>(sql`select action_id, language, title from action_texts`)) {
    titles.set(id, { ...titles.get(id), [language]: title });
  }
  const rows = db.values<ActionRow>(sql`
    select id, ref, board, stage, priority, level, lead_id, responsible_id, due_quarter, outcome, source_language, created_at
    from actions order by id`);
  return new Map(
    rows.map((row) => {
      const [id, ref, board, stage, priority, level, lead, responsible, due, outcome, sourceLanguage, createdAt] = row;
      const plain = { id, ref, board, stage, priority, level, lead, responsible, due, sourceLanguage, createdAt };
      const texts = { outcome: outcome ? JSON.parse(outcome) : null, titles: inOrder(titles.get(id) ?? {}) };
      return [id, { ...plain, ...texts }];
    }),
  );
}

/** What its events say of an action, as far as a review asks. */
const planHistory: SubjectHistory<Planned, (typeof OF_THE_PLAN)[number]> = {
  kinds: OF_THE_PLAN,
  key: sql`action_id`,
  before({ before }, after) {
    if (!after || !before) return undefined;
    const fields = after as Planned & Record<string, unknown>;
    for (const [name, value] of Object.entries(before)) {
      if (name.startsWith("title.")) after.titles = withTitle(after.titles, name.slice(6) as Language, value);
      else if (name in fields) fields[name] = value;
    }
    return after;
  },
};

function withTitle(titles: Translated, language: Language, value: unknown): Translated {
  const { [language]: _, ...others } = titles;
  return inOrder(typeof value === "string" ? { ...others, [language]: value } : others);
}

function inOrder(titles: Translated): Translated {
  return Object.fromEntries(LANGUAGES.flatMap((one) => (titles[one] ? [[one, titles[one]]] : [])));
}
