import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { LOCALES } from "~/i18n/languages.ts";
import type { Language } from "~/words.ts";

interface MeetingTimeProps {
  meetingAt: number | null;
  /** Such as `Europe/Brussels`. */
  timeZone: string;
  /** Where it is held by video; empty for nowhere yet. */
  link: string;
}

/** When the meeting is, in the review's own time zone with its name, and the way to it. */
export function MeetingTime({ meetingAt, timeZone, link }: MeetingTimeProps) {
  const { i18n } = useLingui();
  const at =
    meetingAt !== null &&
    new Intl.DateTimeFormat(LOCALES[i18n.locale as Language], {
      ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
      timeZone,
    } as Intl.DateTimeFormatOptions).format(meetingAt);
  return (
    <>
      {at && (
        <span>
          {at} ({timeZone})
        </span>
      )}
      {link && (
        <a href={link} rel="noreferrer">
          <Trans>To the video meeting</Trans>
        </a>
      )}
    </>
  );
}
