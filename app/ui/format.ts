import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { Language } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { DAY_MS } from "~/lib/days.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import { useTimeZone } from "./time-zone.tsx";

/** Making a formatter costs more than a hundred uses of it. */
function kept<F>(make: (locale: string) => F): (locale: string) => F {
  const made = new Map<string, F>();
  return (locale) => {
    const formatter = made.get(locale) ?? make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

const DAY = kept(
  (l) => new Intl.DateTimeFormat(l, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
);
const MONTH = kept((l) => new Intl.DateTimeFormat(l, { month: "long", year: "numeric", timeZone: "UTC" }));
const WEEKDAY = {
  long: kept((l) => new Intl.DateTimeFormat(l, { weekday: "long", timeZone: "UTC" })),
  short: kept((l) => new Intl.DateTimeFormat(l, { weekday: "short", timeZone: "UTC" })),
};
const DAY_OF_WEEK = kept(
  (l) => new Intl.DateTimeFormat(l, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),
);
const SHORT_MONTH = kept((l) => new Intl.DateTimeFormat(l, { month: "short", timeZone: "UTC" }));
const AT_ONCE = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
const RELATIVE = kept((l) => new Intl.RelativeTimeFormat(l, { numeric: "auto" }));
/** Values have four decimals at most, and all of them are shown: what is shown can be typed again. */
const NUMBER = kept((l) => new Intl.NumberFormat(l, { maximumFractionDigits: 4 }));
const AMOUNT = kept(
  (l) =>
    new Intl.NumberFormat(l, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      trailingZeroDisplay: "stripIfInteger",
    }),
);
const RATE = kept((l) => new Intl.NumberFormat(l, { maximumFractionDigits: 4 }));
const MONEY = new Map<string, Intl.NumberFormat>();
const MEGABYTES = kept((l) => new Intl.NumberFormat(l, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }));
const KILOBYTES = kept((l) => new Intl.NumberFormat(l, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }));
const LANGUAGE = kept((l) => new Intl.DisplayNames(l, { type: "language" }));
const PERCENT = kept((l) => new Intl.NumberFormat(l, { style: "percent" }));
const LIST = kept((l) => new Intl.ListFormat(l, { type: "conjunction" }));

/** Dates, quarters and numbers as the reader's language writes them. Instants come as milliseconds or Dates; days are UTC. */
export function useFormat() {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  return useMemo(() => formatOf(i18n, timeZone), [i18n, timeZone]);
}

/**
 * As `useFormat`, for what is no component.
 *
 * @param zone the reader's time zone; null while it is not known: instants are then in UTC and say so
 */
export function formatOf(i18n: I18n, zone: string | null = null) {
  const locale = LOCALES[i18n.locale as Language];
  const timeZone = zone ?? DEFAULT_ZONE;
  const instantIn = (options: Intl.DateTimeFormatOptions) => zoned(locale, timeZone, options);
  const dayAt = (at: Date | number) => Math.floor(Date.parse(`${dayIn(timeZone, at)}T00:00:00Z`) / DAY_MS);
  return {
    /** `2026-Q4` as "Q4 2026", "T4 2026", "K4 2026". */
    quarter: (quarter: string) => {
      const [year = "", number = ""] = quarter.split("-Q");
      return i18n._(msg({ message: `Q${number} ${year}`, comment: "A quarter of a year: Q4 2026" }));
    },
    /** A day of the calendar, which is the same everywhere. */
    day: (at: Date | number) => DAY(locale).format(at),
    /** The day that an instant falls on where the reader is. */
    dayOf: (at: Date | number) => DAY(locale).format(Date.parse(`${dayIn(timeZone, at)}T00:00:00Z`)),
    /** Two days, `2026-11-24`, as "24 – 26 Nov 2026"; the same one once. */
    days: (first: string, last: string) =>
      DAY(locale).formatRange(Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)),
    /** `2026-11` as "November 2026", "novembre 2026". */
    month: (month: string) => MONTH(locale).format(Date.parse(`${month}-01T00:00:00Z`)),
    /** "Mon" or "Monday". */
    weekday: (at: Date | number, length: "long" | "short") => WEEKDAY[length](locale).format(at),
    /** "Monday 30 November". */
    dayOfWeek: (at: Date | number) => DAY_OF_WEEK(locale).format(at),
    /** `2026-11` as "Nov", "nov." */
    shortMonth: (month: string) => SHORT_MONTH(locale).format(Date.parse(`${month}-01T00:00:00Z`)),
    instant: (at: Date | number) => instantIn(zone ? AT_ONCE : { ...AT_ONCE, timeZoneName: "short" }).format(at),
    /** The hour of an instant, which stands beside its day. */
    hour: (at: Date | number) =>
      instantIn({ hour: "2-digit", minute: "2-digit", ...(!zone && { timeZoneName: "short" }) }).format(at),
    /** An instant with the name of its zone: for what people must not miss. */
    deadline: (at: Date | number) => instantIn({ ...AT_ONCE, timeZoneName: "short" }).format(at),
    /** "today", "3 days ago" up to a month back, then the day. `now` comes from the server, so that both sides agree. */
    ago: (at: Date | number, now: Date | number) => {
      const days = dayAt(now) - dayAt(at);
      return days > 30 ? DAY(locale).format(dayAt(at) * DAY_MS) : RELATIVE(locale).format(-days, "day");
    },
    number: (value: number) => NUMBER(locale).format(value),
    /** An amount of money without its currency: "12,500", "99.50". */
    amount: (value: number) => AMOUNT(locale).format(value),
    /** A rate between currencies, with all its decimals. */
    rate: (value: number) => RATE(locale).format(value),
    /** An amount in hundredths of its currency, without hundredths where there are none: "€ 12,500", "$ 99.50". */
    money: (hundredths: number, currency: string) => moneyIn(locale, currency).format(hundredths / 100),
    /** Whole percent, 0 to 100. */
    percent: (value: number) => PERCENT(locale).format(value / 100),
    /** "340 kB", "2.4 MB". */
    size: (bytes: number) =>
      bytes < 1024 * 1024
        ? KILOBYTES(locale).format(Math.max(1, Math.round(bytes / 1024)))
        : MEGABYTES(locale).format(bytes / 1024 / 1024),
    /** `fr` as "French", "français", "Frans": in a sentence, where a choice of languages has each in its own. */
    language: (language: Language) => LANGUAGE(locale).of(language) ?? language,
    list: (items: string[]) => LIST(locale).format(items),
  };
}

const ZONED = new Map<string, Intl.DateTimeFormat>();

function zoned(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = [locale, timeZone, options.timeZoneName].join(" ");
  const formatter = ZONED.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  ZONED.set(name, formatter);
  return formatter;
}

function moneyIn(locale: string, currency: string): Intl.NumberFormat {
  const name = `${locale} ${currency}`;
  const formatter =
    MONEY.get(name) ??
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      trailingZeroDisplay: "stripIfInteger",
    });
  MONEY.set(name, formatter);
  return formatter;
}
