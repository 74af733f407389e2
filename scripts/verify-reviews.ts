import { existsSync } from "node:fs";
import { type Finding, isWhole, verifyReviews } from "~/features/committee/reviews/verify.server.ts";
import { databaseFile, openDatabase } from "~db/connection.ts";

/*
 * `npm run verify:reviews`: recomputes the sum of every closed review of the database that `DATABASE` names, says what it
 * found of each, and ends with 1 when one is not as it was when it was closed.
 */

const FOUND: Record<Finding, string> = {
  open: "open, nothing frozen yet",
  "as-frozen": "as it was when it was closed",
  missing: "MISSING: it was closed, and what was frozen is gone",
  changed: "CHANGED: what is frozen is not what was closed",
  "sum-changed": "CHANGED: the sum beside what is frozen is another",
  "frozen-though-open": "WRONG: something is frozen of a review that nobody closed",
};

const file = databaseFile();
if (!existsSync(file)) {
  process.stderr.write(`There is no database ${file}. Name another one: DATABASE=FILE npm run verify:reviews\n`);
  process.exit(1);
}
const db = openDatabase(file);
const verified = verifyReviews(db);
db.$client.close();
if (verified.length === 0) process.stdout.write("No review has been opened yet.\n");
for (const { quarter, finding, sha256 } of verified) {
  process.stdout.write(`${quarter}  ${FOUND[finding]}${sha256 ? `  ${sha256}` : ""}\n`);
}
process.exit(isWhole(verified) ? 0 : 1);
