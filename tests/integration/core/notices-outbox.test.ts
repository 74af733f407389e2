import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import {
  deliver,
  gather,
  settleAfterRestart,
  startOutboxWorker,
} from "~/features/core/notifications/outbox-worker.server.ts";
import { setMailFrequency } from "~/features/core/notifications/unsubscribing.server.ts";
import { type Database, openDatabase } from "~db/connection.ts";
import { mails } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { type MailServer, recipientOf, startMailServer } from "../../support/mail.ts";
import { minute, outboxOf, startTroubledServer, suspend, type Trouble } from "../../support/notices.ts";
import { suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const GRACE_MS = 60_000;
const HOMES = ["asia", "west-africa", "central-africa", "latin-america", "belgium-europe"] as const;
let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await startMailServer();
});

afterAll(async () => {
  delete process.env.SMTP_URL;
  await mailServer.close();
});

beforeEach(() => {
  process.env.SMTP_URL = mailServer.url;
  mailServer.mails.length = 0;
});

/** A suggestion of which so many coordinators are told, each by a mail that waits in the outbox. */
function outboxWith(readers: number, at = minute(0)) {
  const db = seededDatabase();
  const told = HOMES.slice(0, readers).map((home) => someone(db, "coordinator", home, ["lobbying"]));
  suggest(db, someone(db, "member", "nepal"), {}, at);
  expect(gather(db, new Date(+at + 2 * GRACE_MS), GRACE_MS)).toBe(readers);
  return { db, told, addresses: told.map(({ email }) => email).sort() };
}

const at = (minutes: number) => () => minute(minutes);
const arrived = () => mailServer.mails.map(recipientOf).sort();
const states = (db: Database) => outboxOf(db).map(({ state }) => state);

/** Points the outbox at a mail server that takes no mail, until the test ends or `gone` is called. */
async function withTrouble(trouble: Trouble) {
  const troubled = await startTroubledServer(trouble);
  onTestFinished(troubled.stop);
  process.env.SMTP_URL = troubled.url;
  return troubled.seen;
}

/** An address on which nothing listens. */
async function deadServer(): Promise<string> {
  const server = await startMailServer();
  await server.close();
  return server.url;
}

test("each mail goes out once, is marked with when, and is not gathered or sent again", async () => {
  const { db, addresses } = outboxWith(2);
  await deliver(db, at(3));
  await deliver(db, at(4));
  expect(arrived()).toEqual(addresses);
  expect(outboxOf(db)).toMatchObject([
    { state: "sent", sentAt: minute(3), tries: 1 },
    { state: "sent", sentAt: minute(3), tries: 1 },
  ]);
  expect(gather(db, minute(60), GRACE_MS)).toBe(0);
});

test("delivering twice at the same time sends each mail once, from one program and from two", async () => {
  const { db, addresses } = outboxWith(5);
  const second = openDatabase(db.$client.name);
  onTestFinished(() => void second.$client.close());
  await Promise.all([deliver(db, at(3)), deliver(second, at(3)), deliver(db, at(3))]);
  expect(arrived()).toEqual(addresses);
  expect(new Set(states(db))).toEqual(new Set(["sent"]));
});

test("gathering twice writes each mail once", () => {
  const { db } = outboxWith(2);
  expect(gather(db, minute(2), GRACE_MS)).toBe(0);
  expect(outboxOf(db)).toHaveLength(2);
});

describe("a dead mail server", () => {
  test("keeps the mail waiting, each time a little longer, and never for good", async () => {
    const { db } = outboxWith(1);
    process.env.SMTP_URL = await deadServer();
    const waits: number[] = [];
    let now = minute(2);
    for (let round = 0; round < 12; round++) {
      await deliver(db, () => now);
      const [mail] = outboxOf(db);
      expect(mail?.state).toBe("waiting");
      waits.push((+(mail?.nextTryAt ?? 0) - +now) / 60_000);
      now = mail?.nextTryAt ?? now;
    }
    expect(waits.slice(0, 4)).toEqual([1, 5, 15, 60]);
    expect(new Set(waits.slice(3))).toEqual(new Set([60]));
    expect(outboxOf(db)[0]?.lastError).toContain("ECONNREFUSED");
  });

  test("is not asked before the wait is over, and the mail goes out when it is back", async () => {
    const { db, addresses } = outboxWith(2);
    process.env.SMTP_URL = await deadServer();
    await deliver(db, at(2));
    process.env.SMTP_URL = mailServer.url;
    await deliver(db, at(2.9));
    expect(arrived()).toEqual([]);
    await deliver(db, at(3));
    expect(arrived()).toEqual(addresses);
    expect(states(db)).toEqual(["sent", "sent"]);
  });

  test("that dies between two mails loses neither", async () => {
    const { db, addresses } = outboxWith(3);
    const brief = await startMailServer();
    process.env.SMTP_URL = brief.url;
    // The clock is read as each mail is settled: after the first, nobody listens any more.
    let settled = 0;
    const dead = await deadServer();
    await deliver(db, () => {
      if (brief.mails.length > 0 && ++settled === 1) process.env.SMTP_URL = dead;
      return minute(3);
    });
    await brief.close();
    expect(brief.mails).toHaveLength(1);
    expect(states(db)).toEqual(["sent", "waiting", "waiting"]);
    process.env.SMTP_URL = mailServer.url;
    await deliver(db, at(4));
    expect([...arrived(), recipientOf(brief.mails[0])].sort()).toEqual(addresses);
  });
});

describe("a mail of which it is not known whether it arrived", () => {
  test("because the program died in the middle: it is unsure, and not sent again", async () => {
    const { db } = outboxWith(2);
    db.update(mails).set({ state: "sending", tries: 1 }).run();
    settleAfterRestart(db);
    expect(states(db)).toEqual(["unsure", "unsure"]);
    await deliver(db, at(3000));
    expect(arrived()).toEqual([]);
    expect(gather(db, minute(3000), GRACE_MS)).toBe(0);
  });

  test("because the line broke after the text had gone: it is unsure, and not sent again", async () => {
    const { db } = outboxWith(2);
    const seen = await withTrouble("cut-after-text");
    await deliver(db, at(3));
    expect(states(db)).toEqual(["unsure", "unsure"]);
    expect(seen.begun).toBe(2);
    await deliver(db, at(3000));
    expect(seen.begun).toBe(2);
  });

  test("is no other than that: when the line breaks before the text has gone, it is tried again", async () => {
    const { db, addresses } = outboxWith(1);
    const seen = await withTrouble("cut-before-text");
    await deliver(db, at(3));
    expect(seen).toEqual({ begun: 1, ids: [] });
    expect(outboxOf(db)).toMatchObject([{ state: "waiting", tries: 1, nextTryAt: minute(4) }]);
    process.env.SMTP_URL = mailServer.url;
    await deliver(db, at(4));
    expect(arrived()).toEqual(addresses);
  });
});

describe("a mail that the server refuses", () => {
  test.each([451, 550] as const)(
    "with %i is tried again to the end, then given up with what was said",
    async (code) => {
      const { db } = outboxWith(1);
      const seen = await withTrouble(code);
      let now = minute(3);
      let tries = 0;
      while (states(db)[0] === "waiting") {
        now = outboxOf(db)[0]?.nextTryAt ?? now;
        await deliver(db, () => now);
        expect(seen.begun).toBe(++tries);
      }
      expect(outboxOf(db)).toMatchObject([{ state: "given-up", tries: 9, sentAt: null }]);
      expect(outboxOf(db)[0]?.lastError).toContain(String(code));
      expect(+now - +minute(3)).toBeGreaterThan(86_400_000);
      await deliver(db, () => new Date(+now + 7 * 86_400_000));
      expect(seen.begun).toBe(tries);
    },
  );

  test("keeps its Message-ID at each try, and shares it with no other", async () => {
    const { db } = outboxWith(2);
    const seen = await withTrouble(451);
    await deliver(db, at(3));
    await deliver(db, at(4));
    process.env.SMTP_URL = mailServer.url;
    await deliver(db, at(9));
    const ids = mailServer.mails.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
    expect(seen.ids).toEqual([...ids, ...ids]);
  });

  test("holds no other mail up", async () => {
    const { db } = outboxWith(2);
    db.update(mails)
      .set({ nextTryAt: minute(10) })
      .run();
    suggest(db, someone(db, "member", "india"), {}, minute(3));
    gather(db, minute(5), GRACE_MS);
    await deliver(db, at(5));
    expect(states(db)).toEqual(["waiting", "waiting", "sent", "sent"]);
  });
});

test("somebody who is suspended gets no mail, also one that waits already", async () => {
  const { db, told, addresses } = outboxWith(2);
  const [gone] = told;
  if (gone) suspend(db, gone);
  await deliver(db, at(3));
  expect(arrived()).toEqual(addresses.filter((address) => address !== gone?.email));
  expect(states(db)).toEqual(["given-up", "sent"]);
});

test("somebody who wants no more mail gets none, also one that waits already", async () => {
  const { db, told, addresses } = outboxWith(2);
  const [stopped] = told;
  setMailFrequency(db, stopped?.id ?? "", "never");
  await deliver(db, at(3));
  expect(arrived()).toEqual(addresses.filter((address) => address !== stopped?.email));
});

test("the outbox settles what an earlier program left, delivers by rounds, and does nothing once it is stopped", async () => {
  const { db, addresses } = outboxWith(1, new Date(Date.now() - 3 * GRACE_MS));
  db.update(mails).set({ state: "sending" }).run();
  const outbox = startOutboxWorker(() => db);
  suggest(db, someone(db, "member", "india"), {}, new Date(Date.now() - 2 * GRACE_MS));
  await Promise.all([outbox.round(), outbox.round()]);
  expect(states(db)).toEqual(["unsure", "sent"]);
  expect(arrived()).toEqual(addresses);
  await outbox.stop();
  suggest(db, someone(db, "member", "india"), {}, new Date(Date.now() - 2 * GRACE_MS));
  await outbox.round();
  expect(outboxOf(db)).toHaveLength(2);
});
