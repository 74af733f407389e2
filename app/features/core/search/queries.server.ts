import { type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import type { Found } from "./found.ts";
import { SEARCH_KINDS, type SearchKind } from "./kinds.ts";
import type { SearchText } from "./schemas.ts";
import { type HiddenComments, type Hit, searchSources } from "./sources.server.ts";
import { markFound, matchOf, referencesIn, snippetOf } from "./terms.ts";

export type KindCounts = Record<SearchKind, number>;

export interface SearchPage {
  found: Found[];
  counts: KindCounts;
  total: number;
  page: number;
  pages: number;
}

export const FOUND_A_PAGE = 20;

/**
 * What the plan, its suggestions, decisions, comments, documents and networks say of what was typed, best first: an exact reference, then by
 * how much of it stands in titles and how rare the words are (bm25), what is written in the reader's language before its
 * translations; what has no language, such as the names of networks, counts as theirs. Each thing once, however many of its texts match. 2 statements.
 */
export function search(
  db: Database,
  { q, kind, page: asked }: SearchText,
  language: Language,
  hidden?: HiddenComments,
): SearchPage {
  const match = matchOf(q);
  const counts = match ? countsOf(db, match, hidden) : nothing();
  const total = kind ? counts[kind] : SEARCH_KINDS.reduce((sum, one) => sum + counts[one], 0);
  const pages = Math.max(1, Math.ceil(total / FOUND_A_PAGE));
  const page = Math.min(asked, pages);
  const found =
    match && total > 0
      ? hits(db, { match, q, kind, language, hidden, limit: FOUND_A_PAGE, offset: (page - 1) * FOUND_A_PAGE })
      : [];
  return { found, counts, total, page, pages };
}

const QUICK_AT_MOST = 8;

/** The best few, while somebody is typing. 1 statement. */
export function quickSearch(db: Database, q: string, language: Language, hidden?: HiddenComments): Found[] {
  const match = matchOf(q, true);
  return match
    ? hits(db, { match, q, typing: true, kind: null, language, hidden, limit: QUICK_AT_MOST, offset: 0 })
    : [];
}

const nothing = () => Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, 0])) as KindCounts;

function exceptHidden(hidden: HiddenComments): SQL {
  return hidden ? sql`and not (kind = 'comment' and subject_id in (${hidden}))` : sql``;
}

function countsOf(db: Database, match: string, hidden: HiddenComments): KindCounts {
  const rows = db.all<{ kind: SearchKind; n: number }>(sql`
    select s.kind, count(distinct s.subject_id) as n from search_terms join search_index as s on s.id = search_terms.rowid
    where search_terms match ${match} ${exceptHidden(hidden)} group by s.kind`);
  const counts = nothing();
  for (const { kind, n } of rows) counts[kind] = n;
  return counts;
}

interface Wanted {
  match: string;
  q: string;
  /** The last word of `q` may not be whole yet. */
  typing?: boolean;
  kind: SearchKind | null;
  language: Language;
  hidden: HiddenComments;
  limit: number;
  offset: number;
}

interface Row {
  kind: SearchKind;
  subjectId: number;
  ref: string;
  lang: Language | null;
  title: string | null;
  body: string;
  /** What its source tells of it, as JSON. */
  details: string;
}

/** A title counts for six times the text, a reference for ten. */
const SCORE = sql`bm25(search_terms, 10.0, 6.0, 1.0)`;

function hits(db: Database, { match, q, typing, kind, language, hidden, limit, offset }: Wanted): Found[] {
  const ofKind = kind ? sql`and s.kind = ${kind}` : sql``;
  // The best text of each thing first, on numbers alone; then what the page shows of the few that it has.
  const named = JSON.stringify(referencesIn(q));
  const isNamed = sql`ref in (select value from json_each(${named}))`;
  const rows = db.all<Row>(sql`
    with hits as materialized (
      select s.id, s.kind, s.subject_id, s.ref, ${SCORE} * case when coalesce(s.language, ${language}) = ${language} then 1.5 else 1 end as score
      from search_terms join search_index as s on s.id = search_terms.rowid
      where search_terms match ${match} ${ofKind} ${exceptHidden(hidden)}),
    best as materialized (
      select id, kind, subject_id, min(score) as score, ref from hits group by kind, subject_id
      order by ${isNamed} desc, score, subject_id, kind limit ${limit} offset ${offset})
    select best.kind, best.subject_id as subjectId, best.ref, search_index.language as lang,
      search_index.title as title, search_index.body as body, ${detailsByKind(language)} as details
    from best join search_index on search_index.id = best.id
    order by best.ref in (select value from json_each(${named})) desc, best.score, best.subject_id, best.kind`);
  return rows.map(({ kind: found, details, title, body, ...row }) =>
    foundOf(
      found,
      { ...row, title: markFound(title ?? "", q, typing), text: snippetOf(body, q, typing) },
      JSON.parse(details),
      language,
    ),
  );
}

/** What each kind's source tells of a thing that was found. */
function detailsByKind(reader: Language): SQL {
  const sources = searchSources();
  const each = SEARCH_KINDS.map(
    (kind) => sql`when ${kind} then ${sources[kind].details(sql`best.subject_id`, reader)}`,
  );
  return sql`case best.kind ${sql.join(each, sql` `)} end`;
}

function foundOf(kind: SearchKind, hit: Hit, details: unknown, reader: Language): Found {
  return {
    kind,
    ref: null,
    text: hit.text,
    lang: foreign(hit.lang ?? reader, reader),
    textLang: foreign(hit.lang ?? reader, reader),
    board: null,
    stage: null,
    state: null,
    decisionState: null,
    quarter: null,
    origin: null,
    networkKind: null,
    register: null,
    ...searchSources()[kind].shown(hit, details, reader),
  };
}
