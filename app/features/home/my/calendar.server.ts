import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { addWholeDays, newCalendar, textOfCalendar } from "~/lib/ical.server.ts";
import { subDays } from "~/lib/utc-days.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Database } from "~db/connection.ts";
import { datesFrom } from "./dates.server.ts";
import type { Cut, MyContext } from "./list.server.ts";
import { owedAnswers } from "./owed.server.ts";

/** More than anybody looks at, and little enough for every calendar program. */
const MOST: Cut = { limit: 400, offset: 0 };
/** What has just passed stays for a while: a calendar that forgets overnight cannot be looked back into. */
const PASSED_DAYS = 100;

/**
 * Somebody's calendar (RFC 5545): the due quarters, each on its last day, and the milestones of what they lead or follow,
 * and the answers that they owe. All of it whole days, which need no time zone. 2 statements.
 *
 * @param origin the address of the product, without a trailing slash: events link to it and take their names from it
 */
export function calendarOf(db: Database, asked: MyContext, i18n: I18n, origin: string): string {
  const format = formatOf(i18n);
  const labels = labelsOf(i18n);
  const calendar = newCalendar(i18n, i18n._(msg`INSP!R: my dates`), `${origin}/my`);
  const add = (id: string, day: string, summary: string, line: { to: string; ref: string; title: string }) =>
    addWholeDays(
      calendar,
      { id, first: day, at: asked.at, summary, says: `${line.ref} ${line.title}`, to: line.to },
      origin,
    );

  for (const line of datesFrom(db, asked, MOST, subDays(asked.at, PASSED_DAYS)).rows) {
    const { ref, title, day, quarter, milestone, key } = line;
    if (quarter) {
      const due = format.quarter(quarter);
      add(`due-${ref}`, day, i18n._(msg`${ref} due (${due}): ${title}`), line);
    } else add(key.replace(" ", "-"), day, i18n._(msg`${ref}: ${milestone ?? ""}`), line);
  }
  for (const line of owedAnswers(db, asked, MOST).rows) {
    const { ref, title, board } = line;
    const on = board ? labels.boardShort(board) : "";
    const day = new Date(line.day ?? asked.at).toISOString().slice(0, 10);
    add(`answer-${ref}`, day, i18n._(msg`Answer promised for ${ref} (${on}): ${title}`), line);
  }
  return textOfCalendar(calendar);
}
