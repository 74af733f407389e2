import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { Language } from "~/domain.ts";
import { placeOf } from "~/features/committee/reviews/places.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { useTimeZone } from "~/ui/time-zone.tsx";

/** When the committee meets, in the review's own time zone and with its name: nobody has to reckon what is meant. */
export function MeetingTime({ at, timeZone }: { at: number | string; timeZone: string }) {
  const { i18n } = useLingui();
  const language = i18n.locale as Language;
  const locale = LOCALES[language];
  const when = new Date(at);
  const zone = useTimeZone();
  const own =
    zone !== null && zone !== timeZone
      ? new Intl.DateTimeFormat(locale, {
          timeZone: zone,
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "2-digit",
          minute: "2-digit",
          hourCycle: "h23",
          timeZoneName: "short",
        }).format(when)
      : null;
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(when);
  // Put together here: browsers and the server do not agree on what stands between the parts.
  const day = `${told({ weekday: "long" })} ${told({ day: "numeric", month: "long", year: "numeric" })}`;
  const text = `${day}, ${told({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}`;
  return (
    <time dateTime={when.toISOString()}>
      {text} · {placeOf(timeZone, language)}
      {own && (
        <>
          {" "}
          <span className="soft">
            (<Trans>your time: {own}</Trans>)
          </span>
        </>
      )}
    </time>
  );
}
