import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { DueSoon } from "~/features/core/notifications/digest.server.tsx";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { dayOf } from "~/lib/days.ts";
import { addDays } from "~/lib/utc-days.ts";
import { formatOf } from "~/ui/format.ts";
import { type Dated, datesFrom } from "./dates.server.ts";
import type { Cut } from "./list.server.ts";
import { owedAnswers } from "./owed.server.ts";

const SOON_DAYS = 7;
/** A mail is read in a minute: more than this is looked up on the page. */
const MOST: Cut = { limit: 20, offset: 0 };

/** What of somebody's is due within a week, the first first: due quarters, milestones and promised answers. 3 statements. */
export const dueSoon: DueSoon = (db, person, i18n, now) => {
  const networks = allNetworks(db);
  const asked = { viewer: asViewer(person, networks, ""), networks, language: person.language, at: now };
  const until = dayOf(addDays(now, SOON_DAYS));
  const dates = datesFrom(db, asked, MOST, now).rows.map((line) => ({ day: line.day, text: dateText(i18n, line) }));
  const answers = owedAnswers(db, asked, MOST).rows.map(({ ref, title, day: promised }) => {
    const day = dayOf(new Date(promised ?? now));
    const on = dayText(i18n, day);
    return { day, text: i18n._(msg`${on}: answer promised for ${ref} ${title}`) };
  });
  return [...dates, ...answers]
    .filter(({ day }) => day <= until)
    .sort((a, b) => a.day.localeCompare(b.day))
    .slice(0, MOST.limit)
    .map(({ text }) => text);
};

function dateText(i18n: I18n, { ref, title, day, milestone }: Dated): string {
  const on = dayText(i18n, day);
  return milestone === null
    ? i18n._(msg`${on}: ${ref} ${title} is due`)
    : i18n._(msg`${on}: ${milestone} (${ref} ${title})`);
}

const dayText = (i18n: I18n, day: string) => formatOf(i18n).day(new Date(`${day}T00:00:00Z`));
