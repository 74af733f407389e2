import { attachment } from "./attachment.server.ts";

/** A calendar as a program reads it; `download` names the file where a person is given it instead. */
export function calendarResponse(calendar: string, download?: string): Response {
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": download ? attachment(download) : 'inline; filename="inspir.ics"',
      "Cache-Control": "private, max-age=900",
      // It is for one person alone: no search engine keeps it.
      "X-Robots-Tag": "noindex",
    },
  });
}

/** A program reads no page: what it understands is the status. */
export const noCalendar = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
