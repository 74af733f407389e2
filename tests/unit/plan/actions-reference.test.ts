import { describe, expect, test } from "vitest";
import { parseActionRef, parseActionRefs } from "~/features/plan/actions/reference.ts";

describe("a reference as people type it", () => {
  test.each(["LOB-1", "lob 1", "LOB-1 ", "lob1", " Lob – 01", "LOB -1-"])("“%s” is LOB-1", (submitted) => {
    expect(parseActionRef(submitted)).toBe("LOB-1");
  });

  test.each(["", "LOB", "LOB-0", "ILO-1", "LOB-1a", "LOB-1 FIN-2", "1", "LOB-1234567890"])(
    "“%s” is none",
    (submitted) => {
      expect(parseActionRef(submitted)).toBeNull();
    },
  );

  test("several stand with anything between them", () => {
    expect(parseActionRefs("lob 1, FIN-2;com3\nLOB-1")).toEqual(["LOB-1", "FIN-2", "COM-3"]);
    expect(parseActionRefs("LOB-1 FIN-2")).toEqual(["LOB-1", "FIN-2"]);
    expect(parseActionRefs("")).toEqual([]);
    expect(parseActionRefs("LOB-1, soon")).toBeNull();
    expect(parseActionRefs("LOB")).toBeNull();
  });
});
