import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Language } from "~/domain.ts";
import { type Month, monthOf, weeksOf } from "~/lib/month.ts";
import { useFormat } from "~/ui/format.ts";
import { type Lasting, onDay } from "../calendar.ts";

/** Something in a month: what it is called and where it leads. */
export interface MonthItem extends Lasting {
  title: string;
  lang: Language | null;
  to: string;
}

interface MonthGridProps<I extends MonthItem> {
  month: Month;
  today: string;
  items: I[];
  /** What is said below each, on a phone. */
  note?: (item: I) => string;
  /** What is said below each whatever the width: then titles take the lines that they need. */
  said?: (item: I) => ReactNode;
}

/**
 * A month: a table of its weeks, which on a phone becomes the list of the days that have something. What lasts several days
 * stands on each of them; on a phone on its first, with its last.
 */
export function MonthGrid<I extends MonthItem>({ month, today, items, note, said }: MonthGridProps<I>) {
  const format = useFormat();
  const weeks = weeksOf(month);
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return (
    <table className="month-grid" data-said={said !== undefined || undefined}>
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
                    {here.map((item) => {
                      const { id, title, lang, to, last, begins, ends } = item;
                      return (
                        <li
                          key={id}
                          data-entry={id}
                          data-begins={begins || opens || undefined}
                          data-ends={ends || undefined}
                        >
                          <Link to={to} lang={lang ?? undefined} title={title}>
                            {title}
                          </Link>
                          {note && (
                            <small>
                              {!ends && <Until day={format.day(at(last))} />}
                              {note(item)}
                            </small>
                          )}
                          {said?.(item)}
                        </li>
                      );
                    })}
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
