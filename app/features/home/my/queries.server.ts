import type { Database } from "~db/connection.ts";
import { datesAhead } from "./dates.server.ts";
import { followed, followedElse, led, responsibleFor } from "./followed.server.ts";
import type { Cut, ListPart, MyContext, MyItem } from "./list.server.ts";
import { owedActions, owedAnswers, owedCheckIns, owedDecisions, owedToLinks } from "./owed.server.ts";
import { OWED, PARTS, type Part } from "./parts.ts";

const LISTS = {
  responsible: responsibleFor,
  led,
  followed,
  else: followedElse,
  decisions: owedDecisions,
  answers: owedAnswers,
  "check-ins": owedCheckIns,
  links: owedToLinks,
  actions: owedActions,
  dates: datesAhead,
} satisfies Record<Part, (db: Database, asked: MyContext, cut: Cut) => ListPart<MyItem>>;

export type MyLists = { [One in Part]: ReturnType<(typeof LISTS)[One]> };

const FIRST = 6;
export const LINES_A_PAGE = 25;

/** How long each list of what waits for somebody is. 5 statements. */
export function owedFigures(db: Database, asked: MyContext): Record<(typeof OWED)[number], number> {
  const length = (part: Part) => LISTS[part](db, asked, { limit: 1, offset: 0 }).total;
  return Object.fromEntries(OWED.map((part) => [part, length(part)])) as ReturnType<typeof owedFigures>;
}

/** The beginning of each list. 10 statements. */
export function myLists(db: Database, asked: MyContext): MyLists {
  const cut = { limit: FIRST, offset: 0 };
  return Object.fromEntries(PARTS.map((part) => [part, LISTS[part](db, asked, cut)])) as unknown as MyLists;
}

/** A page of one list. 1 statement, and 1 more where the page asked for lies behind the end. */
export function myList(db: Database, asked: MyContext, part: Part, page: number) {
  const at = (number: number) => LISTS[part](db, asked, { limit: LINES_A_PAGE, offset: (number - 1) * LINES_A_PAGE });
  const found = at(page);
  // Beyond the last page there is no row to say how many there are.
  const shown = found.rows.length === 0 && page > 1 ? 1 : page;
  const { total, rows } = shown === page ? found : at(1);
  const lists = { [part]: { total, rows } } as unknown as Partial<MyLists>;
  return { lists, page: shown, pages: Math.max(1, Math.ceil(total / LINES_A_PAGE)) };
}
