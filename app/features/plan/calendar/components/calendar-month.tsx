import { Plural } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type Month, monthOf, weeksOf } from "~/lib/month.ts";
import { useFormat } from "~/ui/format.ts";
import type { ShownItem } from "../items.server.ts";
import { ItemLine } from "./item-line.tsx";

/** How many dates of a day a month shows; the day itself lists them all. */
const SHOWN_A_DAY = 3;

interface CalendarMonthProps {
  month: Month;
  /** The day that it is where the reader is, `2026-11-24`. */
  today: string;
  items: readonly ShownItem[];
  /** What a kind is called. */
  nameOf: (kind: string) => string;
  /** Whether the month says its name. */
  named: boolean;
  /** The address that lists a day whole. */
  moreHref: (day: string) => string;
}

/** A month: a table of its weeks, which on a phone is the list of the days that have something. */
export function CalendarMonth({ month, today, items, nameOf, named, moreHref }: CalendarMonthProps) {
  const format = useFormat();
  const weeks = weeksOf(month);
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  return (
    <table className="calendar-month">
      <caption className={named ? undefined : "unseen"}>{format.month(month)}</caption>
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
              const here = own ? items.filter(({ first, last }) => first <= day && day <= last) : [];
              // One more than fits is shown rather than a link to it.
              const shown = here.length > SHOWN_A_DAY + 1 ? here.slice(0, SHOWN_A_DAY) : here;
              const rest = here.length - shown.length;
              return (
                <td
                  key={day}
                  data-day={day}
                  data-outside={!own || undefined}
                  data-bare={here.length === 0 || undefined}
                  aria-current={own && day === today ? "date" : undefined}
                >
                  <time dateTime={day}>
                    <span className="calendar-number">{Number(day.slice(8))}</span>
                    <span className="calendar-weekday">{format.dayOfWeek(at(day))}</span>
                  </time>
                  {here.length > 0 && (
                    <ul>
                      {shown.map((item) => (
                        <ItemLine
                          key={`${item.kind} ${item.id}`}
                          item={item}
                          kind={nameOf(item.kind)}
                          goesOn={item.first < day && !day.endsWith("-01")}
                        />
                      ))}
                      {rest > 0 && (
                        <li className="more">
                          <Link to={moreHref(day)}>
                            <Plural value={rest} one="# more" other="# more" />
                            <span className="unseen"> {format.day(at(day))}</span>
                          </Link>
                        </li>
                      )}
                    </ul>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
