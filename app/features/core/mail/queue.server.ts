import { log } from "~/log.server.ts";
import { MailNotSent } from "./transport.server.ts";

/*
 * Letters that go out after the answer: nobody waits for the mail server, and no answer tells whether there was a letter.
 * They wait in memory alone, since each carries a secret that is worth nothing half an hour later and that the database
 * keeps as a hash only: after a restart one asks again.
 */

/** How long to wait before each next try, in milliseconds. */
const WAITS = [5_000, 30_000, 120_000];
/** More letters than these at once are not written: somebody is filling the queue. */
const MOST_WAITING = 500;

const under = new Set<Promise<void>>();
const timers = new Set<ReturnType<typeof setTimeout>>();
let waiting = 0;

/**
 * Sends a letter soon, and again after a while if the mail server does not take it. One that the mail server may have taken
 * is not sent twice.
 *
 * @param what names it in the log
 */
export function sendSoon(what: string, send: () => Promise<void>): void {
  if (waiting >= MOST_WAITING) {
    log.error({ what, waiting }, "too many letters wait: one was not written");
    return;
  }
  waiting += 1;
  attempt(what, send, 0);
}

function attempt(what: string, send: () => Promise<void>, tries: number): void {
  // Begun only once the request that asked for it has been answered.
  const run = new Promise<void>((resolve) => setImmediate(resolve)).then(send).then(
    () => {
      waiting -= 1;
    },
    (error: unknown) => {
      const wait = error instanceof MailNotSent && !error.unsure ? WAITS[tries] : undefined;
      log.error({ err: error, what, again: wait ?? null }, "a letter was not sent");
      if (wait === undefined) {
        waiting -= 1;
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        attempt(what, send, tries + 1);
      }, wait);
      timer.unref();
      timers.add(timer);
    },
  );
  under.add(run);
  void run.finally(() => under.delete(run));
}

/** Resolves once no letter is being handed over; what waits for a next try is not waited for. */
export async function lettersOut(): Promise<void> {
  while (under.size > 0) await Promise.all(under);
}
