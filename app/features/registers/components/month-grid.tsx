import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import type { Language } from "~/words.ts";
import { type Lasting, onDay } from "../calendar.ts";
import { type Month, monthOf, weeksOf } from "../month.ts";

/** Something in a month: what it is called, where it leads, and what is said beside it. */
export interface MonthItem extends Lasting {
  title: string;
  lang: Language | null;
  to: string;
  note: string;
}

interface MonthGridProps {
  month: Month;
  today: string;
  items: MonthItem[];
}

/**
 * A month: a table of its weeks, which on a phone becomes the list of the days that have something. What lasts several days
 * stands on each of them; on a phone on its first, with its last.
 */
export function MonthGrid({ month, today, items }: MonthGridProps) {
  const format = useFormat();
  const weeks = weeksOf(month);
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return (
    <table className="month-grid">
      <caption className="unseen">{format.month(month)}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              <abbr title={format.weekday(at(day), "long")}>{format.weekday(at(day), "short")}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const own = monthOf(day) === month;
              const here = own ? onDay(day, items) : [];
              // What began in the month before begins here on its first day.
              const opens = day.endsWith("-01");
              return (
                <td
                  key={day}
                  data-day={day}
                  data-outside={!own || undefined}
                  data-bare={!here.some(({ begins }) => begins || opens) || undefined}
                  aria-current={day === today ? "date" : undefined}
                >
                  <time dateTime={day}>
                    <span className="month-number">{Number(day.slice(8))}</span>
                    <span className="month-day">{format.dayOfWeek(at(day))}</span>
                  </time>
                  <ul>
                    {here.map(({ id, title, lang, to, note, last, begins, ends }) => (
                      <li key={id} data-begins={begins || opens || undefined} data-ends={ends || undefined}>
                        <Link to={to} lang={lang ?? undefined} title={title}>
                          {title}
                        </Link>
                        <small>
                          {!ends && <Until day={format.day(at(last))} />}
                          {note}
                        </small>
                      </li>
                    ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Until({ day }: { day: string }) {
  return (
    <span className="month-until">
      <Trans>until {day}</Trans>
      {" · "}
    </span>
  );
}
