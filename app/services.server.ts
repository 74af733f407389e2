import "~/areas.server.ts";
import { config, listeningOn } from "~/config.server.ts";
import { lapseFormerPositions } from "~/features/committee/decisions/positions.server.ts";
import { completeRecords } from "~/features/committee/decisions/record.server.ts";
import { checkHistory } from "~/features/core/history/readable.server.ts";
import { LiveHub } from "~/features/core/live/hub.server.ts";
import { ensureEvaluationAccounts, removeEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { firstAdministratorLink } from "~/features/people/accounts/first-administrator.server.ts";
import { seenBy } from "~/features/people/accounts/viewer.server.ts";
import { checkHealth } from "~/health.server.ts";
import { boardValidator } from "~/http/board-validator.server.ts";
import { takesFiles } from "~/http/takes-files.server.ts";
import { startJobs } from "~/jobs/jobs.server.ts";
import { setWorkersFolder } from "~/lib/worker-pool.server.ts";
import { log } from "~/log.server.ts";
import { hideFromOthers, startProblems } from "~/start-problems.server.ts";
import { closeDatabase, database, serveFrom } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";

const liveHub = new LiveHub(async (headers) => (await seenBy(headers)).viewer);

/**
 * What the server around Remix asks of the product. It comes with the Remix build, so that both sides share one
 * database connection and one set of listeners.
 */
export const services = {
  config,
  listeningOn,
  /** All that keeps the server from starting, a sentence each. */
  startProblems,
  /** Brings the database to its newest shape; in a new real installation, returns the link for its first administrator. */
  async prepare(): Promise<string | null> {
    const db = database();
    hideFromOthers();
    migrateDatabase(db);
    completeRecords(db);
    if (config().evaluation) ensureEvaluationAccounts(db, new Date());
    else removeEvaluationAccounts(db);
    lapseFormerPositions(db, new Date());
    const link = firstAdministratorLink(db, new Date());
    serveFrom(db);
    checkHistory(db).catch((err) => log.error({ err }, "the history could not be checked"));
    return link;
  },
  /** Throws when the plan cannot be read or written. */
  checkHealth(): void {
    checkHealth(database());
  },
  /** Starts what is done on a schedule; returns what stops it. */
  startJobs,
  setWorkersFolder,
  live: liveHub,
  boardValidator,
  takesFiles,
  /** Ends the live lines and closes the database, once nothing is under way any more. */
  close(): void {
    liveHub.close();
    closeDatabase();
  },
};

export type Services = typeof services;
