import { and, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import {
  ANSWER_OUTCOMES,
  BOARDS,
  type Board,
  type Language,
  SUGGESTION_STATES,
  type SuggestionState,
  UNANSWERED_STATES,
} from "~/domain.ts";
import { descendantsOf, type Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { foreign } from "~/i18n/languages.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import { networks, people } from "~db/schema/people.ts";
import { suggestions, supports } from "~db/schema/suggestions.ts";
import { actionsNamed } from "./queries.server.ts";
import { matching } from "./similar.server.ts";

/** What a list of suggestions is narrowed to. */
export interface ListFilters {
  board: Board | null;
  /** A network's slug: its own suggestions, and for a continental one those of its countries. */
  network: string | null;
  state: SuggestionState | "open" | "answered" | null;
  q: string;
  /** Mine: what I suggested, or support. */
  mine: boolean;
  page: number;
}

const filtersSchema = z.object({
  board: z.enum(BOARDS).nullable().catch(null),
  network: z.string().max(100).nullable().catch(null),
  state: z
    .enum([...SUGGESTION_STATES, "open", "answered"])
    .nullable()
    .catch(null),
  q: z.string().max(200).catch(""),
});

/** Reads the query string of `/suggestions`; what does not fit is left out. */
export function readListFilters(query: URLSearchParams): ListFilters {
  const one = (name: string) => query.get(name) || null;
  const read = filtersSchema.parse({
    board: one("board"),
    network: one("network"),
    state: one("state"),
    q: query.get("q") ?? "",
  });
  return { ...read, mine: query.has("mine"), page: pageFrom(query) };
}

export const SUGGESTIONS_A_PAGE = 25;

/** The columns of a suggestion as a list shows it. */
const listed = {
  id: suggestions.id,
  kind: suggestions.kind,
  state: suggestions.state,
  board: suggestions.board,
  title: suggestions.title,
  lang: suggestions.language,
  voice: suggestions.voice,
  submittedAt: suggestions.submittedAt,
  responseDue: suggestions.responseDue,
  closedAt: suggestions.closedAt,
  national: suggestions.nationalVoices,
  continental: suggestions.continentalVoices,
  other: suggestions.otherVoices,
  actionId: suggestions.actionId,
  resultId: suggestions.resultId,
  mergedIntoId: suggestions.mergedIntoId,
  authorId: suggestions.authorId,
  takenUpAt: suggestions.takenUpAt,
  putOffUntil: suggestions.putOffUntil,
  askedAt: suggestions.askedAt,
  author: people.name,
  origin: networks.names,
  originKind: networks.kind,
};

interface ListContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
}

/** A page of suggestions, the newest first. 3 statements, and 1 for the actions that they name. */
export function listSuggestions(db: Database, asked: ListContext, filters: ListFilters) {
  const where = and(
    filters.board ? eq(suggestions.board, filters.board) : undefined,
    stateSql(filters.state),
    originSql(asked.networks, filters.network),
    filters.mine ? mineSql(asked.viewer) : undefined,
    filters.q ? matching(filters.q) : undefined,
  );
  const total = db.select({ n: count() }).from(suggestions).where(where).get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / SUGGESTIONS_A_PAGE));
  const page = Math.min(filters.page, pages);
  const rows = rowsOf(db, where, sql`${suggestions.id} desc`, SUGGESTIONS_A_PAGE, (page - 1) * SUGGESTIONS_A_PAGE);
  return { total, page, pages, suggestions: shown(db, rows, asked.language) };
}

/** The rows of a list, with the names that they carry. 1 statement. */
export function rowsOf(db: Database, where: SQL | undefined, order: SQL, limit: number, offset: number) {
  return db
    .select(listed)
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.authorId))
    .innerJoin(networks, eq(networks.id, suggestions.originId))
    .where(where)
    .orderBy(order)
    .limit(limit)
    .offset(offset)
    .all();
}

/** Rows as plain data for the screen. 1 statement for the actions that they name. */
export function shown(db: Database, rows: ReturnType<typeof rowsOf>, language: Language) {
  const named = actionsNamed(
    db,
    rows.flatMap(({ actionId, resultId }) => [actionId, resultId]),
    language,
  );
  return rows.map(({ origin, lang, submittedAt, responseDue, closedAt, takenUpAt, askedAt, ...row }) => ({
    ...row,
    lang: foreign(lang, language),
    origin: origin[language],
    submittedAt: +submittedAt,
    responseDue: +responseDue,
    closedAt: closedAt && +closedAt,
    takenUp: takenUpAt !== null,
    asked: askedAt !== null,
    about: (row.actionId && named.get(row.actionId)) || null,
    result: (row.resultId && named.get(row.resultId)) || null,
  }));
}

export type Listed = ReturnType<typeof shown>[number];

function stateSql(state: ListFilters["state"]): SQL | undefined {
  if (state === null) return undefined;
  if (state === "open") return inArray(suggestions.state, UNANSWERED_STATES);
  if (state === "answered") return inArray(suggestions.state, [...ANSWER_OUTCOMES]);
  return eq(suggestions.state, state);
}

/** A network's suggestions and those of the networks below it; an unknown network has none. */
export function originSql(networks: readonly Network[], slug: string | null): SQL | undefined {
  if (slug === null) return undefined;
  const network = networks.find((one) => one.slug === slug);
  return inArray(suggestions.originId, network ? [...descendantsOf(networks, network.id)] : []);
}

function mineSql(viewer: Viewer): SQL | undefined {
  const supported = sql`exists (select 1 from ${supports} where suggestion_id = ${suggestions.id} and person_id = ${viewer.id})`;
  return or(eq(suggestions.authorId, viewer.id), supported);
}
