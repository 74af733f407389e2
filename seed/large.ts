import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { subDays } from "date-fns";
import { count, isNotNull } from "drizzle-orm";
import { BOARDS, type Board, isOneOf } from "~/domain.ts";
import { type Database, openDatabase } from "~db/connection.ts";
import { events } from "~db/schema.ts";
import { seed } from "./load.ts";
import { addSyntheticActions } from "./synthetic/actions.ts";
import { addSyntheticEntries } from "./synthetic/entries.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "./synthetic/history.ts";
import { addSyntheticKeyResults } from "./synthetic/key-results.ts";
import { addSyntheticLinks } from "./synthetic/links.ts";
import { addSyntheticSuggestions } from "./synthetic/suggestions.ts";

/*
 * Large plans for looking and measuring: deterministic, and plainly synthetic, so that nobody takes them for the network's.
 * They stand beside the Geneva planning, entered through the same mutations.
 */

/** Whether a person has done anything: such a database is no place for synthetic actions. */
function isWorkedIn(db: Database): boolean {
  return (db.select({ n: count() }).from(events).where(isNotNull(events.actorId)).get()?.n ?? 0) > 0;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      actions: { type: "string", default: "1000" },
      suggestions: { type: "string", default: "0" },
      events: { type: "string", default: "0" },
      entries: { type: "string", default: "0" },
      database: { type: "string" },
      board: { type: "string" },
    },
  });
  const { database: file, board } = values;
  const counts = [values.actions, values.suggestions, values.events, values.entries].map(Number);
  const [actions = 0, suggestions = 0, happened = 0, entries = 0] = counts;
  if (!counts.every(isCount) || !file || (board !== undefined && !isOneOf(BOARDS, board))) {
    process.stderr.write(
      `Usage: npm run seed:large -- --actions 1000 --suggestions 500 --events 50000 --entries 100 --database FILE [--board ${BOARDS.join("|")}]\n`,
    );
    process.exit(1);
  }
  const db = openDatabase(resolve(file));
  // A generated plan can be generated again: waiting for the disk at each of its actions would be for nothing.
  db.$client.pragma("synchronous = OFF");
  const now = new Date();
  seed(db, now);
  if (isWorkedIn(db)) {
    process.stderr.write("People have worked in this database: name another file.\n");
    process.exit(1);
  }
  addSyntheticActions(db, actions, now, board as Board | undefined, happened > 0 ? subDays(now, HISTORY_DAYS) : now);
  addSyntheticHistory(db, happened, now);
  addSyntheticKeyResults(db, now);
  addSyntheticLinks(db, now);
  addSyntheticSuggestions(db, suggestions, now, board as Board | undefined);
  addSyntheticEntries(db, entries, now);
  db.$client.close();
  process.stdout.write(
    `${actions} synthetic actions and ${suggestions} suggestions are in ${file}. To look: DATABASE=${file} npm start\n`,
  );
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
