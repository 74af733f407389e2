import { config } from "~/config.server.ts";
import { entryName } from "~/features/core/references.ts";
import { readIn } from "~/features/tools/engine/queries.server.ts";
import { calendarWith } from "~/features/tools/learning/exchanges/calendar.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { calendarResponse } from "~/http/calendar.server.ts";
import { requestedEntry } from "~/http/register.server.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

/** One exchange as a file for a calendar program. */
export const loader = forViewer((visit) => {
  const { networks, language, at, i18n } = visit;
  const { row, network, values } = requestedEntry(visit, exchanges);
  if (row.removedAt) return notFound(visit);
  const { title } = readIn(row.title, language);
  const one = {
    id: row.id,
    version: row.version,
    title,
    values,
    network: { ...network, name: network.names[language] },
  };
  const calendar = calendarWith([one], { networks, language, at, i18n, origin: config().origin });
  return calendarResponse(calendar, `INSPIR ${entryName(row.id)}.ics`);
});
