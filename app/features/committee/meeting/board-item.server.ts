import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Board, Health, Language } from "~/domain.ts";
import { reviewedRange } from "~/features/committee/reviews/date-range.ts";
import { closedBefore } from "~/features/committee/reviews/figures.server.ts";
import { overdueSql } from "~/features/plan/actions/due.server.ts";
import { progressOfAction } from "~/features/plan/actions/progress.ts";
import { isOpen, OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { isQuarter, type Quarter, quarterOf, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { assessments } from "~db/schema/committee.ts";
import { events } from "~db/schema/history.ts";
import { networks, people } from "~db/schema/people.ts";
import { actions, checkIns } from "~db/schema/plan.ts";

export const ACTIONS_A_PAGE = 15;

interface ItemContext {
  language: Language;
  at: Date;
  page: number;
}

/**
 * A board's actions that matter in a review, a page of them: what is open, what was done or dropped in its quarter, and
 * what has been assessed already. What asks for attention first: late, off track, at risk. 2 statements.
 */
export function boardItem(
  db: Database,
  review: { id: number; quarter: string },
  board: Board,
  { language, at, page: wanted }: ItemContext,
) {
  const quarter = isQuarter(review.quarter) ? review.quarter : quarterOf(at);
  const { from, to } = reviewedRange(quarter, at, closedBefore(db, quarter));
  const open = inArray(actions.stage, OPEN_STAGES);
  const settledThen = sql`(${actions.stage} in ('done', 'dropped') and exists (select 1 from ${events}
    where ${events}.action_id = ${actions}.id and ${events}.kind = 'action.moved' and ${events}.at >= ${from}
      and ${events}.at < ${to} and ${events}.after ->> '$.stage' = ${actions}.stage))`;
  const assessed = sql`${assessments}.id is not null`;
  const joined = and(eq(assessments.actionId, actions.id), eq(assessments.reviewId, review.id));
  const where = and(eq(actions.board, board), or(open, settledThen, assessed));
  const counts = db
    .select({ total: sql<number>`count(*)`, assessed: sql<number>`coalesce(sum(${assessed}), 0)` })
    .from(actions)
    .leftJoin(assessments, joined)
    .where(where)
    .get() ?? { total: 0, assessed: 0 };
  const pages = Math.max(1, Math.ceil(counts.total / ACTIONS_A_PAGE));
  const page = Math.min(wanted, pages);
  const now: Quarter = quarterOf(at);
  const late = overdueSql(now);
  const health = sql<Health | null>`(select health from check_ins
    where action_id = ${actions}.id order by id desc limit 1)`;
  const checkIn = sql`(select max(id) from check_ins where action_id = ${actions}.id)`;
  const rows = db
    .select({
      said: { at: checkIns.at, happened: checkIns.happened, obstacles: checkIns.obstacles, lang: checkIns.language },
      ref: actions.ref,
      stage: actions.stage,
      priority: actions.priority,
      due: actions.dueQuarter,
      measured: actions.measured,
      lead: networks.names,
      health,
      ...titleIn(language),
      assessment: assessments.assessment,
      note: assessments.note,
      noteLang: assessments.language,
      version: assessments.version,
      by: people.name,
    })
    .from(actions)
    .innerJoin(networks, eq(networks.id, actions.leadId))
    .leftJoin(assessments, joined)
    .leftJoin(people, eq(people.id, assessments.byId))
    .leftJoin(checkIns, eq(checkIns.id, checkIn))
    .where(where)
    .orderBy(
      // Never null, which would sort apart: most actions have no due quarter or no check-in.
      sql`coalesce(${late}, 0) or (${open} and coalesce(${health}, '') = 'off-track') desc`,
      sql`${open} and coalesce(${health}, '') = 'at-risk' desc`,
      sql`${open} desc`,
      sql`case ${actions.priority} when 'high' then 0 when 'normal' then 1 else 2 end`,
      sql`${actions.dueQuarter} is null`,
      ...[actions.dueQuarter, actions.id],
    )
    .limit(ACTIONS_A_PAGE)
    .offset((page - 1) * ACTIONS_A_PAGE)
    .all();
  return {
    total: counts.total,
    assessed: counts.assessed,
    page,
    pages,
    actions: rows.map(({ lang, lead, measured, noteLang, said, ...row }) => ({
      ...row,
      // What a check-in says is asked for where it goes badly; elsewhere the action's own page has it.
      checkIn:
        said && row.health !== "on-track"
          ? {
              at: said.at.toISOString(),
              happened: { text: said.happened, lang: foreign(said.lang, language) },
              obstacles: said.obstacles ? { text: said.obstacles, lang: foreign(said.lang, language) } : null,
            }
          : null,
      lang: foreign(lang, language),
      lead: lead[language],
      late: quartersOverdue(row.due, isOpen(row.stage), now),
      progress: progressOfAction(row.stage, measured),
      note: row.note ?? "",
      noteLang: noteLang && foreign(noteLang, language),
      version: row.version ?? 0,
    })),
  };
}

export type ToAssess = ReturnType<typeof boardItem>["actions"][number];
