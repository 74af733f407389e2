import type { Database } from "~db/connection.ts";
import { datesAhead } from "./dates.server.ts";
import { followed, followedElse, led, responsibleFor } from "./followed.server.ts";
import type { Cut, ListPart, MyContext, MyItem } from "./list.server.ts";
import { owedActions, owedAnswers, owedCheckIns, owedDecisions, owedToLinks } from "./owed.server.ts";
import { OWED, type Part } from "./parts.ts";

const READ: Record<Part, (db: Database, asked: MyContext, cut: Cut) => ListPart<MyItem>> = {
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
};

const FIRST = 6;
export const LINES_A_PAGE = 25;

/** How long each list of what waits for somebody is. 5 statements. */
export function owedFigures(db: Database, asked: MyContext): Record<(typeof OWED)[number], number> {
  const length = (part: Part) => READ[part](db, asked, { limit: 1, offset: 0 }).total;
  return Object.fromEntries(OWED.map((part) => [part, length(part)])) as ReturnType<typeof owedFigures>;
}

/** The beginning of each list. 10 statements. */
export function myLists(db: Database, asked: MyContext) {
  const cut = { limit: FIRST, offset: 0 };
  return {
    responsible: responsibleFor(db, asked, cut),
    led: led(db, asked, cut),
    followed: followed(db, asked, cut),
    else: followedElse(db, asked, cut),
    decisions: owedDecisions(db, asked, cut),
    answers: owedAnswers(db, asked, cut),
    "check-ins": owedCheckIns(db, asked, cut),
    links: owedToLinks(db, asked, cut),
    actions: owedActions(db, asked, cut),
    dates: datesAhead(db, asked, cut),
  };
}

export type MyLists = ReturnType<typeof myLists>;

/** A page of one list. 1 statement, and 1 more where the page asked for lies behind the end. */
export function myList(db: Database, asked: MyContext, part: Part, page: number) {
  const at = (number: number) => READ[part](db, asked, { limit: LINES_A_PAGE, offset: (number - 1) * LINES_A_PAGE });
  const found = at(page);
  // Beyond the last page there is no row to say how many there are.
  const shown = found.rows.length === 0 && page > 1 ? 1 : page;
  const { total, rows } = shown === page ? found : at(1);
  const lists = { [part]: { total, rows } } as unknown as Partial<MyLists>;
  return { lists, page: shown, pages: Math.max(1, Math.ceil(total / LINES_A_PAGE)) };
}
