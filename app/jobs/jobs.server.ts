import { Cron } from "croner";
import { sweepAccounts } from "~/features/accounts/sweep.server.ts";
import { log } from "~/log.server.ts";
import { database } from "~db/connection.ts";

/** What is done on a schedule, in UTC. Shallow: each job only calls a feature, and says in the log when that failed. */
const JOBS = [{ name: "sweep accounts", schedule: "17 3 * * *", run: () => sweepAccounts(database(), new Date()) }];

/** Starts all jobs; returns what stops them. */
export function startJobs(): () => void {
  const running = JOBS.map(({ name, schedule, run }) => {
    const failed = (error: unknown) => log.error({ err: error, job: name }, "a job failed");
    return new Cron(schedule, { name, timezone: "UTC", protect: true, unref: true, catch: failed }, run);
  });
  return () => {
    for (const job of running) job.stop();
  };
}
