import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Board, Stage, SuggestionState } from "~/domain.ts";
import { suggestionName } from "~/features/core/references.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { foreign } from "~/i18n/languages.ts";
import { quarterOf, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { follows } from "~db/schema/history.ts";
import { actions } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import {
  actionColumns,
  type Cut,
  type ListPart,
  lineOf,
  listPart,
  type MyContext,
  type MyItem,
  suggestionColumns,
  totalColumn,
} from "./list.server.ts";
import { followSql, isOpenSql, leadSql, responsibleSql } from "./mine.server.ts";

/* What somebody is responsible for, leads or follows. */

export interface Led extends MyItem {
  stage: Stage;
  due: string | null;
  late: number;
}

/** Open actions that they are responsible for, the earliest due first. 1 statement. */
export function responsibleFor(db: Database, asked: MyContext, cut: Cut): ListPart<Led> {
  return actionsWhere(db, and(isOpenSql, responsibleSql(asked)), asked, cut);
}

/** Open actions that the viewer's part of the network leads, the earliest due first. 1 statement. */
export function led(db: Database, asked: MyContext, cut: Cut): ListPart<Led> {
  return actionsWhere(db, and(isOpenSql, leadSql(asked)), asked, cut);
}

/** Actions that they follow, whatever their stage. 1 statement. */
export function followed(db: Database, asked: MyContext, cut: Cut): ListPart<Led> {
  return actionsWhere(db, followSql(asked), asked, cut);
}

function actionsWhere(db: Database, where: SQL | undefined, { language, at }: MyContext, cut: Cut): ListPart<Led> {
  const now = quarterOf(at);
  const rows = db
    .select({ ...actionColumns(language), stage: actions.stage, due: actions.dueQuarter, total: totalColumn })
    .from(actions)
    .where(where)
    .orderBy(sql`not ${isOpenSql}`, sql`${actions.dueQuarter} is null`, actions.dueQuarter, actions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, (row) => ({
    ...lineOf(row, language),
    stage: row.stage,
    due: row.due,
    late: quartersOverdue(row.due, isOpen(row.stage), now),
  }));
}

export interface Heard extends MyItem {
  state: SuggestionState | null;
}

/** Suggestions and boards that they follow, the newest first. 1 statement. */
export function followedElse(db: Database, { viewer, language }: MyContext, cut: Cut): ListPart<Heard> {
  const rows = db
    .select({ ...suggestionColumns, subject: follows.subject, state: suggestions.state, total: totalColumn })
    .from(follows)
    .leftJoin(suggestions, sql`${follows.subject} = 'suggestion:' || ${suggestions.id}`)
    .where(
      and(eq(follows.personId, viewer.id), sql`(${follows.subject} like 'board:%' or ${suggestions.id} is not null)`),
    )
    .orderBy(sql`${follows.subject} like 'board:%' desc`, sql`${follows.id} desc`)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, ({ subject, state, id, title, board, lang }) => {
    const whole = subject.startsWith("board:") ? (subject.slice("board:".length) as Board) : null;
    return {
      key: subject,
      ref: id ? suggestionName(id) : "",
      board: whole ?? board,
      title: title ?? "",
      state,
      to: whole ? `/boards/${whole}` : `/suggestions/${id}`,
      lang: lang && foreign(lang, language),
    };
  });
}
