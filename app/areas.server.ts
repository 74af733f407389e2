import "~/listeners.server.ts";
import { lapseOfSeat } from "~/features/committee/decisions/positions.server.ts";
import { committeeNotifications } from "~/features/committee/notifications.server.ts";
import { registerEntryLines } from "~/features/core/history/entry-lines.server.ts";
import { registerDueSoon } from "~/features/core/notifications/digest.server.tsx";
import { registerNotifications } from "~/features/core/notifications/sentences.server.ts";
import { dueSoon } from "~/features/home/my/due-soon.server.ts";
import { registerSeatChanges } from "~/features/people/networks/seat-changes.server.ts";
import { planNotifications } from "~/features/plan/notifications.server.ts";
import { suggestionNotifications } from "~/features/suggestions/notifications.server.ts";
import { entryChanges, partHeading } from "~/features/tools/engine/history.server.ts";

/*
 * The composition root: core knows no area, so each area registers here what core asks of it. Loaded once, by the server and
 * by the tests, before anything is asked.
 */

registerEntryLines({ changes: entryChanges, heading: partHeading });
registerSeatChanges(lapseOfSeat);
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
