import { describe, expect, test } from "vitest";
import { DEFAULTS } from "~/features/plan/actions/fields.ts";
import { choiceName, type Point, pointsOf, taken, takenValues } from "~/features/suggestions/applying.ts";
import type { ActionFields, FieldName } from "~db/stored/action-fields.ts";

const base: ActionFields = {
  ...DEFAULTS,
  board: "lobbying",
  stage: "planned",
  rank: "a0",
  priority: "normal",
  level: "international",
  lead: 1,
  partners: ["ILO"],
  principles: [1],
  start: null,
  due: "2026-Q4",
  sourceLanguage: "en",
  outcome: null,
  origin: "geneva",
  "title.en": "A title",
  "description.en": "Why.",
  "expectedResult.en": "",
};

const point = (field: FieldName, state: Point["state"], now: unknown = "as it stands") => ({ field, state, now });
const choose = (choices: Partial<Record<FieldName, string>>) =>
  Object.fromEntries(Object.entries(choices).map(([field, choice]) => [choiceName(field as FieldName), choice]));

describe("an amendment held against the plan", () => {
  test("is open where nobody has changed the plan since", () => {
    expect(pointsOf({ due: "2027-Q1" }, base, base)).toEqual([
      { field: "due", base: "2026-Q4", now: "2026-Q4", suggested: "2027-Q1", state: "open" },
    ]);
  });

  test("clashes where the plan went elsewhere meanwhile, and shows all three", () => {
    const now = { ...base, due: "2026-Q3" };
    expect(pointsOf({ due: "2027-Q1" }, base, now)).toEqual([
      { field: "due", base: "2026-Q4", now: "2026-Q3", suggested: "2027-Q1", state: "clash" },
    ]);
  });

  test("stands already where the plan came to the same meanwhile", () => {
    const now = { ...base, partners: ["ILO", "WSM"], "title.en": "A better title" };
    const points = pointsOf({ partners: ["ILO", "WSM"], "title.en": "A better title" }, base, now);
    expect(points.map(({ field, state }) => [field, state])).toEqual([
      ["partners", "already"],
      ["title.en", "already"],
    ]);
  });

  test("says nothing of what it would not change, however far the plan moved there", () => {
    const now = { ...base, priority: "high" as const, stage: "done" as const, "description.en": "Otherwise." };
    expect(pointsOf({ due: "2027-Q1" }, base, now).map(({ field, state }) => [field, state])).toEqual([
      ["due", "open"],
    ]);
  });

  test("is open on a text that the plan does not have in that language, and clashes once somebody else wrote one", () => {
    const suggested = { "title.fr": "Un titre" };
    expect(pointsOf(suggested, base, base)).toMatchObject([{ base: null, now: null, state: "open" }]);
    expect(pointsOf(suggested, base, { ...base, "title.fr": "Autre titre" })).toMatchObject([{ state: "clash" }]);
  });

  test("may take a value away", () => {
    expect(pointsOf({ due: null }, base, base)).toMatchObject([{ suggested: null, state: "open" }]);
    expect(pointsOf({ due: null }, base, { ...base, due: null })).toMatchObject([{ state: "already" }]);
  });
});

describe("accepting", () => {
  test("takes all that is open without a question, and leaves out what stands already", () => {
    const points = [point("due", "open"), point("priority", "already"), point("title.en", "open")];
    expect(taken("accepted", points, {})).toEqual({ fields: ["due", "title.en"], problems: {} });
  });

  test("asks about each clash, and cannot leave it as it is", () => {
    const points = [point("due", "clash"), point("title.en", "clash"), point("priority", "open")];
    expect(taken("accepted", points, choose({ "title.en": "now" })).problems).toEqual({
      "take.due": "choice-missing",
      "take.title.en": "accept-takes-all",
    });
    expect(taken("accepted", points, choose({ due: "suggested", "title.en": "suggested" }))).toEqual({
      fields: ["due", "title.en", "priority"],
      problems: {},
    });
  });

  test("takes an open field too that the form says to leave: nothing is left", () => {
    expect(taken("accepted", [point("due", "open")], choose({ due: "now" })).fields).toEqual(["due"]);
  });
});

describe("accepting in part", () => {
  const points = [point("due", "open"), point("title.en", "clash"), point("priority", "open")];

  test("takes what is chosen and nothing else", () => {
    const submitted = choose({ due: "now", "title.en": "suggested", priority: "now" });
    expect(taken("partly-accepted", points, submitted)).toEqual({ fields: ["title.en"], problems: {} });
  });

  test("asks about each field, clash or not", () => {
    expect(taken("partly-accepted", points, choose({ due: "suggested" })).problems).toEqual({
      "take.title.en": "choice-missing",
      "take.priority": "choice-missing",
    });
  });

  test.each(["suggested", "now"])("of several fields takes one at least and leaves one: not all %s", (choice) => {
    const submitted = choose({ due: choice, "title.en": choice, priority: choice });
    expect(taken("partly-accepted", points, submitted).problems).toEqual({ decision: "part-missing" });
  });

  test("of a single field, and of a remark, which has none, is for its reason to explain", () => {
    expect(taken("partly-accepted", [point("due", "open")], choose({ due: "suggested" }))).toEqual({
      fields: ["due"],
      problems: {},
    });
    expect(taken("partly-accepted", [], {})).toEqual({ fields: [], problems: {} });
  });

  test("counts what stands already as left", () => {
    const some = [point("due", "open"), point("priority", "already")];
    expect(taken("partly-accepted", some, choose({ due: "suggested" }))).toEqual({ fields: ["due"], problems: {} });
    expect(taken("partly-accepted", some, choose({ due: "now" })).problems).toEqual({ decision: "part-missing" });
  });
});

test("in a language that the action does not have yet, no text goes into the plan without its title", () => {
  const points = [point("title.fr", "open", null), point("description.fr", "open", null), point("due", "open")];
  const without = choose({ "title.fr": "now", "description.fr": "suggested", due: "now" });
  expect(taken("partly-accepted", points, without).problems).toEqual({ "take.title.fr": "title-goes-along" });
  const neither = choose({ "title.fr": "now", "description.fr": "now", due: "suggested" });
  expect(taken("partly-accepted", points, neither)).toEqual({ fields: ["due"], problems: {} });
});

test("declining takes nothing and asks nothing, whatever the form says", () => {
  const points = [point("due", "open"), point("title.en", "clash")];
  expect(taken("declined", points, choose({ due: "suggested" }))).toEqual({ fields: [], problems: {} });
});

test("picking gives the chosen fields alone, a missing one as taken away", () => {
  const proposal = { due: "2027-Q1", priority: "high" as const, start: null };
  expect(takenValues(proposal, ["due", "start"], {})).toEqual({ due: "2027-Q1", start: null });
  expect(takenValues(proposal, ["level"], {})).toEqual({ level: null });
  expect(takenValues(proposal, [], {})).toEqual({});
});

test("a text is taken in the words of the answer where it says so, and nothing but a text", () => {
  const proposal = { "title.fr": "Une école", priority: "high" as const };
  const edited = {
    "take.title.fr": "edited",
    "edited.title.fr": " Une école ouverte ",
    "take.priority": "edited",
    "edited.priority": "low",
  };
  expect(takenValues(proposal, ["title.fr", "priority"], edited)).toEqual({
    "title.fr": "Une école ouverte",
    priority: "high",
  });
});
