import { and, count, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { BOARDS, type Board, type Language, UNANSWERED_STATES } from "~/domain.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { mayAnswerOn, type Viewer } from "~/features/core/policy.ts";
import { NEAR_DAYS } from "~/features/suggestions/response-deadline.ts";
import { dayOf } from "~/lib/days.ts";
import { addDays } from "~/lib/utc-days.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import { answers, suggestions } from "~db/schema/suggestions.ts";
import { originSql, rowsOf, shown } from "./list.server.ts";

export const INBOX_ORDERS = ["promise", "newest", "oldest", "support"] as const;
export type InboxOrder = (typeof INBOX_ORDERS)[number];

export interface InboxFilters {
  board: Board | null;
  network: string | null;
  /** `waiting` for the coordinator now; `asked` for the author's reply; `off` until a later day; `written`, to publish. */
  show: "waiting" | "asked" | "off" | "written";
  order: InboxOrder;
  /** Only what is past the promised day, or within a week of it. */
  due: "past" | "near" | null;
  page: number;
}

const schema = z.object({
  board: z.enum(BOARDS).nullable().catch(null),
  network: z.string().max(100).nullable().catch(null),
  show: z.enum(["waiting", "asked", "off", "written"]).catch("waiting"),
  order: z.enum(INBOX_ORDERS).catch("promise"),
  due: z.enum(["past", "near"]).nullable().catch(null),
});

export function readInboxFilters(query: URLSearchParams): InboxFilters {
  const read = schema.parse({
    board: query.get("board") || null,
    network: query.get("network") || null,
    show: query.get("show"),
    order: query.get("order"),
    due: query.get("due") || null,
  });
  return { ...read, page: pageFrom(query) };
}

export const INBOX_A_PAGE = 25;

const ORDER: Record<InboxOrder, SQL> = {
  promise: sql`${suggestions.responseDue}, ${suggestions.id}`,
  newest: sql`${suggestions.id} desc`,
  oldest: sql`${suggestions.id}`,
  support: sql`${suggestions.nationalVoices} + ${suggestions.continentalVoices} + ${suggestions.otherVoices} desc, ${suggestions.responseDue}`,
};

interface InboxContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

/** The boards on which a viewer answers. */
export const answeredBy = (viewer: Viewer) => BOARDS.filter((board) => mayAnswerOn(viewer, board));

/** Suggestions without an answer that are this viewer's to answer: on their boards, and not their own. */
function answerableSql(viewer: Viewer, boards: readonly Board[]): SQL | undefined {
  return and(
    inArray(suggestions.state, UNANSWERED_STATES),
    inArray(suggestions.board, [...boards]),
    ne(suggestions.authorId, viewer.id),
  );
}

/**
 * The answers that a viewer owes now (docs/progress.md): what waits in their inbox, and not what is written to be published,
 * waits for the author or is put off. The one rule for the inbox, /my and the overview.
 */
export function owedSql(viewer: Viewer, at: Date): SQL {
  const boards = answeredBy(viewer);
  if (boards.length === 0) return sql`(1 = 0)`;
  return inShowSql(answerableSql(viewer, boards), "waiting", at);
}

/** Those of `own` that stand in one part of the inbox. */
function inShowSql(own: SQL | undefined, show: InboxFilters["show"], at: Date): SQL {
  return sql`${suggestions.id} in (
    select ${suggestions.id} from ${suggestions} left join ${answers} on ${answers.suggestionId} = ${suggestions.id}
    where ${and(own, eq(showSql(at), show))})`;
}

const pastSql = (at: Date) => sql`${suggestions.responseDue} < ${+at}`;
const nearSql = (at: Date) => sql`${suggestions.responseDue} between ${+at} and ${+addDays(at, NEAR_DAYS)}`;

/**
 * What waits for a coordinator, those near or past the answer promise first unless another order is asked for. What was
 * put off comes back on its day, and before, when the promise is about to be broken. 4 statements.
 */
export function readInbox(db: Database, { viewer, networks, language, at }: InboxContext, filters: InboxFilters) {
  const boards = answeredBy(viewer);
  const own = and(
    answerableSql(viewer, filters.board && boards.includes(filters.board) ? [filters.board] : boards),
    originSql(networks, filters.network),
    filters.due === "past" ? pastSql(at) : filters.due === "near" ? nearSql(at) : undefined,
  );
  const shownAs = showSql(at);
  const counts = db
    .select({ show: sql<InboxFilters["show"]>`${shownAs}`, n: count() })
    .from(suggestions)
    .leftJoin(answers, eq(answers.suggestionId, suggestions.id))
    .where(own)
    .groupBy(shownAs)
    .all();
  const of = (show: InboxFilters["show"]) => counts.find((one) => one.show === show)?.n ?? 0;
  const total = of(filters.show);
  const pages = Math.max(1, Math.ceil(total / INBOX_A_PAGE));
  const page = Math.min(filters.page, pages);
  const rows = rowsOf(
    db,
    inShowSql(own, filters.show, at),
    ORDER[filters.order],
    INBOX_A_PAGE,
    (page - 1) * INBOX_A_PAGE,
  );
  return {
    total,
    page,
    pages,
    boards,
    counts: { waiting: of("waiting"), asked: of("asked"), off: of("off"), written: of("written") },
    suggestions: shown(db, rows, language),
  };
}

/**
 * The suggestion that comes after another one in a page of the inbox, or before it at the page's end; the first where it is
 * not in the page, null where there is no other. 4 statements.
 */
export function nextInInbox(db: Database, asked: InboxContext, filters: InboxFilters, id: number): number | null {
  const { suggestions: listed } = readInbox(db, asked, filters);
  const at = listed.findIndex((one) => one.id === id);
  const next = at < 0 ? listed[0] : (listed[at + 1] ?? listed[at - 1]);
  return next?.id ?? null;
}

/** The versions of kept answers, by suggestion: what is published is what was read here. 1 statement. */
export function savedVersions(db: Database, of: readonly { id: number }[]): Record<number, number> {
  const rows = db
    .select({ id: answers.suggestionId, version: answers.version })
    .from(answers)
    .where(
      inArray(
        answers.suggestionId,
        of.map(({ id }) => id),
      ),
    )
    .all();
  return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
}

/** How many answers this viewer owes, and how many of them are past or near the promise. 1 statement. */
export function inboxFigures(db: Database, viewer: Viewer, at: Date): { waiting: number; near: number; past: number } {
  const none = { waiting: 0, near: 0, past: 0 };
  if (answeredBy(viewer).length === 0) return none;
  return (
    db
      .select({
        waiting: count(),
        near: sql<number>`coalesce(sum(${nearSql(at)}), 0)`,
        past: sql<number>`coalesce(sum(${pastSql(at)}), 0)`,
      })
      .from(suggestions)
      .where(owedSql(viewer, at))
      .get() ?? none
  );
}

/** Where in the inbox a suggestion stands: needs `answers` joined. */
function showSql(at: Date): SQL<InboxFilters["show"]> {
  const today = dayOf(at);
  return sql`case
    when ${answers.suggestionId} is not null then 'written'
    when ${suggestions.askedAt} is not null then 'asked'
    when ${suggestions.putOffUntil} > ${today} and ${suggestions.responseDue} > ${+addDays(at, NEAR_DAYS)} then 'off'
    else 'waiting' end`;
}
