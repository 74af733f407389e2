import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { USUAL_AGENDA } from "~/features/committee/reviews/agenda-form.ts";
import { openReview } from "~/features/committee/reviews/mutations.server.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { type Database, openDatabase } from "~db/connection.ts";
import { people } from "~db/schema.ts";
import { seed } from "./load.ts";

/*
 * The demonstration quarter: the last one of which the published planning tells, its review opened by the account for trying.
 * Everything in it is what the seed's facts say of that quarter. No date of a meeting, no assessment, no decision and no
 * sign-off is made up: those are for whoever tries it.
 */

/** The planning stands as it was at the end of 2020. */
export const DEMONSTRATED = "2020-Q4";

/** Opens the demonstration quarter. Returns false where that review is there already. */
export function openDemonstrationQuarter(db: Database, now: Date): boolean {
  ensureEvaluationAccounts(db, now);
  const administrator = db.select().from(people).where(eq(people.id, "eval-admin")).get();
  if (!administrator) throw new Error("The demonstration quarter needs the Geneva planning.");
  const viewer = asViewer(administrator, allNetworks(db), "");
  const meeting = { meetingAt: null, timeZone: "Europe/Brussels", link: "", agenda: USUAL_AGENDA };
  return openReview(db, { personId: viewer.id, at: now }, viewer, DEMONSTRATED, meeting).status === "opened";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { database } = parseArgs({ options: { database: { type: "string" } } }).values;
  if (!database) {
    process.stderr.write("Usage: npm run seed:quarter -- --database FILE\n");
    process.exit(1);
  }
  const db = openDatabase(resolve(database));
  seed(db, new Date());
  const opened = openDemonstrationQuarter(db, new Date());
  db.$client.close();
  process.stdout.write(
    opened ? `The review of ${DEMONSTRATED} is open.\n` : `The review of ${DEMONSTRATED} was there already.\n`,
  );
}
