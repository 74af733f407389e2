import { useLingui } from "@lingui/react";
import { placeOf } from "~/features/reviews/time-zone.ts";
import { LOCALES } from "~/i18n/languages.ts";
import type { Language } from "~/words.ts";

/** When the committee meets, in the review's own time zone and with its name: nobody has to reckon what is meant. */
export function MeetingTime({ at, timeZone }: { at: number | string; timeZone: string }) {
  const { i18n } = useLingui();
  const locale = LOCALES[i18n.locale as Language];
  const when = new Date(at);
  const text = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone }).format(when);
  return (
    <time dateTime={when.toISOString()}>
      {text} · {placeOf(timeZone)}
    </time>
  );
}
