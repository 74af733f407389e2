import { config } from "~/config.server.ts";
import { calendarOf } from "~/features/home/my/calendar.server.ts";
import { readerOf } from "~/features/home/my/feed.server.ts";
import { calendarResponse, noCalendar } from "~/http/calendar.server.ts";
import { forAnyone } from "~/http/visit.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";

/** Somebody's calendar, for their calendar program: its address alone says whose it is, and no session is asked for. */
export const loader = forAnyone(({ db, networks, params, at, language: asked }) => {
  const [, token = ""] = /^(.+)\.ics$/.exec(params.file ?? "") ?? [];
  const viewer = readerOf(db, networks, token);
  if (!viewer) return noCalendar();
  const language = viewer.language ?? asked;
  return calendarResponse(calendarOf(db, { viewer, networks, language, at }, i18nFor(language), config().origin));
});
