import { config } from "~/config.server.ts";
import { readerOf } from "~/features/home/my/feed.server.ts";
import { exchangesCalendar } from "~/features/tools/learning/exchanges/calendar.server.ts";
import { calendarResponse, noCalendar } from "~/http/calendar.server.ts";
import { forAnyone } from "~/http/visit.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";

/** The exchanges for somebody's calendar program, under the secret of their own calendar's address. */
export const loader = forAnyone(({ db, networks, params, url, at, language: asked }) => {
  const viewer = readerOf(db, networks, params.token ?? "");
  if (!viewer) return noCalendar();
  const language = viewer.language ?? asked;
  const { origin } = config();
  return calendarResponse(
    exchangesCalendar(db, url.searchParams, { networks, language, at, i18n: i18nFor(language), origin }),
  );
});
