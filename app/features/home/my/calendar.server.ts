import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { gte } from "drizzle-orm";
import { mayPrepareReviews, maySeeMeetingLink, maySitInReview } from "~/features/core/policy.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import { dayOf } from "~/lib/days.ts";
import { addAppointment, addWholeDays, newCalendar, textOfCalendar } from "~/lib/ical.server.ts";
import { subDays } from "~/lib/utc-days.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Database } from "~db/connection.ts";
import { reviews } from "~db/schema/committee.ts";
import { datesFrom } from "./dates.server.ts";
import type { Cut, MyContext } from "./list.server.ts";
import { owedAnswers } from "./owed.server.ts";

/** More than anybody looks at, and little enough for every calendar program. */
const MOST: Cut = { limit: 400, offset: 0 };
/** What has just passed stays for a while: a calendar that forgets overnight cannot be looked back into. */
const PASSED_DAYS = 100;

/** When a program reminds of each: early enough to still do something about it. */
const REMIND = { dueDays: 7, milestoneDays: 2, answerDays: 2, meetingMinutes: 24 * 60 };

/**
 * Somebody's calendar (RFC 5545): the due quarters, each on its last day, and the milestones of what they lead or follow,
 * and the answers that they owe, all of it whole days, which need no time zone; and the meetings of the committee for those who
 * prepare them or hold a seat. 4 statements at most.
 *
 * @param origin the address of the product, without a trailing slash: events link to it and take their names from it
 */
export function calendarOf(db: Database, asked: MyContext, i18n: I18n, origin: string): string {
  const format = formatOf(i18n);
  const labels = labelsOf(i18n);
  const calendar = newCalendar(i18n, i18n._(msg`INSP!R: my dates`), `${origin}/my`);
  const add = (
    line: { to: string; ref: string; title: string },
    about: { id: string; day: string; summary: string; sequence: number; remindDaysBefore: number },
  ) => {
    const { day, ...entry } = about;
    const says = `${line.ref} ${line.title}`;
    addWholeDays(calendar, { ...entry, first: day, at: asked.at, says, to: line.to }, origin);
  };

  const from = subDays(asked.at, PASSED_DAYS);
  for (const line of datesFrom(db, asked, MOST, from).rows) {
    const { ref, title, day, quarter, milestone, key, version } = line;
    const due = quarter && format.quarter(quarter);
    add(line, {
      id: due ? `due-${ref}` : key.replace(" ", "-"),
      day,
      summary: due ? i18n._(msg`${ref} due (${due}): ${title}`) : i18n._(msg`${ref}: ${milestone ?? ""}`),
      sequence: version,
      remindDaysBefore: due ? REMIND.dueDays : REMIND.milestoneDays,
    });
  }
  for (const line of owedAnswers(db, asked, MOST).rows) {
    const { ref, title, board } = line;
    const on = board ? labels.boardShort(board) : "";
    const day = dayOf(new Date(line.day ?? asked.at));
    const summary = i18n._(msg`Answer promised for ${ref} (${on}): ${title}`);
    add(line, { id: `answer-${ref}`, day, summary, sequence: line.newest ?? 0, remindDaysBefore: REMIND.answerDays });
  }
  const meets = mayPrepareReviews(asked.viewer) || maySitInReview(asked.viewer, committeeSeats(db));
  const meetings = meets ? db.select().from(reviews).where(gte(reviews.meetingAt, from)).all() : [];
  for (const { id, quarter, meetingAt, link, version } of meetings) {
    if (!meetingAt) continue;
    const name = format.quarter(quarter);
    const address = maySeeMeetingLink(asked.viewer) ? link : "";
    addAppointment(
      calendar,
      {
        id: `meeting-${id}`,
        start: meetingAt,
        at: asked.at,
        summary: i18n._(msg`Steering committee: review of ${name}`),
        says: address,
        location: address || null,
        to: `/reviews/${quarter}`,
        sequence: version,
        remindMinutesBefore: REMIND.meetingMinutes,
      },
      origin,
    );
  }
  return textOfCalendar(calendar);
}
