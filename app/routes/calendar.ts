import { calendarOf } from "~/features/my/calendar.server.ts";
import { readerOf } from "~/features/my/feed.server.ts";
import { forAnyone } from "~/http/visit.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { surroundings } from "~/surroundings.server.ts";

/** Somebody's calendar, for their calendar program: its address alone says whose it is, and no session is asked for. */
export const loader = forAnyone(({ db, networks, params, at, language: asked }) => {
  const [, token = ""] = /^(.+)\.ics$/.exec(params.file ?? "") ?? [];
  const viewer = readerOf(db, networks, token);
  // A program reads no page: what it understands is the status.
  if (!viewer) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const language = viewer.language ?? asked;
  const calendar = calendarOf(db, { viewer, networks, language, at }, i18nFor(language), surroundings().origin);
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="inspir.ics"',
      "Cache-Control": "private, max-age=900",
      // It is for one person alone: no search engine keeps it.
      "X-Robots-Tag": "noindex",
    },
  });
});
