import type { Language } from "~/domain.ts";
import { textShown } from "~/i18n/languages.ts";
import { nothingMoved } from "./boards.ts";
import type {
  ActionInReview,
  AssessedInReview,
  BoardReview,
  KeyResultInReview,
  MovedInReview,
  NeedsAttention,
  SlippedInReview,
} from "./snapshot.ts";

/* A snapshot as a screen shows it: in one language, and of long lists a page. The snapshot itself has all four. */

export interface ActionShown
  extends Omit<ActionInReview, "titles" | "sourceLanguage" | "lead" | "outcome" | "priority" | "level"> {
  title: string;
  lang: Language | null;
  lead: string;
  outcome: { text: string; lang: Language | null } | null;
}

export function shownAction(action: ActionInReview, language: Language): ActionShown {
  const { ref, board, stage, due, progress, titles, sourceLanguage, lead, outcome } = action;
  const { text: title, lang } = textShown(titles, language, sourceLanguage);
  return {
    ref,
    board,
    stage,
    due,
    progress,
    title,
    lang,
    lead: lead[language],
    outcome: outcome && textShown(outcome, language, sourceLanguage),
  };
}

/** The lists of a board, in the order in which the committee goes through them. */
export const LISTS = ["attention", "done", "slipped", "dropped", "moved", "added", "keyResults", "assessed"] as const;
export type ListName = (typeof LISTS)[number];

/** A page of a list, and how long it is. */
export interface PageOf<T> {
  rows: T[];
  total: number;
  page: number;
  pages: number;
}

export type MovedShown = ActionShown & Pick<MovedInReview, "from">;
export type SlippedShown = ActionShown & Pick<SlippedInReview, "dueThen">;
export type AttentionShown = ActionShown & Pick<NeedsAttention, "why" | "checkIn">;
export type KeyResultShown = Omit<KeyResultInReview, "names"> & { name: string; lang: Language | null };
export type AssessedShown = Omit<AssessedInReview, "titles"> & { title: string; lang: Language | null };

export interface BoardShown
  extends Pick<
    BoardReview,
    "board" | "progress" | "progressThen" | "counts" | "countsThen" | "commitment" | "health" | "promisesBroken"
  > {
  done: PageOf<ActionShown>;
  added: PageOf<ActionShown>;
  dropped: PageOf<ActionShown>;
  moved: PageOf<MovedShown>;
  slipped: PageOf<SlippedShown>;
  attention: PageOf<AttentionShown>;
  keyResults: PageOf<KeyResultShown>;
  assessed: PageOf<AssessedShown>;
  nothingMoved: boolean;
}

/** Of each list, so many rows beside the other boards, and so many on a page where a board stands alone. */
export const ROWS = { together: 5, alone: 25 } as const;

/** A board's part of a review, for a screen. */
export function shownBoard(
  review: BoardReview,
  language: Language,
  { rows, pageOf }: { rows: number; pageOf: (list: ListName) => number },
): BoardShown {
  const { board, progress, progressThen, counts, countsThen, commitment, health, promisesBroken } = review;
  const action = (one: ActionInReview) => shownAction(one, language);
  const list = <T, U>(name: ListName, all: readonly T[], show: (one: T) => U) => paged(all, rows, pageOf(name), show);
  // What was said about in the quarter comes first: the rest says only that nobody said anything.
  const told = [...review.keyResults].sort((a, b) => Number(b.checkIns.length > 0) - Number(a.checkIns.length > 0));
  return {
    board,
    progress,
    progressThen,
    counts,
    countsThen,
    commitment,
    health,
    promisesBroken: promisesBroken?.slice(0, rows) ?? [],
    done: list("done", review.done, action),
    added: list("added", review.added, action),
    dropped: list("dropped", review.dropped, action),
    moved: list("moved", review.moved, (one) => ({ ...action(one), from: one.from })),
    slipped: list("slipped", review.slipped, (one) => ({ ...action(one), dueThen: one.dueThen })),
    attention: list("attention", review.attention, (one) => ({
      ...action(one),
      why: one.why,
      ...(one.checkIn && { checkIn: one.checkIn }),
    })),
    keyResults: list("keyResults", told, ({ names, ...one }) => {
      const { text: name, lang } = textShown(names, language);
      return { ...one, name, lang };
    }),
    assessed: list("assessed", review.assessed, ({ titles, ...one }) => {
      const { text: title, lang } = textShown(titles, language);
      return { ...one, title, lang };
    }),
    nothingMoved: nothingMoved(review),
  };
}

export function paged<T, U>(all: readonly T[], rows: number, asked: number, show: (one: T) => U): PageOf<U> {
  const total = all.length;
  const pages = Math.max(1, Math.ceil(total / rows));
  const page = Math.min(asked, pages);
  return { total, page, pages, rows: all.slice((page - 1) * rows, page * rows).map(show) };
}

/** Key results as a chart asks for them: named in one language, and where there are many, only how far they have come. */
export function forChart(boards: readonly BoardReview[], language: Language, few: number) {
  const all = boards.reduce((sum, { keyResults }) => sum + keyResults.length, 0);
  return boards.map(({ board, names, health, keyResults }) => ({
    board,
    names,
    health,
    keyResults: keyResults.map((one): KeyResultInReview => {
      const { text, lang } = textShown(one.names, language);
      return all > few
        ? { ...one, ref: "", names: {}, unit: "", checkIns: [], start: 0, target: 0, latest: null, due: null }
        : { ...one, names: { [lang ?? language]: text }, checkIns: [] };
    }),
  }));
}
