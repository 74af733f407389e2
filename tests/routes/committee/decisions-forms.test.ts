import { expect, test } from "vitest";
import { takePosition } from "~/features/committee/decisions/status.server.ts";
import { attend } from "~/features/committee/meeting/mutations.server.ts";
import { loader as decision, action as onDecision } from "~/routes/committee/decision.tsx";
import { action as onReword } from "~/routes/committee/decision-edit.tsx";
import { action as onNew } from "~/routes/committee/review-decision-new.tsx";
import { openReview, QUARTER, tieSeat } from "../../support/review-rows.ts";
import { ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { actionOf, by, edit } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

interface DecisionData {
  screen: { state: string; version: number; checked: { ref: string; obstacle: string | null }[] };
}

test("a due quarter before the action's start is refused beside it, when it is proposed and when it is adopted", async () => {
  const { db } = app;
  openReview(db, { quorum: 1 });
  const seat = someone(db, "committee", "asia");
  const seatId = tieSeat(db, "asia", seat.id);
  attend(db, by(seat), seat, { quarter: QUARTER, seatId, present: true });
  const cookie = await enter(seat.id);
  edit(db, "LOB-1", { start: "2027-Q2", due: "2027-Q4" });

  // Its row of the form says so, and keeps what was typed.
  const form = (due: string) => ({
    text: "We wait.",
    language: "en",
    changeRef: ["LRN-2", "LOB-1"],
    changeStage: ["", ""],
    changeOutcome: ["", ""],
    changePriority: ["low", ""],
    changeDue: ["", due],
  });
  const path = `/reviews/${QUARTER}/decisions/new`;
  const proposing = (due: string) => ask(onNew, { path, params: { quarter: QUARTER }, form: form(due), cookie });
  const refused = await proposing("2027-Q1");
  expect([refused.status, problemsIn(refused)]).toEqual([422, { "change.1": "due-before-start" }]);
  expect(refused.data).toMatchObject({ submitted: { text: "We wait.", changeDue: ["", "2027-Q1"] } });
  const proposed = await proposing("2027-Q3");
  const id = /^\/decisions\/(\d+)/.exec(proposed.location ?? "")?.[1] ?? "";
  const of = { path: `/decisions/${id}`, params: { id }, cookie };
  const shown = async () => ((await ask(decision, of)).data as DecisionData).screen;
  const version = `${(await shown()).version}`;
  const reworded = await ask(onReword, { ...of, form: { ...form("2027-Q1"), version } });
  expect([reworded.status, problemsIn(reworded)]).toEqual([422, { "change.1": "due-before-start" }]);

  // The action starts later than it did when that was written: the rule holds, and nothing is changed all the same.
  const consent = { position: "consent", reason: "", language: "en" } as const;
  takePosition(db, by(seat), seat, { ...consent, decisionId: Number(id), version: (await shown()).version, seatId });
  edit(db, "LOB-1", { start: "2028-Q1", due: "2028-Q2" });
  const before = [actionOf(db, "LOB-1"), actionOf(db, "LRN-2")];
  const adopt = { intent: "adopt", version: `${(await shown()).version}`, "seen.LOB-1": `${before[0]?.version}` };
  const adopted = await ask(onDecision, { ...of, form: adopt });
  expect([adopted.status, problemsIn(adopted)]).toEqual([422, { "change.LOB-1": "due-before-start" }]);
  expect(await shown()).toMatchObject({
    state: "proposed",
    checked: [{ obstacle: null }, { ref: "LOB-1", obstacle: "due-before-start" }],
  });
  expect([actionOf(db, "LOB-1"), actionOf(db, "LRN-2")]).toEqual(before);
});

test("a proposed change to what an action already is is refused beside its row; one that was written earlier stays", async () => {
  const { db } = app;
  const admin = someone(db, "admin", "insp-r");
  const cookie = await enter(admin.id);
  const { priority } = actionOf(db, "LOB-3") ?? {};
  const other = priority === "high" ? "low" : "high";
  const form = (changed: string, text = "We weigh it anew.") => ({
    text,
    language: "en",
    changeRef: ["LOB-3"],
    changeStage: [""],
    changeOutcome: [""],
    changeDue: [""],
    changePriority: [changed],
  });
  const path = `/reviews/${QUARTER}/decisions/new`;
  const proposing = (changed: string) =>
    ask(onNew, { path, params: { quarter: QUARTER }, form: form(changed), cookie });
  const refused = await proposing(priority ?? "");
  expect([refused.status, problemsIn(refused)]).toEqual([422, { "change.0": "change-stands" }]);
  const id = /^\/decisions\/(\d+)/.exec((await proposing(other)).location ?? "")?.[1] ?? "";
  edit(db, "LOB-3", { priority: other });
  const of = { path: `/decisions/${id}`, params: { id }, cookie };
  const reworded = await ask(onReword, { ...of, form: { ...form(other, "In other words."), version: "1" } });
  expect([reworded.status, reworded.location]).toEqual([302, `/decisions/${id}?done=reworded`]);
});

test("looking again is marked as early until its day has come", async () => {
  const { db } = app;
  const admin = someone(db, "admin", "insp-r");
  const cookie = await enter(admin.id);
  const proposed = await ask(onNew, {
    path: `/reviews/${QUARTER}/decisions/new`,
    params: { quarter: QUARTER },
    form: {
      text: "Look.",
      language: "en",
      changeRef: [],
      changeStage: [],
      changeOutcome: [],
      changePriority: [],
      changeDue: [],
    },
    cookie,
  });
  const id = /^\/decisions\/(\d+)/.exec(proposed.location ?? "")?.[1] ?? "";
  const early = async (on: string | null) => {
    db.$client.prepare("update decisions set state = 'adopted', look_again_on = ? where id = ?").run(on, id);
    return ((await ask(decision, { path: `/decisions/${id}`, params: { id }, cookie })).data as { early: boolean })
      .early;
  };
  expect([await early("2027-06-01"), await early("2026-12-31"), await early(null)]).toEqual([true, false, true]);
});
