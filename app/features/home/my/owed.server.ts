import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { suggestionName } from "~/features/core/references.ts";
import { type WaitingFor, waitingFor } from "~/features/home/overview/overview.server.ts";
import { checkedAtSql, withoutCheckInSql } from "~/features/plan/key-results/without-check-in.server.ts";
import { workSql } from "~/features/plan/policy-sql.server.ts";
import { owedSql } from "~/features/suggestions/inbox.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { decisions, reviews, seatPositions } from "~db/schema/committee.ts";
import { networks, seats } from "~db/schema/people.ts";
import { actions, subsidiarityLinks } from "~db/schema/plan.ts";
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
import { answeringAs } from "./mine.server.ts";

/* What waits for somebody. */

export interface Owed extends MyItem {
  /** Until when it was promised, or since when nothing was heard. */
  day: number | null;
  /** Of an answer: the newest event of its suggestion, which grows with each change. */
  newest?: number;
}

/** The answers that they owe (suggestions/inbox.server.ts), the earliest promised first. 1 statement. */
export function owedAnswers(db: Database, { viewer, language, at }: MyContext, cut: Cut): ListPart<Owed> {
  const rows = db
    .select({
      ...suggestionColumns,
      responseDue: suggestions.responseDue,
      newest: sql<number>`(select max(e.id) from events as e where e.suggestion_id = ${suggestions}.id)`,
      total: totalColumn,
    })
    .from(suggestions)
    .where(owedSql(viewer, at))
    .orderBy(suggestions.responseDue, suggestions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, ({ id, title, board, lang, responseDue, newest }) => ({
    key: suggestionName(id),
    to: `/suggestions/${id}`,
    ref: suggestionName(id),
    board,
    title,
    lang: foreign(lang, language),
    day: +responseDue,
    newest,
  }));
}

/** Actions without a check-in (key-results/without-check-in.server.ts) that they work on, the longest without first. 1 statement. */
export function owedCheckIns(db: Database, asked: MyContext, cut: Cut): ListPart<Owed> {
  const rows = db
    .select({ ...actionColumns(asked.language), day: checkedAtSql, total: totalColumn })
    .from(actions)
    .where(and(withoutCheckInSql(asked.at), workSql(asked.viewer, asked.networks)))
    .orderBy(checkedAtSql, actions.dueQuarter, actions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, (row) => ({ ...lineOf(row, asked.language), day: row.day }));
}

export interface OwedDecision extends MyItem {
  /** Whether it waits for what their seat says, else to be carried out. */
  awaitsPosition: boolean;
  /** By when it is to be carried out, `2026-11-24`. */
  dueOn: string | null;
}

/** What waits for what their seat says, and what they or their network are to carry out, the earliest due first. 1 statement. */
export function owedDecisions(db: Database, { viewer, language }: MyContext, cut: Cut): ListPart<OwedDecision> {
  const awaitsPosition = sql<number>`(${decisions.state} = 'proposed' and ${reviews.state} = 'open')`;
  const silent = sql`exists (select 1 from ${seats} as s where s.person_id = ${viewer.id} and not exists (
    select 1 from ${seatPositions} as t where t.decision_id = ${decisions}.id and t.seat_id = s.id))`;
  // As mailed: whom it names, or else the people of the network that it names.
  const mine = sql`case when ${decisions.doerId} is not null then ${decisions.doerId} = ${viewer.id}
    else ${decisions.doerNetworkId} = ${viewer.networkId} end`;
  const toDo = and(eq(decisions.state, "adopted"), isNull(decisions.doneAt), mine);
  const rows = db
    .select({
      id: decisions.id,
      text: decisions.text,
      lang: decisions.language,
      dueOn: decisions.dueOn,
      awaitsPosition,
      total: totalColumn,
    })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(viewer.role === "observer" ? sql`false` : or(and(awaitsPosition, silent), toDo))
    .orderBy(sql`${awaitsPosition} desc`, sql`${decisions.dueOn} is null`, decisions.dueOn, decisions.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, ({ id, text, lang, dueOn, awaitsPosition }) => ({
    key: `decision ${id}`,
    to: `/decisions/${id}`,
    ref: "",
    board: null,
    title: text,
    lang: foreign(lang, language),
    dueOn,
    awaitsPosition: Boolean(awaitsPosition),
  }));
}

export interface ToAnswerAs extends MyItem {
  network: string;
}

/** Actions that strengthen a network of theirs and still wait for its answer, the oldest first. 1 statement. */
export function owedToLinks(db: Database, asked: MyContext, cut: Cut): ListPart<ToAnswerAs> {
  const rows = db
    .select({ ...actionColumns(asked.language), id: subsidiarityLinks.id, names: networks.names, total: totalColumn })
    .from(subsidiarityLinks)
    .innerJoin(actions, eq(actions.id, subsidiarityLinks.actionId))
    .innerJoin(networks, eq(networks.id, subsidiarityLinks.networkId))
    .where(and(isNull(subsidiarityLinks.answer), inArray(subsidiarityLinks.networkId, answeringAs(asked))))
    .orderBy(subsidiarityLinks.id)
    .limit(cut.limit)
    .offset(cut.offset)
    .all();
  return listPart(rows, (row) => ({
    ...lineOf(row, asked.language),
    key: String(row.id),
    network: row.names[asked.language],
  }));
}

export interface ToMove extends MyItem {
  reason: WaitingFor;
  late: number;
}

/** Actions that wait for them to move them on or to plan them, the most pressing first. 1 statement. */
export function owedActions(db: Database, { viewer, networks, language, at }: MyContext, cut: Cut): ListPart<ToMove> {
  const { total, rows } = waitingFor(db, viewer, networks, language, quarterOf(at), cut);
  return { total, rows: rows.map((row) => ({ ...row, key: row.ref, to: `/actions/${row.ref}` })) };
}
