import { registerEntryLines } from "~/features/core/history/entry-lines.server.ts";
import { entryChanges, partHeading } from "~/features/tools/engine/history.server.ts";

/*
 * The composition root: core knows no area, so each area registers here what core asks of it. Loaded once, by the server and
 * by the tests, before anything is asked.
 */

registerEntryLines({ changes: entryChanges, heading: partHeading });
