import { max } from "drizzle-orm";
import { prepared } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";

/** The newest event of all: what a page shows already when it is read first. 1 look-up. */
export const newestEvent = prepared((db) => {
  const query = db
    .select({ id: max(events.id) })
    .from(events)
    .prepare();
  return (): number => query.get()?.id ?? 0;
});
