import { existsSync } from "node:fs";
import { unreadableEvents } from "~/features/core/history/readable.server.ts";
import { databaseFile, openDatabase } from "~db/connection.ts";

/*
 * `npm run check:history`: reads every event of the database that `DATABASE` names, lists those that cannot be read, each with
 * what is wrong, and ends with 1 when there is one. The server must have started once with this version.
 */

// The list below says it to people; the log would say it once more.
process.env.LOG_LEVEL ??= "silent";

const file = databaseFile();
if (!existsSync(file)) {
  process.stderr.write(`There is no database ${file}. Name another one: DATABASE=FILE npm run check:history\n`);
  process.exit(1);
}
const db = openDatabase(file);
const unreadable = [...unreadableEvents(db).values()];
const { n } = db.$client.prepare("select count(*) as n from events").get() as { n: number };
db.$client.close();
for (const { message } of unreadable) process.stdout.write(`${message}\n`);
process.stdout.write(`${n} events, ${unreadable.length} of which cannot be read.\n`);
process.exit(unreadable.length === 0 ? 0 : 1);
