import { useLingui } from "@lingui/react";
import { Link } from "@remix-run/react";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import type { CalendarShown, Shown } from "../calendar.server.ts";
import { publicationsWords } from "../words.ts";
import { StateMark } from "./state-mark.tsx";

interface MonthWeeksProps {
  weeks: CalendarShown["weeks"];
  today: string;
  labelledBy: string;
}

/** The days of a month with what is published on each: weeks on a wide screen, and the days that have something on a phone. */
export function MonthWeeks({ weeks, today, labelledBy }: MonthWeeksProps) {
  const format = useFormat();
  const whole = weeks.find((days) => days.every(({ day }) => day)) ?? [];
  return (
    <table className="pub-month" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {whole.map(({ day }) => (
            <th key={day} scope="col">
              {format.weekday(day ?? today)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days, week) => (
          <tr key={days.find(({ day }) => day)?.day ?? week}>
            {days.map(({ day, publications }, at) => (
              <td
                key={day ?? at}
                data-day={day ?? undefined}
                data-empty={publications.length === 0 || undefined}
                aria-current={day === today ? "date" : undefined}
              >
                {day && (
                  <time dateTime={day}>
                    <span className="pub-date">{Number(day.slice(8))}</span>
                    <span className="pub-full-date">
                      {format.weekday(day)} {format.day(Date.parse(`${day}T00:00:00Z`))}
                    </span>
                  </time>
                )}
                {publications.length > 0 && (
                  <ul>
                    {publications.map((one) => (
                      <DayItem key={one.id} publication={one} />
                    ))}
                  </ul>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayItem({
  publication: { id, title, lang, channel, language, network, published, late },
}: {
  publication: Shown;
}) {
  const { _ } = useLingui();
  return (
    <li data-entry={id}>
      <Link to={`/publications/${id}`} lang={lang ?? undefined}>
        {title}
      </Link>
      <span className="pub-of">
        {_(publicationsWords.fields.channel.options?.[channel] ?? publicationsWords.fields.channel.label)} ·{" "}
        {LANGUAGE_NAMES[language]} · {network}
      </span>
      <StateMark {...{ published, late }} />
    </li>
  );
}
