import { msg } from "@lingui/core/macro";
import { and, between, eq, isNull } from "drizzle-orm";
import {
  type CalendarItem,
  type CalendarRange,
  type CalendarSource,
  MOST_OF_A_KIND,
} from "~/features/plan/calendar/items.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { dayIn } from "~/lib/time-zones.ts";
import { addDays } from "~/lib/utc-days.ts";
import type { Database } from "~db/connection.ts";
import { decisions, reviews } from "~db/schema/committee.ts";

/** What the committee has in a calendar: of no board, and so on the calendar of each. */
export const committeeCalendar: CalendarSource[] = [
  { kind: "decision", name: msg`Decisions to look at again`, items: decisionsToLookAt },
  { kind: "meeting", name: msg`Meetings of the committee`, items: meetings },
];

function decisionsToLookAt(db: Database, { language, from, to }: CalendarRange): CalendarItem[] {
  return db
    .select({ id: decisions.id, text: decisions.text, written: decisions.language, day: decisions.lookAgainOn })
    .from(decisions)
    .where(and(eq(decisions.state, "adopted"), isNull(decisions.endedAt), between(decisions.lookAgainOn, from, to)))
    .orderBy(decisions.lookAgainOn, decisions.id)
    .limit(MOST_OF_A_KIND)
    .all()
    .map(({ id, text, written, day }) => ({
      id: String(id),
      title: text,
      lang: foreign(written, language),
      to: `/decisions/${id}`,
      board: null,
      first: day ?? from,
      last: day ?? from,
    }));
}

/** On the day on which it begins where the reader is. Their link stands on no calendar page: not everybody may see it. */
function meetings(db: Database, { from, to, zone }: CalendarRange): CalendarItem[] {
  const around = [addDays(new Date(`${from}T00:00:00Z`), -1), addDays(new Date(`${to}T00:00:00Z`), 2)] as const;
  return db
    .select({ id: reviews.id, quarter: reviews.quarter, meetingAt: reviews.meetingAt })
    .from(reviews)
    .where(between(reviews.meetingAt, ...around))
    .orderBy(reviews.meetingAt)
    .limit(MOST_OF_A_KIND)
    .all()
    .flatMap(({ id, quarter, meetingAt }) => {
      const day = meetingAt && dayIn(zone, meetingAt);
      if (!day || day < from || day > to) return [];
      const base = { id: String(id), lang: null, to: `/reviews/${quarter}`, board: null };
      return [{ ...base, title: "", quarter, first: day, last: day, at: +meetingAt }];
    });
}
