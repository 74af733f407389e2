import { expect, test } from "vitest";
import { mentionedIn, unmatchedMentions } from "~/features/plan/comments/mentions.ts";

const people = [
  { id: "ana", name: "Ana" },
  { id: "ana-maria", name: "Ana María Pérez" },
  { id: "zoe", name: "Zoë N’Diaye" },
  { id: "asia", name: "Coordinator, Asia" },
];

test.each([
  ["@Coordinator, Asia could you look at this?", ["asia"]],
  ["Could you, @Zoë N’Diaye? And @Ana?", ["ana", "zoe"]],
  ["(@Ana)", ["ana"]],
  ["@Ana’s idea", ["ana"]],
])("who is named with @ and their whole name is meant: %s", (text, meant) => {
  expect(mentionedIn(text, people).sort()).toEqual(meant);
});

test.each(["@ana maria perez", "@ANA MARÍA PÉREZ", "@Ana Mari\u0301a Pérez"])(
  "accents and capitals do not matter: %s",
  (text) => {
    expect(mentionedIn(text, people)).toEqual(["ana-maria"]);
  },
);

test("where one name begins with another the longer one is meant, whatever the order of the list", () => {
  expect(mentionedIn("@Ana María Pérez", people)).toEqual(["ana-maria"]);
  expect(mentionedIn("@Ana María Pérez", [...people].reverse())).toEqual(["ana-maria"]);
  expect(mentionedIn("@Ana María", people)).toEqual(["ana"]);
});

test.each(["Ana", "@ Ana", "@Anatole", "@Zoë", "@Ana2", "write to info@ana"])("nobody is meant by: %s", (text) => {
  expect(mentionedIn(text, people)).toEqual([]);
});

test("who is named twice is meant once", () => {
  expect(mentionedIn("@Ana, and again @ANA.", people)).toEqual(["ana"]);
});

test("of several people of one name, all are meant", () => {
  expect(mentionedIn("@Ana", [...people, { id: "other-ana", name: "Ana" }]).sort()).toEqual(["ana", "other-ana"]);
});

test("apostrophes of any kind and several spaces are the same", () => {
  for (const text of ["@Zoë N'Diaye", "@zoe n‘diaye", "@Zoë  N’Diaye"])
    expect(mentionedIn(text, people)).toEqual(["zoe"]);
});

test.each([
  ["@Zoë could you?", ["Zoë"]],
  ["@Ana and @Fatou Sow, with @fatou.", ["Fatou Sow", "fatou"]],
  ["@Nobody, and again @Nobody", ["Nobody"]],
  ["@Ana, write to info@ana at @ 5", []],
])("what is nobody’s name is reported as it was typed: %s", (text, unmatched) => {
  expect(unmatchedMentions(text, people)).toEqual(unmatched);
});
