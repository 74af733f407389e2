import { sql } from "drizzle-orm";
import { config, listeningOn } from "~/config.server.ts";
import { ensureEvaluationAccounts, removeEvaluationAccounts } from "~/features/accounts/evaluation.server.ts";
import { firstAdministratorLink } from "~/features/accounts/first-administrator.server.ts";
import { boardValidator } from "~/features/boards/validator.server.ts";
import { completeRecords } from "~/features/decisions/record.server.ts";
import { liveHub } from "~/features/live/hub.server.ts";
import { startJobs } from "~/jobs/jobs.server.ts";
import { closeDatabase, database } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";

/**
 * What the server around Remix asks of the product. It comes with the Remix build, so that both sides share one
 * database connection and one set of listeners.
 */
export const services = {
  config,
  listeningOn,
  /** Brings the database to its newest shape; in a new real installation, returns the link for its first administrator. */
  async prepare(): Promise<string | null> {
    migrateDatabase(database());
    completeRecords(database());
    if (config().evaluation) ensureEvaluationAccounts(database(), new Date());
    else removeEvaluationAccounts(database());
    return firstAdministratorLink(database(), new Date());
  },
  /** Throws when the database cannot be read. */
  checkHealth(): void {
    database().get(sql`select 1`);
  },
  /** Starts what is done on a schedule; returns what stops it. */
  startJobs,
  live: liveHub,
  boardValidator,
  /** Ends the live lines and closes the database, once nothing is under way any more. */
  close(): void {
    liveHub.close();
    closeDatabase();
  },
};

export type Services = typeof services;
