import { expect, test } from "vitest";
import { differingFields } from "~/lib/same-value.ts";

test("both sides of the fields that differ, a null where one side lacks it", () => {
  const before: Record<string, unknown> = { title: "A", boards: ["lobbying"], gone: 1 };
  const after = { title: "B", boards: ["lobbying"], added: null, entered: 2 };
  expect(differingFields(before, after)).toEqual({
    before: { title: "A", gone: 1, entered: null },
    after: { title: "B", gone: null, entered: 2 },
  });
});

test("of some fields alone, and nothing where they are the same", () => {
  const before = { title: "A", stage: "planned" };
  const after = { title: "B", stage: "planned" };
  expect(differingFields(before, after, ["stage"])).toBeNull();
  expect(differingFields(before, before)).toBeNull();
});
