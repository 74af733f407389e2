import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { sweepSubmissions } from "~/features/core/history/submission.server.ts";
import { action as onAction } from "~/routes/plan/action.tsx";
import { action as onCheckIn } from "~/routes/plan/action-check-in.tsx";
import { action as onNewKeyResult } from "~/routes/plan/action-key-result-new.tsx";
import { action as onMilestones } from "~/routes/plan/action-milestones.tsx";
import { action as onNewAction } from "~/routes/plan/action-new.tsx";
import { action as onWorkshops } from "~/routes/suggestions/suggestions-workshops.tsx";
import { action as onNewEntry } from "~/routes/tools/register-new.tsx";
import { comments, events, people, submissions } from "~db/schema.ts";
import { ask, enter, networkId, openApp } from "../../support/routes.ts";

/* A form that comes twice, at the same time or later, is carried out once: the one-time key of app/ui/form.tsx. */

const app = openApp();
let cookie = "";
let admin = "";

beforeAll(async () => {
  const { db } = app;
  const idOf = (role: "coordinator" | "admin") =>
    db.select({ id: people.id }).from(people).where(eq(people.role, role)).get()?.id ?? "";
  cookie = await enter(idOf("coordinator"));
  admin = await enter(idOf("admin"));
});

const eventCount = () => app.db.select({ id: events.id }).from(events).all().length;

type Case = [what: string, handler: Parameters<typeof ask>[0], asked: Parameters<typeof ask>[1]];

const cases = (): Case[] => {
  const lead = String(networkId(app.db, "asia"));
  const filed = { board: "lobbying", priority: "normal", level: "continental", lead, stage: "proposed" };
  const ref = { ref: "LOB-3" };
  return [
    [
      "an action",
      onNewAction,
      { path: "/actions/new", form: { ...filed, sourceLanguage: "en", "title.en": "Once", principles: [] } },
    ],
    [
      "a milestone",
      onMilestones,
      {
        path: "/actions/LOB-3/milestones",
        params: ref,
        form: { intent: "add", "name.en": "Once", day: "2027-03-01", state: "ahead" },
      },
    ],
    [
      "a key result",
      onNewKeyResult,
      {
        path: "/actions/LOB-3/key-results/new",
        params: ref,
        form: { "name.en": "Once", unit: "people", start: "0", target: "10" },
      },
    ],
    [
      "a check-in",
      onCheckIn,
      {
        path: "/actions/LOB-3/check-in",
        params: ref,
        form: { health: "on-track", happened: "Once" },
      },
    ],
    ["a comment", onAction, { path: "/actions/LOB-3", params: ref, form: { intent: "comment", text: "Once" } }],
    [
      "an entry of a register",
      onNewEntry,
      {
        path: "/library/new",
        form: { "title.en": "Once", network: String(networkId(app.db, "nepal")), theme: "health", "text.en": "So." },
      },
    ],
  ];
};

test("each creating form that is sent twice at once, and once more later, creates once and answers the same", async () => {
  for (const [what, handler, asked] of cases()) {
    const form = { ...asked.form, idempotencyKey: `key-of-${what.replaceAll(" ", "-")}` };
    const send = () => ask(handler, { ...asked, form, cookie: admin });
    const before = eventCount();
    const [one, two] = await Promise.all([send(), send()]);
    expect([what, one.status, two.status, two.location]).toEqual([what, 302, 302, one.location]);
    const created = eventCount() - before;
    expect([what, created > 0]).toEqual([what, true]);
    const later = await send();
    expect([what, later.status, later.location, eventCount() - before]).toEqual([what, 302, one.location, created]);
    const anew = await ask(handler, {
      ...asked,
      form: { ...form, idempotencyKey: `${form.idempotencyKey}2` },
      cookie: admin,
    });
    expect([what, anew.status, eventCount() - before]).toEqual([what, 302, 2 * created]);
  }
});

test("a workshop too, which is no event", async () => {
  const form = { occasion: "Day", place: "Dakar", heldOn: "2026-01-02", idempotencyKey: "a-workshop" };
  const send = () => ask(onWorkshops, { path: "/suggestions/workshops", form, cookie });
  const [one, two] = await Promise.all([send(), send()]);
  expect(one.location).toMatch(/^\/suggestions\/workshops\/\d+/);
  expect(two.location).toBe(one.location);
});

test("what is typed anew under an old key, as on a page that the browser went back to, counts", async () => {
  const comment = (text: string) =>
    ask(onAction, {
      path: "/actions/LOB-3",
      params: { ref: "LOB-3" },
      cookie,
      form: { intent: "comment", text, idempotencyKey: "one-and-the-same" },
    });
  await comment("First words");
  await comment("Other words");
  const said = app.db.select({ text: comments.text }).from(comments).all();
  expect(said.map(({ text }) => text)).toEqual(expect.arrayContaining(["First words", "Other words"]));
});

test("a refusal is not remembered, nor is a key another person's", async () => {
  const milestone = (day: string, who: string) =>
    ask(onMilestones, {
      path: "/actions/LOB-3/milestones",
      params: { ref: "LOB-3" },
      cookie: who,
      form: { intent: "add", "name.en": "Theirs", day, state: "ahead", idempotencyKey: "shared-key" },
    });
  expect((await milestone("someday", admin)).status).toBe(422);
  const before = eventCount();
  expect((await milestone("2027-03-02", admin)).status).toBe(302);
  expect((await milestone("2027-03-02", cookie)).status).toBe(302);
  expect(eventCount() - before).toBe(2);
});

test("submissions are forgotten after a week", async () => {
  expect(await app.db.$count(submissions)).toBeGreaterThan(0);
  sweepSubmissions(app.db, new Date(Date.now() + 8 * 86_400_000));
  expect(await app.db.$count(submissions)).toBe(0);
});
