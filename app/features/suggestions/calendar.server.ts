import { msg } from "@lingui/core/macro";
import { and, between, inArray } from "drizzle-orm";
import { UNANSWERED_STATES } from "~/domain.ts";
import { suggestionName } from "~/features/core/references.ts";
import {
  type CalendarItem,
  type CalendarRange,
  type CalendarSource,
  MOST_OF_A_KIND,
} from "~/features/plan/calendar/items.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { dayOf } from "~/lib/days.ts";
import type { Database } from "~db/connection.ts";
import { suggestions } from "~db/schema/suggestions.ts";

/** The days by which answers to suggestions are promised. */
export const suggestionsCalendar: CalendarSource = {
  kind: "answer",
  name: msg`Answers promised`,
  items: answersPromised,
};

/** What is still to be answered, by the day in UTC on which the promise ends, as in everybody's own calendar feed. */
function answersPromised(db: Database, { boards, language, from, to }: CalendarRange): CalendarItem[] {
  const { id, title, board, language: written, responseDue, state } = suggestions;
  const within = between(responseDue, new Date(`${from}T00:00:00Z`), new Date(`${to}T23:59:59.999Z`));
  return db
    .select({ id, title, board, written, responseDue })
    .from(suggestions)
    .where(and(inArray(state, [...UNANSWERED_STATES]), inArray(board, [...boards]), within))
    .orderBy(responseDue, id)
    .limit(MOST_OF_A_KIND)
    .all()
    .map(({ id, title, board, written, responseDue }) => ({
      id: String(id),
      ref: suggestionName(id),
      title,
      lang: foreign(written, language),
      to: `/suggestions/${id}`,
      board,
      first: dayOf(responseDue),
      last: dayOf(responseDue),
    }));
}
