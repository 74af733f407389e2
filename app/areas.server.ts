import "~/listeners.server.ts";
import { committeeCalendar } from "~/features/committee/calendar.server.ts";
import { lapseOfSeat } from "~/features/committee/decisions/positions.server.ts";
import { decisionDetails, reviewDetails, viewDetails } from "~/features/committee/details.server.ts";
import { committeeNotifications, committeeSubjectPages } from "~/features/committee/notifications.server.ts";
import { committeeSearch } from "~/features/committee/search.server.ts";
import { registerDetails } from "~/features/core/details.server.ts";
import { registerEntryLines } from "~/features/core/history/entry-lines.server.ts";
import { registerDueSoon } from "~/features/core/notifications/digest.server.tsx";
import { registerNotifications } from "~/features/core/notifications/sentences.server.ts";
import { registerSubjectPages } from "~/features/core/notifications/subject-pages.server.ts";
import { registerSearchSources } from "~/features/core/search/sources.server.ts";
import { dueSoon } from "~/features/home/my/due-soon.server.ts";
import { networkSearch } from "~/features/people/networks/search.server.ts";
import { registerSeatChanges } from "~/features/people/networks/seat-changes.server.ts";
import { actionDetails } from "~/features/plan/actions/titles.server.ts";
import { registerCalendarItems } from "~/features/plan/calendar/items.server.ts";
import { planNotifications, planSubjectPages } from "~/features/plan/notifications.server.ts";
import { planSearch } from "~/features/plan/search.server.ts";
import { suggestionsCalendar } from "~/features/suggestions/calendar.server.ts";
import { suggestionDetails } from "~/features/suggestions/details.server.ts";
import { suggestionNotifications, suggestionSubjectPages } from "~/features/suggestions/notifications.server.ts";
import { suggestionSearch } from "~/features/suggestions/search.server.ts";
import { toolsCalendar } from "~/features/tools/calendar.server.ts";
import { entryDetails } from "~/features/tools/engine/details.server.ts";
import { entryChanges, partHeading } from "~/features/tools/engine/history.server.ts";
import { toolSearch } from "~/features/tools/engine/search.server.ts";

/*
 * The composition root: core knows no area, so each area registers here what core asks of it. Loaded once, by the server and
 * by the tests, before anything is asked.
 */

registerDetails({
  action: actionDetails,
  suggestion: suggestionDetails,
  decision: decisionDetails,
  review: reviewDetails,
  view: viewDetails,
  entry: entryDetails,
});
registerSearchSources({ ...networkSearch, ...planSearch, ...suggestionSearch, ...committeeSearch, ...toolSearch });
registerSubjectPages([...planSubjectPages, ...suggestionSubjectPages, ...committeeSubjectPages]);
registerEntryLines({ changes: entryChanges, heading: partHeading });
registerSeatChanges(lapseOfSeat);
registerCalendarItems(...toolsCalendar, suggestionsCalendar, ...committeeCalendar);
registerDueSoon(dueSoon);
registerNotifications({
  sentences: {
    ...planNotifications.sentences,
    ...suggestionNotifications.sentences,
    ...committeeNotifications.sentences,
  },
  headings: { ...planNotifications.headings, ...suggestionNotifications.headings, ...committeeNotifications.headings },
  quotes: committeeNotifications.quotes ?? {},
});
