import { and, count, desc, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { detailsOf } from "~/features/core/details.server.ts";
import type { Database } from "~db/connection.ts";
import { comments, events } from "~db/schema/history.ts";
import { networks, people } from "~db/schema/people.ts";
import type { EventKind } from "~db/stored/events.ts";
import { commentOfEvent } from "./comment-of-event.server.ts";
import { type HistoryLine, historyLine } from "./lines.server.ts";
import { networkNamed, networkNamesAtEvent, personNameAtEvent, personNamed } from "./names-then.server.ts";
import { readablePayload, unreadableEvents } from "./readable.server.ts";
import { pageBudget, soleBudget } from "./word-diff.ts";

export const LINES_A_PAGE = 30;

/** Whose history it is. */
export type HistoryOf =
  | { board: Board }
  | { actionId: number }
  /** A network's own, its seats', its people's, and that of the actions with these ids (SQL); without the events of `except` (SQL). */
  | { networkId: number; actionIds: SQL; except?: SQL | undefined }
  | { suggestionId: number }
  | { decisionId: number }
  | { templateId: number }
  | { entryId: number };

export interface HistoryFilters {
  /** A person's id; `nobody` for what the Geneva planning and the system recorded. */
  by: string | null;
  kind: EventKind | null;
  /** One event alone, by its number: where a page of many leaves out what is long. */
  event?: number | null;
  /** From 1. */
  page: number;
}

export interface History {
  lines: HistoryLine[];
  page: number;
  pages: number;
  total: number;
  /** Who and what there is to filter by. */
  actors: { id: string; name: string | null }[];
  kinds: EventKind[];
}

export const NOBODY = "nobody";

/** Reads `by`, `kind`, `event` and `page` of a query string; what does not fit is left out. */
export function readHistoryFilters(query: URLSearchParams): HistoryFilters {
  const page = Number(query.get("page"));
  return {
    by: query.get("by") || null,
    kind: (query.get("kind") || null) as EventKind | null,
    event: /^\d{1,15}$/.test(query.get("event") ?? "") ? Number(query.get("event")) : null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** A page of a history, newest first. 4 statements. */
export function readHistory(db: Database, of: HistoryOf, filters: HistoryFilters, language: Language): History {
  const about = aboutSql(of);
  const where = and(
    about,
    filters.by === NOBODY ? sql`${events.actorId} is null` : filters.by ? eq(events.actorId, filters.by) : undefined,
    filters.kind ? eq(events.kind, filters.kind) : undefined,
    filters.event ? eq(events.id, filters.event) : undefined,
  );
  const total = db.select({ total: count() }).from(events).where(where).get()?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE));
  const page = Math.min(filters.page, pages);
  const kinds = db.selectDistinct({ kind: events.kind }).from(events).where(about).all();
  const actors = db
    .selectDistinct({ id: sql<string>`coalesce(${events.actorId}, ${NOBODY})`, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(about)
    .all();
  return {
    lines: lines(
      db,
      where,
      language,
      LINES_A_PAGE,
      (page - 1) * LINES_A_PAGE,
      filters.event ? soleBudget() : undefined,
    ),
    page,
    pages,
    total,
    actors: actors.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "", language)),
    kinds: kinds.map(({ kind }) => kind).sort(),
  };
}

/** The newest few lines, for the foot of another page. 1 statement, and 1 for the networks that they name. */
export function latestLines(db: Database, of: HistoryOf, language: Language, limit: number): HistoryLine[] {
  return lines(db, aboutSql(of), language, limit, 0);
}

function aboutSql(of: HistoryOf): SQL | undefined {
  if ("board" in of) return eq(events.board, of.board);
  if ("actionId" in of) return eq(events.actionId, of.actionId);
  if ("suggestionId" in of) return eq(events.suggestionId, of.suggestionId);
  if ("templateId" in of)
    return and(
      sql`${events.kind} like 'template.%'`,
      sql`coalesce(${events.after}, ${events.before}) ->> '$.templateId' = ${of.templateId}`,
    );
  if ("decisionId" in of) return eq(events.decisionId, of.decisionId);
  if ("entryId" in of) return eq(events.entryId, of.entryId);
  const ofNetwork = or(eq(events.networkId, of.networkId), sql`${events}.action_id in (${of.actionIds})`);
  return of.except ? and(ofNetwork, sql`not (${of.except})`) : ofNetwork;
}

function lines(
  db: Database,
  where: SQL | undefined,
  language: Language,
  limit: number,
  offset: number,
  budget = pageBudget(),
): HistoryLine[] {
  const rows = db
    .select({
      event: {
        ...getTableColumns(events),
        before: readablePayload(db, events.before),
        after: readablePayload(db, events.after),
      },
      by: personNameAtEvent(events.actorId, events.id),
      person: personNameAtEvent(events.personId, events.id),
      network: networkNamesAtEvent(networkNamed, events.id),
      action: detailsOf("action", sql`${events}.action_id`, language),
      suggestion: detailsOf(
        "suggestion",
        sql`coalesce(${events}.suggestion_id, ${events}.cause ->> '$.suggestion')`,
        language,
      ),
      entry: detailsOf("entry", sql`${events}.entry_id`, language),
      withdrawn: comments.withdrawnAt,
    })
    .from(events)
    .leftJoin(comments, eq(comments.id, commentOfEvent))
    .where(where)
    .orderBy(desc(events.id))
    .limit(limit)
    .offset(offset)
    .all();
  const tree = namesByEvent(db);
  const unreadable = unreadableEvents(db);
  return rows.map(({ network, ...row }) => ({
    ...historyLine(
      { ...row, network: network === null ? null : (JSON.parse(network) as Record<Language, string>) },
      {
        language,
        budget,
        networkName: (id) => tree(id, row.event.id)?.[language] ?? null,
        personName: (id) => personNamed(db, id, row.event.id),
      },
    ),
    unreadable: unreadable.has(row.event.id),
  }));
}

/** Reads the names that networks had when an event was recorded, all at once. 2 statements. */
function namesByEvent(db: Database): (networkId: number, eventId: number) => Record<Language, string> | undefined {
  const now = new Map(
    db
      .select({ id: networks.id, names: networks.names })
      .from(networks)
      .all()
      .map(({ id, names }) => [id, names]),
  );
  const renamings = db.all<{ id: number; networkId: number; names: string }>(
    sql`select id, network_id as networkId, before ->> '$.names' as names from events
      where kind = 'network.edited' and before ->> '$.names' is not null order by id`,
  );
  return (networkId, eventId) => {
    const first = renamings.find((one) => one.networkId === networkId && one.id > eventId);
    return first ? (JSON.parse(first.names) as Record<Language, string>) : now.get(networkId);
  };
}
