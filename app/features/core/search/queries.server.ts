import { type SQL, sql } from "drizzle-orm";
import {
  type Board,
  type DecisionState,
  LANGUAGES,
  type Language,
  type NetworkKind,
  type RegisterName,
  type Stage,
  type SuggestionState,
  type Translated,
} from "~/domain.ts";
import { entryName } from "~/features/core/references.ts";
import { foreign } from "~/features/core/titles.server.ts";
import type { Database } from "~db/connection.ts";
import {
  actions,
  alignments,
  comments,
  decisions,
  documents,
  entries,
  networks,
  reviews,
  suggestions,
} from "~db/schema.ts";
import { SEARCH_KINDS, type SearchKind } from "./kinds.ts";
import type { SearchText } from "./schemas.ts";
import { FOUND_FROM, markFound, matchOf, referencesIn, snippetOf } from "./terms.ts";

export interface Found {
  kind: SearchKind;
  /** Where it is read: an address within the site. */
  to: string;
  /** `LOB-3`, `S-12`; null for what has no reference. */
  ref: string | null;
  /** Its title, with what was found between marks (terms.ts). */
  title: string;
  /** A piece of what it says around what was found; empty where the title says it all. */
  text: string;
  /** The languages of the title and of the text, where they are not the reader's. */
  lang: Language | null;
  textLang: Language | null;
  board: Board | null;
  stage: Stage | null;
  state: SuggestionState | null;
  decisionState: DecisionState | null;
  /** Of what belongs to a review. */
  quarter: string | null;
  /** Of a suggestion: the network from which it comes. */
  origin: string | null;
  networkKind: NetworkKind | null;
  /** Of an entry of a board's tool: the register. */
  register: RegisterName | null;
}

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
  hidden: HiddenViews = [],
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
export function quickSearch(db: Database, q: string, language: Language, hidden: HiddenViews = []): Found[] {
  const match = matchOf(q, true);
  return match
    ? hits(db, { match, q, typing: true, kind: null, language, hidden, limit: QUICK_AT_MOST, offset: 0 })
    : [];
}

const nothing = () => Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, 0])) as KindCounts;

/**
 * Continental networks whose view of an open review the reader does not read yet (`hiddenViews` of reviews): comments on
 * it are not found either.
 */
type HiddenViews = readonly number[];

function exceptHidden(hidden: HiddenViews): SQL {
  if (hidden.length === 0) return sql``;
  return sql`and not (kind = 'comment' and subject_id in (
    select c.id from ${comments} as c join ${alignments} as v on v.id = c.alignment_id
    join ${reviews} as r on r.id = v.review_id
    where r.state = 'open' and v.network_id in (${sql.join(
      hidden.map((id) => sql`${id}`),
      sql`, `,
    )})))`;
}

function countsOf(db: Database, match: string, hidden: HiddenViews): KindCounts {
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
  hidden: HiddenViews;
  limit: number;
  offset: number;
}

type Row = Omit<Found, "to" | "ref" | "lang" | "textLang" | "origin" | "title" | "text"> & {
  subjectId: number;
  ref: string;
  marked: string;
  body: string;
  title: string | null;
  titleLang: Language | null;
  lang: Language | null;
  names: string | null;
  slug: string | null;
  about: string | null;
  entryTitle: string | null;
};

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
      search_index.title as marked, search_index.body as body,
      ${titleOf(language, sql`t.title`)} as title, ${titleOf(language, sql`t.language`)} as titleLang,
      coalesce(a.board, s.board) as board, a.stage as stage, s.state as state, origin.names as names,
      d.state as decisionState, r.quarter as quarter, n.slug as slug,
      e.register as register, e.title as entryTitle,
      case when best.kind = 'network' then n.kind end as networkKind,
      case when s.id is not null then 'S-' || s.id else a.ref end as about
    from best
    join search_index on search_index.id = best.id
    left join ${comments} as c on best.kind = 'comment' and c.id = best.subject_id
    left join ${alignments} as v on v.id = c.alignment_id
    left join ${decisions} as d on best.kind = 'decision' and d.id = best.subject_id
    left join ${reviews} as r on r.id = coalesce(d.review_id, v.review_id)
    left join ${documents} as f on best.kind = 'document' and f.id = best.subject_id
    left join ${actions} as a
      on a.id = case when best.kind in ('action', 'result') then best.subject_id else coalesce(c.action_id, f.action_id) end
    left join ${suggestions} as s
      on s.id = case when best.kind in ('suggestion', 'answer') then best.subject_id else c.suggestion_id end
    left join ${entries} as e on best.kind = 'entry' and e.id = best.subject_id
    left join ${networks} as n on n.id = case when best.kind = 'network' then best.subject_id else v.network_id end
    left join ${networks} as origin on origin.id = coalesce(n.id, s.origin_id, e.network_id)
    order by best.ref in (select value from json_each(${named})) desc, best.score, best.subject_id, best.kind`);
  return rows.map((row) => {
    const marked = markFound(row.marked ?? "", q, typing);
    return foundOf({ ...row, marked }, snippetOf(row.body, q, typing), language);
  });
}

/** The title of the action or the suggestion that a result or a comment belongs to. */
function titleOf(language: Language, column: SQL): SQL {
  const own = sql`(
    select ${column} from action_texts as t where t.action_id = a.id and t.language in (${language}, a.source_language)
    order by t.language = ${language} desc limit 1)`;
  return sql`coalesce(${own}, (select ${column} from ${suggestions} as t where t.id = s.id))`;
}

function foundOf(row: Row, text: string, language: Language): Found {
  const { subjectId, marked, body: _, title, titleLang, names, slug, about, lang, ref, entryTitle, ...read } = row;
  const rest = { ...read, text };
  const name = names ? ((JSON.parse(names) as Record<Language, string>)[language] ?? null) : null;
  const own = OWN_TITLE.includes(row.kind);
  const languages = {
    lang: foreign((own ? lang : titleLang) ?? language, language),
    textLang: foreign(lang ?? language, language),
  };
  switch (row.kind) {
    case "network": {
      // Whatever it is called elsewhere stands beside the reader's own name for it, where they differ.
      const others = marked.includes(" · ") ? marked : "";
      const to = `/networks/${slug}`;
      return {
        ...rest,
        to,
        ref: null,
        title: others ? (name ?? marked) : marked,
        text: others,
        lang: null,
        textLang: null,
        origin: null,
      };
    }
    case "entry": {
      const named = JSON.parse(entryTitle ?? "{}") as Translated;
      const titled = [language, ...LANGUAGES].find((one) => named[one]) ?? language;
      return {
        ...rest,
        to: `/${row.register}/${subjectId}`,
        ref: entryName(subjectId),
        title: marked || (named[titled] ?? ""),
        origin: name,
        lang: foreign(marked ? (lang ?? language) : titled, language),
        textLang: foreign(lang ?? language, language),
      };
    }
    case "action":
    case "suggestion": {
      const to = row.kind === "action" ? `/actions/${ref}` : `/suggestions/${subjectId}`;
      return { ...rest, ...languages, to, ref, title: marked, origin: name };
    }
    case "decision": {
      // Of a long one the title is its beginning, cut between words; what was found further on is shown in its piece.
      const title = text ? `${marked.replace(/\s+\S*$/, "")}…` : marked;
      const said = title.includes(FOUND_FROM) ? "" : text;
      return { ...rest, ...languages, to: `/decisions/${subjectId}`, ref: null, title, text: said, origin: null };
    }
    case "document":
      return { ...rest, ...languages, to: `/actions/${about}/documents`, ref: about, title: marked, origin: null };
    case "answer":
      return {
        ...rest,
        ...languages,
        to: `/suggestions/${subjectId}#answer`,
        ref: about,
        title: title ?? "",
        origin: name,
      };
    case "comment":
      return { ...rest, ...languages, ...commented({ about, quarter: row.quarter, slug, title, name }, subjectId) };
    case "result":
      return { ...rest, ...languages, to: `/actions/${about}`, ref: about, title: title ?? "", origin: name };
  }
}

/** What shows words of its own as its title; the others, the title of what they belong to. */
const OWN_TITLE: readonly SearchKind[] = ["action", "suggestion", "decision", "document"];

/** Where a comment stands: at an action, at a suggestion, or at a continental network's view of a quarter. */
function commented(
  { about, quarter, slug, title, name }: Pick<Row, "about" | "quarter" | "slug" | "title"> & { name: string | null },
  subjectId: number,
): Pick<Found, "to" | "ref" | "title" | "origin"> {
  const anchor = `#comment-${subjectId}`;
  if (quarter)
    return { to: `/reviews/${quarter}/alignment/${slug}${anchor}`, ref: null, title: name ?? "", origin: null };
  const to = about?.startsWith("S-") ? `/suggestions/${about.slice(2)}` : `/actions/${about}`;
  return { to: to + anchor, ref: about, title: title ?? "", origin: name };
}
