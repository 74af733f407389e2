import { describe, expect, test } from "vitest";
import { withoutFilter } from "~/features/plan/boards/addresses.ts";
import {
  activeFilters,
  boardSearch,
  readBoardState,
  withCollapsed,
  withMore,
  withParameter,
} from "~/features/plan/boards/filters.ts";

const read = (search: string) => readBoardState(new URLSearchParams(search), "lobbying");

describe("a board's address", () => {
  test("says each filter", () => {
    const state = read(
      "level=continental&network=asia&priority=high&kind=field-visit&quarter=2026-Q4&mine=1&q=mutuelles",
    );
    expect(state).toMatchObject({
      level: ["continental"],
      network: ["asia"],
      priority: ["high"],
      kind: ["field-visit"],
      quarter: ["2026-Q4"],
      mine: true,
      q: "mutuelles",
    });
    expect(activeFilters(state)).toBe(7);
  });

  test("takes several values of a filter, each once, and loses them one by one", () => {
    const query = new URLSearchParams("priority=high&priority=low&priority=high&priority=urgent&is=late&page=3");
    const state = read(query.toString());
    expect(state).toMatchObject({ priority: ["high", "low"], is: ["late"], stage: [] });
    expect(activeFilters(state)).toBe(3);
    expect(withoutFilter(query, "priority", "high")).toBe("?is=late&priority=low&priority=urgent");
  });

  test("that is old or mistyped still shows the board: what does not fit is left out", () => {
    const state = read(
      "level=global&priority=urgent&kind=party&quarter=2026-Q7&shown=planned:abc,nowhere:40&open=planned",
    );
    expect(activeFilters(state)).toBe(0);
    expect(state.shown).toEqual({});
    expect(state.open).toEqual([]);
  });

  test("asks for more of one column and keeps the rest of what it says", () => {
    const query = new URLSearchParams("level=national&shown=planned:65");
    const more = new URLSearchParams(withMore(query, "done", 15));
    expect(more.get("level")).toBe("national");
    expect(read(more.toString()).shown).toEqual({ planned: 65, done: 65 });
  });

  test("never asks for more cards than a browser can hold", () => {
    expect(read("shown=planned:99999").shown.planned).toBe(2000);
  });

  test("unfolds a stage aside, and folds it again", () => {
    const open = withCollapsed(new URLSearchParams("q=x"), "on-hold");
    expect(read(open).open).toEqual(["on-hold"]);
    expect(read(withCollapsed(new URLSearchParams(open), "on-hold")).open).toEqual([]);
  });

  test("is given on without what belongs to one answer alone", () => {
    expect(boardSearch(new URLSearchParams("level=national&move=LOB-3&moved=12"))).toBe("?level=national");
  });

  test("loses a parameter that is taken away", () => {
    expect(withParameter(new URLSearchParams("q=x&mine=1"), "q", null)).toBe("?mine=1");
  });
});
