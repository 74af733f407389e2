import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readAnswer } from "~/features/suggestions/answer-form.server.ts";
import { loadForAnswer } from "~/features/suggestions/answer-screen.server.ts";
import { publishAnswers, saveAnswer } from "~/features/suggestions/answering.server.ts";
import { merge } from "~/features/suggestions/handling.server.ts";
import { answerTo, relatedSuggestions } from "~/features/suggestions/queries.server.ts";
import { suggestionScreen } from "~/features/suggestions/screen.server.ts";
import { TODAY } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";
import {
  actionOf,
  amendmentOf,
  answer,
  answeringScene,
  by,
  day,
  edit,
  formOf,
  networkOf,
  newAction,
  rowOf,
  suggest,
  writeAnswer,
} from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const refused = expect.objectContaining({ status: 403 }) as Refusal;

describe("accepting a new action", () => {
  test("makes it, filed as the answer says, and history names the suggestion as its cause", () => {
    const { db, author, coordinator, told } = answeringScene();
    const id = suggest(
      db,
      author,
      newAction("A school", { "description.en": "Each spring.", "expectedResult.en": "" }),
    );
    answer(
      db,
      coordinator,
      id,
      "accepted",
      { stage: "planned", priority: "high", due: "2027-Q2", principles: ["4"] },
      day(2),
    );
    const { state, resultId, closedAt, version } = rowOf(db, id);
    expect({ state, closedAt, version }).toEqual({ state: "accepted", closedAt: day(2), version: 2 });
    const made = actionOf(db, "LOB-11");
    expect(made).toMatchObject({
      id: resultId,
      origin: "suggestion",
      stage: "planned",
      priority: "high",
      dueQuarter: "2027-Q2",
      principles: [4],
      sourceLanguage: "en",
      lead: { slug: "nepal" },
      createdAt: day(2),
      texts: { en: { title: "A school", description: "Each spring.", expectedResult: "" } },
    });
    const [created, answered] = told().slice(-2);
    expect(created).toMatchObject({ kind: "action.created", actionId: made.id, cause: { suggestion: id } });
    expect(answered).toMatchObject({
      kind: "suggestion.answered",
      suggestionId: id,
      actorId: coordinator.id,
      cause: null,
    });
    expect(answered?.after).toMatchObject({
      decision: "accepted",
      reason: { en: "For this reason." },
      result: made.id,
    });
  });

  test("in part leaves out what was not taken, and never its title", () => {
    const { db, author, coordinator } = answeringScene();
    const texts = { "description.en": "Each spring.", "expectedResult.en": "Ten trained." };
    const id = suggest(db, author, newAction("A school", texts));
    answer(db, coordinator, id, "partly-accepted", { "take.description.en": "now" });
    expect(actionOf(db, "LOB-11").texts.en).toEqual({
      title: "A school",
      description: "",
      expectedResult: "Ten trained.",
    });
  });

  test("that cannot be filed makes nothing and answers nothing", () => {
    const { db, author, coordinator, told, publish } = answeringScene();
    const id = suggest(db, author, newAction("A school"));
    const kept = writeAnswer(db, coordinator, id, "accepted", { stage: "done" });
    const before = told().length;
    expect(publish(kept)).toEqual({ published: [], failed: { [id]: "incomplete" } });
    expect(told()).toHaveLength(before);
    expect(rowOf(db, id).state).toBe("under-consideration");
  });
});

describe("accepting an amendment", () => {
  test("changes just its fields, with an event that names it", () => {
    const { coordinator, db, told, lob3, amend } = answeringScene();
    const before = lob3();
    const { version } = actionOf(db, "LOB-3");
    const id = amend({ due: "2030-Q1", "title.fr": "Un autre titre", partners: ["ILO", "WSM"] });
    answer(db, coordinator, id, "accepted");
    expect(lob3()).toEqual({ ...before, due: "2030-Q1", "title.fr": "Un autre titre", partners: ["ILO", "WSM"] });
    expect(actionOf(db, "LOB-3").version).toBe(version + 1);
    const { id: actionId } = actionOf(db, "LOB-3");
    expect(told().at(-2)).toMatchObject({ kind: "action.edited", actionId, cause: { suggestion: id } });
    expect(Object.keys(told().at(-2)?.after ?? {}).sort()).toEqual(["due", "partners", "title.fr"]);
    expect(rowOf(db, id).resultId).toBe(actionId);
  });

  test("in part changes just what was chosen", () => {
    const { db, coordinator, lob3, amend } = answeringScene();
    const before = lob3();
    const id = amend({ due: "2030-Q1", priority: "low" });
    answer(db, coordinator, id, "partly-accepted", { "take.priority": "now" });
    expect(lob3()).toEqual({ ...before, due: "2030-Q1" });
    expect(rowOf(db, id).state).toBe("partly-accepted");
  });

  test("keeps what others changed elsewhere meanwhile, and counts what stands already as no change", () => {
    const { db, coordinator, told, lob3, amend } = answeringScene();
    const id = amend({ due: "2030-Q1" });
    edit(db, "LOB-3", { priority: "low", due: "2030-Q1" });
    const before = told().length;
    answer(db, coordinator, id, "accepted");
    expect(lob3()).toMatchObject({ due: "2030-Q1", priority: "low" });
    expect(
      told()
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(["suggestion.taken-up", "suggestion.answered"]);
  });

  test("where the plan went elsewhere is only with a choice, and the choice stands", () => {
    const { db, coordinator, lob3, amend, publish } = answeringScene();
    const id = amend({ due: "2030-Q1" });
    edit(db, "LOB-3", { due: "2029-Q1" });
    expect(loadForAnswer(db, id)?.points).toMatchObject([{ state: "clash", now: "2029-Q1", suggested: "2030-Q1" }]);
    expect(publish(writeAnswer(db, coordinator, id, "accepted"))).toMatchObject({ failed: { [id]: "incomplete" } });
    expect(lob3().due).toBe("2029-Q1");
    answer(db, coordinator, id, "accepted", { "take.due": "suggested" });
    expect(lob3().due).toBe("2030-Q1");
  });
});

test("an answer that is written takes the suggestion up, is nobody’s until it is published, and then dated", () => {
  const { db, coordinator, amend, publish } = answeringScene();
  const id = amend({ due: "2030-Q1" });
  const kept = writeAnswer(db, coordinator, id, "declined");
  expect(rowOf(db, id)).toMatchObject({ state: "under-consideration", takenUpAt: TODAY });
  expect(answerTo(db, id)?.answer.publishedAt).toBeNull();
  publish(kept);
  expect(answerTo(db, id)?.answer.publishedAt).toEqual(day(1));
});

test("declining changes nothing of the plan, however it moved on meanwhile", () => {
  const { db, author, coordinator, told, amend, publish } = answeringScene();
  const wanted = [amend({ due: "2030-Q1" }), suggest(db, author, newAction("A school"))];
  const kept = wanted.map((id) => writeAnswer(db, coordinator, id, "declined"));
  edit(db, "LOB-3", { due: "2029-Q1" });
  const [plan, count] = [planNow(db), told().length];
  expect(publish(...kept)).toEqual({ published: wanted, failed: {} });
  expect(planNow(db)).toEqual(plan);
  expect(
    told()
      .slice(count)
      .map(({ kind }) => kind),
  ).toEqual(["suggestion.answered", "suggestion.answered"]);
  expect(wanted.map((id) => rowOf(db, id).resultId)).toEqual([null, null]);
});

test.each(["member", "committee", "observer", "coordinator"] as const)(
  "a %s who does not coordinate the board may not",
  (role) => {
    const { db, coordinator, amend } = answeringScene();
    const other = someone(db, role, "nepal", role === "coordinator" ? ["learning"] : []);
    const [id, learning] = [amend({ due: "2030-Q1" }), suggest(db, coordinator, { board: "learning" })];
    const kept = writeAnswer(db, coordinator, id, "accepted");
    const written = {
      suggestionId: id,
      version: 1,
      decision: "declined" as const,
      reason: { en: "No." },
      submitted: {},
    };
    expect(() => saveAnswer(db, by(other), other, written)).toThrow(refused);
    expect(() => publishAnswers(db, by(other), other, [kept])).toThrow(refused);
    // One of another board takes the whole batch back.
    const both = [kept, { suggestionId: learning, version: 1 }];
    expect(() => publishAnswers(db, by(coordinator), coordinator, both)).toThrow(refused);
    expect(rowOf(db, id).state).toBe("under-consideration");
  },
);

describe("the plan after all of it", () => {
  test("is rebuilt from history alone", () => {
    const { db, author, coordinator, amend } = answeringScene();
    answer(db, coordinator, suggest(db, author, newAction("A school", { "description.en": "Spring." })), "accepted");
    answer(db, coordinator, amend({ due: "2030-Q1", partners: [], "description.fr": "" }), "accepted", {}, day(1));
    answer(
      db,
      coordinator,
      amend({ start: null, priority: "low" }),
      "partly-accepted",
      { "take.start": "now" },
      day(2),
    );
    answer(db, coordinator, amend({ due: "2031-Q1" }), "declined", {}, day(3));
    expect(planAsOf(db, day(3))).toEqual(planNow(db));
    expect(planAsOf(db, TODAY).get("LOB-3")?.priority).not.toBe("low");
  });

  test.each([
    ["its title and description", "accepted", { "title.fr": "Une école", "description.fr": "Chaque printemps." }],
    ["its title alone", "accepted", { "title.fr": "Une école" }],
    ["a description without its title", "accepted", { "description.fr": "Chaque printemps." }],
    ["the title of the two", "partly-accepted", { "title.fr": "Une école", "description.fr": "Printemps." }],
  ] as const)("also when a language is new to an action: %s", (_, decision, proposal) => {
    const { db, author, coordinator } = answeringScene();
    answer(db, coordinator, suggest(db, author, newAction("A school")), "accepted");
    const id = suggest(db, author, amendmentOf(db, "LOB-11", proposal));
    answer(db, coordinator, id, decision, { "take.description.fr": decision === "accepted" ? "suggested" : "now" });
    expect(planAsOf(db, TODAY)).toEqual(planNow(db));
  });
});

test("an action names all that shaped it and would, by continent and country, with what was merged into it", () => {
  const { db, author, coordinator, amend } = answeringScene();
  const guatemala = someone(db, "member", "guatemala");
  const asia = someone(db, "member", "asia");
  const about = (viewer: Viewer, due: string) => suggest(db, viewer, amendmentOf(db, "LOB-3", { due }));
  const accepted = amend({ due: "2030-Q1" });
  // Said of the board, not of the action: it shapes it by way of the one that remained.
  const merged = suggest(db, guatemala);
  const [declined, waiting] = [about(asia, "2031-Q1"), about(guatemala, "2032-Q1")];
  suggest(db, author, amendmentOf(db, "LOB-4", { due: "2030-Q1" }));
  merge(db, by(coordinator), coordinator, { id: merged, into: accepted });
  answer(db, coordinator, accepted, "accepted");
  answer(db, coordinator, declined, "declined");
  const around = relatedSuggestions(db, actionOf(db, "LOB-3").id, "en");
  expect(around.map(({ id, continent, origin, shaped }) => [id, continent, origin, shaped])).toEqual([
    [accepted, "Asia", "Nepal", true],
    [merged, "Latin America", "Guatemala", true],
    [declined, "Asia", "Asia", false],
    [waiting, "Latin America", "Guatemala", false],
  ]);
  expect(around[1]).toMatchObject({ state: "merged", author: guatemala.name });

  const made = suggest(db, guatemala, newAction("A school"));
  // Asia's coordinator files it under a network for which they may lead.
  answer(db, coordinator, made, "accepted", { lead: String(networkOf(db, "insp-r").id) });
  expect(relatedSuggestions(db, actionOf(db, "LOB-11").id, "en")).toMatchObject([{ id: made, shaped: true }]);
});

test("an answer in which a template's “…” still stands is not published, and changes nothing", () => {
  const { db, author, coordinator, publish, lob3 } = answeringScene();
  const id = suggest(db, author, amendmentOf(db, "LOB-3", { priority: "low" }));
  const before = lob3();
  const loaded = loadForAnswer(db, id);
  const saved = saveAnswer(db, by(coordinator), coordinator, {
    suggestionId: id,
    version: 0,
    decision: "declined",
    reason: { en: "We leave it, because …" },
    submitted: { suggestionVersion: String(loaded?.row.version) },
  });
  expect(saved.status).toBe("saved");
  expect(publish({ suggestionId: id, version: 1 })).toEqual({ published: [], failed: { [id]: "unfinished" } });
  expect(rowOf(db, id).state).not.toBe("declined");
  expect(lob3()).toEqual(before);
});

test("a template's “…” is said beside its field, but not of an answer that is kept for later", () => {
  const { db, author } = answeringScene();
  const id = suggest(db, author, amendmentOf(db, "LOB-3", { priority: "low" }));
  const loaded = loadForAnswer(db, id);
  if (!loaded) throw new Error("It is there.");
  const read = (intent: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      intent,
      version: "0",
      decision: "declined",
      "reason.en": "Because …",
    }))
      form.set(name, value);
    for (const name of ["suggestionVersion", "actionVersion"]) form.set(name, "1");
    return readAnswer(form, loaded.row, loaded.points);
  };
  expect(read("preview")).toMatchObject({
    ok: false,
    problems: { "reason.en": "placeholder-left" },
    submitted: { "reason.en": "Because …" },
  });
  expect(read("keep").ok).toBe(true);
});

describe("in other words", () => {
  test("a text of an amendment goes into the plan as the answer words it, and the answer may take all the rest", () => {
    const { db, author, coordinator } = answeringScene();
    const id = suggest(db, author, amendmentOf(db, "LOB-3", { "title.en": "A note on transition", priority: "low" }));
    const edited = { "take.title.en": "edited", "edited.title.en": "A strategy note on transition" };
    answer(db, coordinator, id, "partly-accepted", edited);
    expect(actionOf(db, "LOB-3")).toMatchObject({
      priority: "low",
      texts: { en: { title: "A strategy note on transition" } },
    });
    const screen = suggestionScreen(db, { viewer: author, networks: allNetworks(db), language: "en" }, id, {
      page: null,
      comment: null,
    });
    expect(screen?.answer?.taken).toEqual({ taken: ["priority"], edited: ["title.en"], left: [] });
  });

  test("a new action goes into the plan under the answer's title", () => {
    const { db, author, coordinator } = answeringScene();
    const id = suggest(db, author, newAction("A school", { "description.en": "Each spring." }));
    answer(db, coordinator, id, "accepted", { "edited.title.en": "A school for organisers" });
    expect(actionOf(db, "LOB-11").texts.en).toMatchObject({
      title: "A school for organisers",
      description: "Each spring.",
    });
  });

  test.each([
    ["nothing", "take.description.en", "edited.description.en", " ", "missing"],
    ["a title that is too long", "take.title.en", "edited.title.en", "x".repeat(201), "title-too-long"],
    ["a text that is too long", "take.description.en", "edited.description.en", "x".repeat(20_001), "too-long"],
  ])("%s is asked about beside the words", (_, choice, name, text, problem) => {
    const { db, author } = answeringScene();
    const proposal = { "title.en": "A note", "description.en": "In two parts." };
    const loaded = loadForAnswer(db, suggest(db, author, amendmentOf(db, "LOB-3", proposal)));
    if (!loaded) throw new Error("There is no suggestion.");
    const form = formOf({
      version: "0",
      decision: "accepted",
      "reason.en": "Yes.",
      "take.title.en": "suggested",
      "take.description.en": "suggested",
      [choice]: "edited",
      [name]: text,
    });
    const read = readAnswer(form, loaded.row, loaded.points);
    expect(read).toMatchObject({ ok: false, problems: { [name]: problem } });
  });
});
