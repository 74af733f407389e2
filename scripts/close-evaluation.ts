import { existsSync } from "node:fs";
import { closeEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { databaseFile, openDatabase } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";

/*
 * `npm run evaluation:close`: closes the accounts for trying in the database that `DATABASE` names, so that it can go public with
 * what they did in it.
 */

const file = databaseFile();
if (!existsSync(file)) {
  process.stderr.write(`There is no database ${file}. Name another one: DATABASE=FILE npm run evaluation:close\n`);
  process.exit(1);
}
const db = openDatabase(file);
migrateDatabase(db);
const closed = closeEvaluationAccounts(db, new Date());
db.$client.close();
process.stdout.write(`${closed} accounts for trying are closed in ${file}.\n`);
