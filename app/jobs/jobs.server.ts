import { Cron } from "croner";
import { remindOfDecisions } from "~/features/committee/decisions/reminding.server.ts";
import { sweepSubmissions } from "~/features/core/history/submission.server.ts";
import { startOutboxWorker } from "~/features/core/notifications/outbox-worker.server.ts";
import { sweepAccounts } from "~/features/people/accounts/sweep.server.ts";
import { sweepFiles, sweepRemains } from "~/features/plan/documents/sweep.server.ts";
import { makeRecurringActions } from "~/features/plan/recurrence/making.server.ts";
import { filesOfParts } from "~/features/tools/engine/parts.server.ts";
import { log } from "~/log.server.ts";
import { database } from "~db/connection.ts";
import { whenUnlocked } from "~db/unlocked.ts";

/**
 * Starts what is done on a schedule, in UTC. Shallow: each job only calls a feature, and says in the log when that failed.
 *
 * @returns what stops it, and resolves once nothing is under way any more
 */
export function startJobs(): () => Promise<void> {
  const outbox = startOutboxWorker(database);
  const jobs = [
    { name: "sweep submissions", schedule: "27 3 * * *", run: () => sweepSubmissions(database(), new Date()) },
    { name: "sweep accounts", schedule: "17 3 * * *", run: () => sweepAccounts(database(), new Date()) },
    {
      name: "sweep files",
      schedule: "41 3 * * *",
      run: () => sweepFiles(database(), new Date(), filesOfParts(database())),
    },
    { name: "sweep uploads", schedule: "51 * * * *", run: () => sweepRemains(new Date()) },
    { name: "remind of decisions", schedule: "7 * * * *", run: () => remindOfDecisions(database(), new Date()) },
    { name: "make recurring actions", schedule: "13 * * * *", run: () => makeRecurringActions(database(), new Date()) },
    { name: "outbox", schedule: "* * * * *", run: outbox.round },
  ];
  const running = jobs.map(({ name, schedule, run }) => {
    const failed = (error: unknown) => log.error({ err: error, job: name }, "a job failed");
    return new Cron(schedule, { name, timezone: "UTC", protect: true, unref: true, catch: failed }, () =>
      whenUnlocked(run),
    );
  });
  return async () => {
    for (const job of running) job.stop();
    await outbox.stop();
  };
}
