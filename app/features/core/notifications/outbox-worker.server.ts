import { and, asc, eq, gte, isNull, lte, ne, sql } from "drizzle-orm";
import { onChange } from "~/features/core/history/change.server.ts";
import { checkMailServer, MailNotSent, send } from "~/features/core/mail/transport.server.ts";
import { log } from "~/log.server.ts";
import type { Database } from "~db/connection.ts";
import { events, mails, notices } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { whenUnlocked } from "~db/unlocked.ts";
import { composeDigest } from "./digest.server.tsx";
import { dueUntil, newsSince, nextWait } from "./schedule.ts";

/*
 * The outbox. What is due is first written into it, in one transaction with the notices that it tells of; then each mail
 * is claimed, handed to the mail server and marked as out. A restart or a dead mail server loses none of them. None goes
 * out twice: one that was being handed over when the program died, or the line broke, may have arrived, and is not sent
 * again (docs/decisions/0011-notices.md).
 */

/** For how long notices are gathered before they are mailed at once. */
const GRACE_MS = Number(process.env.MAIL_GRACE_MS ?? 60_000);

/** Puts what is due into the outbox: one mail a person. Returns how many. */
export function gather(db: Database, now: Date, graceMs = GRACE_MS): number {
  const unmailed = and(isNull(notices.mailId), isNull(notices.readAt), gte(notices.at, newsSince(now)));
  const waiting = db
    .select({
      id: people.id,
      mailFrequency: people.mailFrequency,
      timeZone: people.timeZone,
      // A voice more is pleasant to hear, and no reason to write at once.
      newest: sql<number | null>`max(case when ${events.kind} <> 'suggestion.supported' then ${notices.at} end)`,
      oldest: sql<number | null>`min(case when ${events.kind} <> 'suggestion.supported' then ${notices.at} end)`,
    })
    .from(notices)
    .innerJoin(people, eq(people.id, notices.personId))
    .innerJoin(events, eq(events.id, notices.eventId))
    .where(and(unmailed, ne(people.mailFrequency, "never"), isNull(people.suspendedAt)))
    .groupBy(people.id)
    .all();
  let gathered = 0;
  for (const { id, mailFrequency, timeZone, newest, oldest } of waiting) {
    const until = dueUntil(mailFrequency, now, graceMs, timeZone);
    if (!until || (mailFrequency === "at-once" && !isQuiet(newest, oldest, until, graceMs))) continue;
    gathered += db.transaction(
      (tx) => {
        const due = and(unmailed, eq(notices.personId, id), lte(notices.at, until));
        if (!tx.select({ id: notices.id }).from(notices).where(due).limit(1).get()) return 0;
        const mail = tx
          .insert(mails)
          .values({ personId: id, state: "waiting", createdAt: now, nextTryAt: now })
          .returning({ id: mails.id })
          .get();
        tx.update(notices).set({ mailId: mail.id }).where(due).run();
        return 1;
      },
      { behavior: "immediate" },
    );
  }
  return gathered;
}

/** Whether nothing new has come for a while; a busy board is not waited for more than ten times as long. */
function isQuiet(newest: number | null, oldest: number | null, until: Date, graceMs: number): boolean {
  if (newest === null || oldest === null) return false;
  return newest <= +until || oldest <= +until - 9 * graceMs;
}

/** Hands over what waits in the outbox, the oldest first, until nothing is due or the mail server does not answer. */
export async function deliver(db: Database, now: () => Date = () => new Date()): Promise<void> {
  if (!nextDue(db, now())) return;
  try {
    await checkMailServer();
  } catch (cause) {
    postponeAll(db, now(), cause);
    return;
  }
  for (let mail = claim(db, now()); mail; mail = claim(db, now())) await handOver(db, mail, now);
}

/** What was being handed over when the program ended: it may have arrived, so it is left alone. */
export function settleAfterRestart(db: Database): void {
  const { changes } = db.update(mails).set({ state: "unsure" }).where(eq(mails.state, "sending")).run();
  if (changes > 0) log.warn({ mails: changes }, "mails were on their way when the program ended: not sent again");
}

type MailRow = typeof mails.$inferSelect;

const nextDue = (db: Database, now: Date) =>
  db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.state, "waiting"), lte(mails.nextTryAt, now)))
    .orderBy(asc(mails.id))
    .limit(1)
    .get();

function claim(db: Database, now: Date): MailRow | undefined {
  const due = nextDue(db, now);
  return (
    due &&
    db
      .update(mails)
      .set({ state: "sending", tries: sql`${mails.tries} + 1` })
      .where(and(eq(mails.id, due.id), eq(mails.state, "waiting")))
      .returning()
      .get()
  );
}

async function handOver(db: Database, mail: MailRow, now: () => Date): Promise<void> {
  // A mail that went out and could not be marked so would go out again.
  const settle = (values: Partial<MailRow>) =>
    whenUnlocked(() => db.update(mails).set(values).where(eq(mails.id, mail.id)).run());
  const reader = db.select().from(people).where(eq(people.id, mail.personId)).get();
  const message =
    reader &&
    !reader.suspendedAt &&
    reader.mailFrequency !== "never" &&
    composeDigest(db, mail.id, { ...reader, language: reader.language ?? "en" }, now());
  if (!message) {
    await settle({ state: "given-up", lastError: "nobody to tell, or nothing left to tell" });
    return;
  }
  try {
    await send(message);
  } catch (error) {
    if (error instanceof MailNotSent && error.unsure) {
      log.warn({ mail: mail.id, err: error }, "the line broke while a mail was handed over: not sent again");
      await settle({ state: "unsure", lastError: reasonOf(error) });
    } else await settle(tryAgain(mail, now(), error));
    return;
  }
  await settle({ state: "sent", sentAt: now() });
}

/** An outage is waited out without end: it counts as a try only until the waits are an hour apart. */
const LONGEST_OUTAGE = 4;

/** The mail server does not answer: everything waits, each mail a little longer than before. */
function postponeAll(db: Database, now: Date, cause: unknown): void {
  log.warn({ err: cause }, "the mail server does not answer: mail waits in the outbox");
  const due = db
    .select()
    .from(mails)
    .where(and(eq(mails.state, "waiting"), lte(mails.nextTryAt, now)))
    .all();
  for (const mail of due) {
    const again = tryAgain(
      { ...mail, tries: Math.max(mail.tries, Math.min(mail.tries + 1, LONGEST_OUTAGE)) },
      now,
      cause,
    );
    db.update(mails).set(again).where(eq(mails.id, mail.id)).run();
  }
}

function tryAgain(mail: MailRow, now: Date, error: unknown): Partial<MailRow> {
  const wait = nextWait(mail.tries);
  if (wait === null) {
    log.error({ mail: mail.id, err: error }, "a mail was tried often enough: given up");
    return { state: "given-up", lastError: reasonOf(error) };
  }
  return { state: "waiting", tries: mail.tries, nextTryAt: new Date(+now + wait), lastError: reasonOf(error) };
}

const reasonOf = (error: unknown) => String((error as Error).cause ?? error).slice(0, 500);

/** Keeps mail going: soon after each change, and each minute for what was put off. Returns what ends it, once it is safe. */
export function startOutboxWorker(db: () => Database): { round: () => Promise<void>; stop: () => Promise<void> } {
  settleAfterRestart(db());
  let under: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const round = () => {
    // One at a time: a mail that is being handed over is waited for, never raced.
    under = under
      .then(async () => {
        if (stopped) return;
        gather(db(), new Date());
        await deliver(db());
      })
      .catch((error) => log.error({ err: error }, "the outbox failed"));
    return under;
  };
  const end = onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void round();
    }, GRACE_MS + 1);
    timer.unref();
  });
  return {
    round,
    async stop() {
      stopped = true;
      end();
      clearTimeout(timer);
      await under;
    },
  };
}
