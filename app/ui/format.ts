import { useLingui } from "@lingui/react/macro";
import { LOCALES } from "~/i18n/languages.ts";
import type { Language } from "~/words.ts";

const DAY_MS = 86_400_000;

/** Dates, quarters and numbers as the reader's language writes them. Instants come as milliseconds or Dates; days are UTC. */
export function useFormat() {
  const { t, i18n } = useLingui();
  const language = i18n.locale as Language;
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return {
    /** `2026-Q4` as "Q4 2026", "T4 2026", "K4 2026". */
    quarter: (quarter: string) => {
      const [year, number] = quarter.split("-Q");
      return t({ message: `Q${number} ${year}`, comment: "A quarter of a year: Q4 2026" });
    },
    day: (at: Date | number) => day.format(at),
    instant: (at: Date | number) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(at),
    /** "today", "3 days ago" up to a month back, then the day. `now` comes from the server, so that both sides agree. */
    ago: (at: Date | number, now: Date | number) => {
      const days = Math.floor(+now / DAY_MS) - Math.floor(+at / DAY_MS);
      if (days > 30) return day.format(at);
      return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
    },
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
