import { type SQL, sql } from "drizzle-orm";
import type { Board, Language, Stage, SuggestionState } from "~/domain.ts";
import { foreign } from "~/i18n/languages.ts";
import { foldedWords, searchText } from "~/lib/fold.ts";
import type { Database } from "~db/connection.ts";
import { suggestions } from "~db/schema/suggestions.ts";

/** Labels that say nothing of what a title is about, in the four languages, folded as the search folds them. */
const EMPTY_WORDS = new Set(
  (
    "the and for with from that this are our their more than into onto over about " +
    "les des une est dans pour avec sur par aux entre leur nos notre plus que qui pas " +
    "los las una del con por para que como sus entre mas sobre nuestros nuestras " +
    "het een van voor met dat die zijn onze hun naar over meer door tot aan bij"
  ).split(" "),
);

/**
 * The words of a text as terms of a full-text query, quoted, each matching what begins with it; null for none.
 *
 * @param shortest how many letters a word has at least: who searches means EU and UN too, in a title two letters mean nothing
 */
function terms(text: string, joined: "OR" | "AND", shortest: number): string | null {
  const words = wordsIn(text, shortest);
  return words.length === 0 ? null : words.join(` ${joined} `);
}

function wordsIn(text: string, shortest: number): string[] {
  const words = [...new Set(foldedWords(text))].filter((word) => word.length >= shortest && !EMPTY_WORDS.has(word));
  return words.slice(0, 12).map((word) => `"${searchText(stem(word)).trim().replace(/\s+/g, " ")}"*`);
}

/** Plural and singular, and most endings of the four languages, share their beginning. */
const stem = (word: string) => (word.length > 6 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word);

/** Suggestions in which all of these words occur; everything where there is no word to look for. */
export function matching(text: string): SQL | undefined {
  const query = terms(text, "AND", 2);
  if (!query) return undefined;
  return sql`${suggestions.id} in (
    select s.subject_id from search_terms join search_index as s on s.id = search_terms.rowid
    where search_terms match ${`{title body} : (${query})`} and s.kind = 'suggestion')`;
}

export interface SimilarSuggestion {
  id: number;
  title: string;
  lang: Language | null;
  state: SuggestionState;
  board: Board;
  /** The reference of the action that it is about; null for none. */
  about: string | null;
  origin: string;
  voices: number;
}

export interface SimilarAction {
  ref: string;
  title: string;
  lang: Language | null;
  stage: Stage;
  board: Board;
}

export interface Similar {
  suggestions: SimilarSuggestion[];
  actions: SimilarAction[];
}

const AT_MOST = 4;

interface Near {
  /** The board on which suggestions are looked for; all where there is none. */
  board?: Board;
  /** The reference of an action: suggestions about it come first. */
  about?: string | null;
}

/** A text sounds like a title when it has half of the title's words: one common word makes nothing similar. */
function enough(words: readonly string[]): SQL {
  const has = words.map(
    (word) => sql`(search_terms.rowid in (
      select rowid from search_terms where search_terms match ${`{title body} : (${word})`}))`,
  );
  return sql`(${sql.join(has, sql` + `)}) >= ${Math.ceil(words.length / 2)}`;
}

/**
 * What the plan and its suggestions have already that sounds like a title, in any of the four languages, best first: so
 * that somebody can support it instead of saying it again. 2 statements.
 *
 * @param except a suggestion that is not to be found: the one that is being edited
 * @param near what is nearest whatever its title says; the suggestions of other boards are left out
 */
export function similarTo(db: Database, title: string, language: Language, except = 0, near: Near = {}): Similar {
  const words = wordsIn(title, 3);
  const query = words.join(" OR ");
  if (!query) return { suggestions: [], actions: [] };
  const inTexts = `{title body} : (${query})`;
  const found = db.all<Omit<SimilarSuggestion, "lang" | "origin"> & { lang: Language; names: string }>(sql`
    select s.id, s.title, s.language as lang, s.state, s.board, n.names as names, a.ref as about,
      s.national_voices + s.continental_voices + s.other_voices as voices
    from search_terms
    join search_index as i on i.id = search_terms.rowid and i.kind = 'suggestion'
    join suggestions as s on s.id = i.subject_id
    join networks as n on n.id = s.origin_id
    left join actions as a on a.id = s.action_id
    where search_terms match ${inTexts} and ${enough(words)} and s.id <> ${except} and s.state not in ('withdrawn', 'merged')
      and s.board = coalesce(${near.board ?? null}, s.board)
    order by coalesce(a.ref = ${near.about ?? ""}, 0) desc, bm25(search_terms, 0.0, 6.0, 1.0), s.id limit ${AT_MOST}`);
  const inPlan = db.all<Omit<SimilarAction, "lang"> & { lang: Language }>(sql`
    select a.ref, coalesce(own.title, hit.title) as title, coalesce(own.language, hit.language) as lang, a.stage, a.board
    from (
      select i.subject_id, i.title, i.language, bm25(search_terms, 0.0, 6.0, 1.0) as score
      from search_terms join search_index as i on i.id = search_terms.rowid and i.kind = 'action'
      where search_terms match ${inTexts} and ${enough(words)} order by score, i.subject_id limit ${AT_MOST * 5}) as hit
    join actions as a on a.id = hit.subject_id
    left join action_texts as own on own.action_id = a.id and own.language = ${language} and own.title <> ''
    where a.stage <> 'dropped'
    group by a.id order by min(hit.score), a.id limit ${AT_MOST}`);
  return {
    suggestions: found.map(({ names, lang, ...one }) => ({
      ...one,
      lang: foreign(lang, language),
      origin: (JSON.parse(names) as Record<Language, string>)[language],
    })),
    actions: inPlan.map(({ lang, ...one }) => ({ ...one, lang: foreign(lang, language) })),
  };
}
