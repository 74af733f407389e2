import type { ParsedMail } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MailFrequency } from "~/domain.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { deliver, gather } from "~/features/core/notifications/outbox-worker.server.ts";
import { markRead } from "~/features/core/notifications/queries.server.ts";
import { personOfToken } from "~/features/core/notifications/unsubscribing.server.ts";
import { publishAnswers } from "~/features/suggestions/answering.server.ts";
import { takeUp } from "~/features/suggestions/handling.server.ts";
import type { Database } from "~db/connection.ts";
import { answers, milestones } from "~db/schema.ts";
import { headerOf, type MailServer, recipientOf, startMailServer } from "../../support/mail.ts";
import { giveVoice, minute, outboxOf, prefer, say, suspend, watchedSuggestion } from "../../support/notices.ts";
import { actionOf, by, suggest, writeAnswer } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const GRACE_MS = 60_000;
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

/** Gathers and delivers at an instant; returns what arrived for a reader. */
async function post(db: Database, now: Date, reader: { email: string }): Promise<ParsedMail[]> {
  gather(db, now, GRACE_MS);
  await deliver(db, () => now);
  return mailServer.mails.filter((mail) => recipientOf(mail) === reader.email);
}

/** A suggestion, and the coordinator's comments on it or another at an instant, by default at noon. */
function setUp() {
  const { db, coordinator, author, id, ...others } = watchedSuggestion();
  const write = (text: string, at = minute(0), of = id) => say(db, coordinator, of, text, at);
  return { db, coordinator, author, id, write, ...others };
}

/** A header as it stands in the mail, unfolded and without its name. */
const htmlOf = (mail: ParsedMail | undefined) => String(mail?.html);

/** What somebody reads of an HTML mail. */
function readingOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, " ");
  const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
  return Object.entries(signs).reduce((all, [entity, sign]) => all.replaceAll(entity, sign), text);
}

describe("a mail of notices", () => {
  test("is one a person, with each thing once, the latest first, and what was said of it in its order", async () => {
    const { db, author, id, write } = setUp();
    const second = suggest(db, author, { title: "A second one" });
    for (const [index, of] of [id, second, id].entries()) write(`Question ${index}?`, minute(index / 10), of);
    const [mail, ...more] = await post(db, minute(5), author);
    expect(more).toEqual([]);
    expect(mailServer.mails).toHaveLength(4); // One each for the author, the supporter, the follower, the coordinator.
    const text = mail?.text ?? "";
    const order = [
      `S-${id} Health`,
      "Question 0?",
      "Question 2?",
      `/suggestions/${id}`,
      `S-${second} A`,
      "Question 1?",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text.split(`S-${id} Health`)).toHaveLength(2);
  });

  test("is named after the thing, or after how many there are", async () => {
    const { db, author, supporter, id, write } = setUp();
    write("How many?");
    write("How many?", minute(0), suggest(db, author, { title: "A second one" }));
    expect((await post(db, minute(5), author))[0]?.subject).toBe("INSP!R: news of 2 things");
    expect((await post(db, minute(5), supporter))[0]?.subject).toBe(`S-${id} Health cover for home workers`);
  });

  test("is in its reader's own language, with the reason in it too where it was given", async () => {
    const { db, coordinator, author, supporter, id } = setUp();
    prefer(db, author, { language: "es" });
    prefer(db, coordinator, { language: "fr" });
    suggest(db, author);
    const [french] = await post(db, minute(5), coordinator);
    expect(headerOf(french, "content-language")).toBe("fr");
    expect(french?.text).toContain(`${author.name} suggère ceci pour Népal.`);
    expect(french?.text).toContain("24 déc. 2026");
    expect(htmlOf(french)).toContain('<html lang="fr">');

    const written = writeAnswer(db, coordinator, id, "declined", {}, minute(10));
    db.update(answers)
      .set({ reason: { en: "It is law already.", es: "Ya es ley." } })
      .run();
    publishAnswers(db, by(coordinator, minute(10)), coordinator, [written]);
    const [spanish] = await post(db, minute(15), author);
    expect(headerOf(spanish, "content-language")).toBe("es");
    expect(spanish?.text).toContain(`${coordinator.name} respondió:`);
    expect(spanish?.text).toContain("> Ya es ley.");
    expect(spanish?.text).not.toMatch(/It is law|answered|No more mail/);
    expect((await post(db, minute(15), supporter))[0]?.text).toContain("> It is law already.");
  });

  test("of a day or a week ends with what of its reader’s is due within a week; one that is sent at once does not", async () => {
    const { db, author, supporter, write } = setUp();
    const { id } = actionOf(db, "LOB-1");
    const milestone = { actionId: id, state: "ahead", createdAt: minute(0) } as const;
    db.insert(milestones)
      .values([
        { ...milestone, day: "2026-11-30", name: { en: "Handing over" } },
        { ...milestone, day: "2026-12-30", name: { en: "Much later" } },
      ])
      .run();
    for (const person of [author, supporter]) follow(db, person.id, actionSubject(id));
    prefer(db, author, { mailFrequency: "daily" });
    write("How many?");
    const [now] = await post(db, minute(5), supporter);
    expect(now?.text).not.toContain("Due in the next seven days");
    const [daily] = await post(db, minute(19 * 60), author);
    const title = actionOf(db, "LOB-1").texts.en?.title;
    expect(daily?.text).toContain(
      `Due in the next seven days\n==========================\n30 Nov 2026: Handing over (LOB-1 ${title})`,
    );
    expect(daily?.text).not.toContain("Much later");
    expect(daily?.subject).toMatch(/^S-\d+ Health cover/);
    expect(readingOf(htmlOf(daily))).toContain("30 Nov 2026: Handing over");
  });

  test("says the same in plain text and in HTML", async () => {
    const { db, author, id, write } = setUp();
    write("How many\nare they & where?");
    write("Since when?", minute(0), suggest(db, author, { title: "A second one" }));
    giveVoice(db, someone(db, "member", "guatemala"), id);
    const [mail] = await post(db, minute(5), author);
    const html = htmlOf(mail);
    const reading = readingOf(html).replace(/\s+/g, " ");
    const lines = (mail?.text ?? "").split("\n").map((line) => line.replace(/^> /, "").trim());
    const said = lines.filter((line) => line && !/^(=+|--)$/.test(line));
    expect(said.length).toBeGreaterThan(8);
    for (const line of said) {
      const [, words = line, address] = /^(.*?)(?:: )?(https?:\S+)$/.exec(line) ?? [];
      expect(reading).toContain(words);
      if (address) expect(html).toContain(`href="${address}"`);
    }
  });

  test("escapes in HTML what people typed, and leaves it as it is in the text", async () => {
    const { db, coordinator, author } = setUp();
    const title = `Care & <img src="x" onerror=alert(1)>`;
    const comment = `<script>alert("1")</script> & </blockquote>`;
    say(db, coordinator, suggest(db, author, { title }), comment);
    const [mail] = await post(db, minute(5), author);
    expect(mail?.text).toContain(title);
    expect(mail?.text).toContain(`> ${comment}`);
    expect(htmlOf(mail)).not.toMatch(/<script|<img/);
    expect(htmlOf(mail).match(/<\/blockquote>/g)).toHaveLength(1);
    expect(readingOf(htmlOf(mail))).toContain(title);
    expect(readingOf(htmlOf(mail))).toContain(comment);
  });

  test("can be stopped with one click (RFC 8058), by its reader's own link", async () => {
    const { db, author, write } = setUp();
    write("How many?");
    const [mail] = await post(db, minute(5), author);
    expect(headerOf(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const [, address = ""] = /^<(.*)>$/.exec(headerOf(mail, "list-unsubscribe") ?? "") ?? [];
    const [, token = ""] = /^http:\/\/127\.0\.0\.1:3000\/unsubscribe\/([^/]+)$/.exec(address) ?? [];
    expect(personOfToken(token)).toBe(author.id);
    // Not folded: relays write a header anew whose first line is empty, and the mail's signature breaks.
    expect(mail?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line).toBe(
      `List-Unsubscribe: <${address}>`,
    );
    expect(mail?.text).toContain(address);
    expect(headerOf(mail, "auto-submitted")).toBe("auto-generated");
  });
});

test("a mail has both colours on its sheet, and others for a dark program", async () => {
  const { db, author, write } = setUp();
  write("How many?");
  const [mail] = await post(db, minute(5), author);
  const html = htmlOf(mail);
  expect(html).toMatch(/<meta name="color-scheme" content="light dark"\/?>/);
  expect(html).toContain("@media (prefers-color-scheme:dark)");
  expect(html).toMatch(/<style>[^<]*\.sheet blockquote\{border-color:#7d776b!important\}/);
  for (const style of [...html.matchAll(/<(?:body|div)[^>]* style="([^"]*)"/g)].map(([, one]) => one))
    expect(style).toMatch(/background-color:#fbfaf7/);
  expect(html).toMatch(/class="sheet" style="[^"]*background-color:#fbfaf7;color:#1d1b18/);
});

describe("at once", () => {
  test("waits until it has been quiet for a while", async () => {
    const { db, author, write } = setUp();
    write("First?", minute(0));
    expect(await post(db, minute(0.5), author)).toEqual([]);
    write("Second?", minute(0.9));
    expect(await post(db, minute(1.5), author)).toEqual([]);
    const [mail] = await post(db, minute(1.9), author);
    expect(mail?.text).toMatch(/First[\s\S]*Second/);
  });

  test("does not wait for a busy board longer than ten times as long", async () => {
    const { db, author, write } = setUp();
    let sent = 0;
    for (let half = 0; half < 40 && sent === 0; half++) {
      write(`Question ${half}?`, minute(half / 2));
      sent = (await post(db, minute(half / 2), author)).length && half;
    }
    expect(sent).toBe(20);
    expect(mailServer.mails.find((mail) => recipientOf(mail) === author.email)?.text).toContain("Question 18?");
    expect(outboxOf(db).filter(({ personId }) => personId === author.id)).toHaveLength(1);
  });

  test("a voice alone is no reason to write; it comes along with what is", async () => {
    const { db, author, id, write } = setUp();
    giveVoice(db, someone(db, "member", "guatemala"), id);
    expect(await post(db, minute(600), author)).toEqual([]);
    write("How many?", minute(610));
    const [mail] = await post(db, minute(620), author);
    expect(mail?.text).toMatch(/supports it[\s\S]*How many/);
  });
});

describe("how often", () => {
  test.each<[MailFrequency, string]>([
    ["daily", "2026-11-25T06:00:00Z"],
    ["weekly", "2026-11-30T06:00:00Z"],
  ])("%s, the mail comes at %s and not before, a voice alone included", async (mailFrequency, slot) => {
    const { db, author, id } = setUp();
    prefer(db, author, { mailFrequency });
    giveVoice(db, someone(db, "member", "guatemala"), id);
    expect(await post(db, new Date(+new Date(slot) - 1), author)).toEqual([]);
    expect(await post(db, new Date(slot), author)).toHaveLength(1);
    expect(await post(db, new Date(+new Date(slot) + GRACE_MS), author)).toHaveLength(1);
  });

  test("never, nothing comes, and what others chose stays theirs", async () => {
    const { db, author, supporter, write } = setUp();
    prefer(db, author, { mailFrequency: "never" });
    write("How many?");
    for (const now of [minute(5), minute(1440), minute(10_080)]) expect(await post(db, now, author)).toEqual([]);
    expect(await post(db, minute(5), supporter)).toHaveLength(1);
  });
});

describe("no mail tells of", () => {
  test("what was read in the app before it was gathered", async () => {
    const { db, author, write, coordinator, id } = setUp();
    write("Read already?");
    markRead(db, author.id, minute(1));
    expect(await post(db, minute(5), author)).toEqual([]);
    expect(outboxOf(db).map(({ personId }) => personId)).not.toContain(author.id);
    takeUp(db, by(coordinator, minute(6)), coordinator, [id]);
    expect((await post(db, minute(9), author))[0]?.text).not.toContain("Read already?");
  });

  test("what was read in the app while the mail waited", async () => {
    const { db, author, write, id } = setUp();
    const second = suggest(db, author, { title: "A second one" });
    write("Read meanwhile?");
    write("Still unread?", minute(0), second);
    gather(db, minute(5), GRACE_MS);
    markRead(db, author.id, minute(6), `suggestion:${id}`);
    const [mail] = await post(db, minute(7), author);
    expect(mail?.text).toContain("Still unread?");
    expect(mail?.text).not.toContain("Read meanwhile?");
    write("Read at last?", minute(8));
    gather(db, minute(10), GRACE_MS);
    markRead(db, author.id, minute(11));
    expect(await post(db, minute(12), author)).toHaveLength(1);
  });

  test("what is older than eight days", async () => {
    const { db, author, write } = setUp();
    const eightDays = 8 * 1440;
    write("Old news?", minute(-1));
    write("Just news?", minute(1));
    const [mail] = await post(db, minute(eightDays), author);
    expect(mail?.text).toContain("Just news?");
    expect(mail?.text).not.toContain("Old news?");
  });

  test("anything to somebody who is suspended", async () => {
    const { db, author, supporter, write } = setUp();
    write("How many?");
    suspend(db, author);
    expect(await post(db, minute(5), author)).toEqual([]);
    expect(outboxOf(db).map(({ personId }) => personId)).not.toContain(author.id);
    expect(await post(db, minute(5), supporter)).toHaveLength(1);
  });
});
