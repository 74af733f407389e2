import { and, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { dayOf } from "~/lib/days.ts";
import { lastDayOf, type Quarter, quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema/plan.ts";
import { type Cut, type ListPart, lineOf, listPart, type MyContext, type MyItem } from "./list.server.ts";
import { isOpenSql, ownSql } from "./mine.server.ts";

/* What lies ahead of somebody. */

export interface Dated extends MyItem {
  /** A day, written `2026-12-31`: the last of a due quarter, or a milestone's. */
  day: string;
  /** The due quarter; null for a milestone. */
  quarter: Quarter | null;
  milestone: string | null;
  /** Of the action or the milestone: grows with each change. */
  version: number;
}

/** Due quarters and milestones ahead of what they lead or follow, in their order. 1 statement. */
export function datesAhead(db: Database, asked: MyContext, cut: Cut): ListPart<Dated> {
  return datesFrom(db, asked, cut, asked.at);
}

/** As `datesAhead`, from any day on. */
export function datesFrom(db: Database, asked: MyContext, cut: Cut, from: Date): ListPart<Dated> {
  const { language } = asked;
  const { title, lang } = titleIn(language);
  const [mine, today] = [and(isOpenSql, ownSql(asked)), dayOf(from)];
  // `2026-Q4` and `2026-10-17` do not sort together: a quarter stands on its last day.
  const lastDay = sql`substr(due_quarter, 1, 4) || case substr(due_quarter, 7) when '1' then '-03-31' when '2' then '-06-30' when '3' then '-09-30' else '-12-31' end`;
  const rows = db.all<Omit<Dated, "key" | "to" | "milestone" | "lang"> & Row>(sql`
    select *, count(*) over () as total from (
      select 0 as id, ${actions.ref} as ref, ${actions.board} as board, ${title} as title, ${lang} as lang,
        ${lastDay} as day, ${actions.dueQuarter} as quarter, null as names, ${actions.version} as version
      from ${actions} where ${mine} and ${actions.dueQuarter} >= ${quarterOf(from)}
      union all
      select m.id, ${actions.ref}, ${actions.board}, ${title}, ${lang}, m.day, null, m.name, m.version
      from milestones as m join ${actions} on ${actions.id} = m.action_id
      where ${mine} and m.state = 'ahead' and m.day >= ${today})
    order by day, ref, id limit ${cut.limit} offset ${cut.offset}`);
  return listPart(rows, ({ id, names, day, quarter, version, ...row }) => ({
    ...lineOf(row as never, language),
    key: id ? `milestone ${id}` : row.ref,
    day: quarter ? lastDayOf(quarter) : day,
    quarter,
    version,
    milestone: names ? inLanguage(JSON.parse(names), language) : null,
  }));
}

interface Row {
  id: number;
  lang: Language;
  names: string | null;
  total: number;
}

/** In the reader's language, or in the one in which it was given. */
const inLanguage = (text: Partial<Record<Language, string>>, language: Language): string =>
  text[language] || Object.values(text).find(Boolean) || "";
