import { sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { actions } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import type { Mine } from "./mine.server.ts";

/* What the lists of one's own part have in common. */

export interface MyContext extends Mine {
  language: Language;
  at: Date;
}

/** A line of any of the lists: something with a title, a place and a day. */
export interface MyItem {
  key: string;
  to: string;
  ref: string;
  board: Board | null;
  title: string;
  lang: Language | null;
}

/** So much of a list, and how much there is. */
export interface ListPart<T extends MyItem> {
  total: number;
  rows: T[];
}

/** A list as it is cut: its first lines, or a page of it alone. */
export interface Cut {
  limit: number;
  offset: number;
}

export const totalColumn = sql<number>`count(*) over ()`;

export function listPart<R extends { total: number }, T extends MyItem>(rows: R[], line: (row: R) => T): ListPart<T> {
  return { total: rows[0]?.total ?? 0, rows: rows.map(line) };
}

export const actionColumns = (language: Language) => ({ ref: actions.ref, board: actions.board, ...titleIn(language) });

export function lineOf(row: { ref: string; board: Board; title: string; lang: Language }, language: Language): MyItem {
  const { ref, board, title, lang } = row;
  return { key: ref, to: `/actions/${ref}`, ref, board, title, lang: foreign(lang, language) };
}

export const suggestionColumns = {
  id: suggestions.id,
  title: suggestions.title,
  board: suggestions.board,
  lang: suggestions.language,
};
