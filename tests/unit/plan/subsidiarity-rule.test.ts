import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ADOPTIONS, LEVELS, STAGES } from "~/domain.ts";
import { byHow, rollUp } from "~/features/plan/subsidiarity/roll-up.ts";
import { BOUND_STAGES, isBound, linkMissing } from "~/features/plan/subsidiarity/rule.ts";

const standing = fc.record({ level: fc.constantFrom(...LEVELS), stage: fc.constantFrom(...STAGES) });

describe("the rule", () => {
  test("an international action without a link is drafted, put aside and dropped, but not planned", () => {
    const draft = { level: "international", stage: "proposed" } as const;
    expect(linkMissing(null, draft, false)).toBe(false);
    for (const stage of BOUND_STAGES) expect(linkMissing(draft, { level: "international", stage }, false)).toBe(true);
    for (const stage of ["on-hold", "dropped"] as const)
      expect(linkMissing(draft, { level: "international", stage }, false)).toBe(false);
  });

  test("a planned action does not become international without one", () => {
    const national = { level: "national", stage: "planned" } as const;
    expect(linkMissing(national, { ...national, level: "international" }, false)).toBe(true);
    expect(linkMissing(national, { ...national, level: "international" }, true)).toBe(false);
  });

  test("what is linked, what is not international, and what stands there already is never barred", () => {
    fc.assert(
      fc.property(standing, standing, (before, after) => {
        expect(linkMissing(before, after, true)).toBe(false);
        if (after.level !== "international") expect(linkMissing(before, after, false)).toBe(false);
        if (isBound(before)) expect(linkMissing(before, after, false)).toBe(false);
        expect(linkMissing(null, after, false)).toBe(isBound(after));
      }),
    );
  });
});

test("the roll-up counts every answer once, and never more than there are networks", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...ADOPTIONS))), (answers) => {
      const { total, answered, by } = rollUp(answers);
      expect(total).toBe(answers.length);
      expect(Object.values(by).reduce((sum, n) => sum + n, 0)).toBe(answered);
      expect(total - answered).toBe(answers.filter((one) => one === null).length);
    }),
  );
});

test("links with the same text are read together", () => {
  const link = (network: string, text: string) => ({ network, how: { text } });
  const groups = byHow([link("Asia", "one"), link("Nepal", "two"), link("India", "one")]);
  expect(groups.map(([how, of]) => [how?.text, of.map(({ network }) => network)])).toEqual([
    ["one", ["Asia", "India"]],
    ["two", ["Nepal"]],
  ]);
});
