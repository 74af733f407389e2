import { describe, expect, test } from "vitest";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import type { Content } from "~/features/suggestions/form.server.ts";
import { askAuthor, merge, takeUp } from "~/features/suggestions/handling.server.ts";
import { rewordSuggestion, withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import { earlierWordings } from "~/features/suggestions/queries.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { amendmentOf, answer, by, day, rowOf, said, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const refused = expect.objectContaining({ status: 403 }) as Refusal;
const conflict = expect.objectContaining({ status: 409 }) as Refusal;
const unknown = expect.objectContaining({ status: 404 }) as Refusal;

function setUp(content: (db: ReturnType<typeof seededDatabase>) => Partial<Content> = () => ({})) {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const coordinator = someone(db, "coordinator", "guatemala", ["lobbying"]);
  const id = suggest(db, author, content(db));
  const reword = (version: number, more: Partial<Content>, viewer = author, at = day(1)) =>
    rewordSuggestion(db, by(viewer, at), viewer, { id, version, content: said(db, author, more) });
  const told = () => db.select().from(events).all();
  return { db, author, coordinator, id, reword, told };
}

describe("rewording", () => {
  test("before it is taken up is an edit: no wording is kept, the version counts up", () => {
    const { db, id, reword } = setUp();
    expect(reword(1, { title: "Better" })).toEqual({ status: "saved" });
    expect(rowOf(db, id)).toMatchObject({ title: "Better", wording: 1, version: 2, state: "submitted" });
    expect(earlierWordings(db, id)).toEqual([]);
  });

  test("after it is taken up makes a new wording, and the old ones stay readable", () => {
    const { db, coordinator, id, reword } = setUp();
    takeUp(db, by(coordinator), coordinator, [id]);
    expect(rowOf(db, id)).toMatchObject({ state: "under-consideration", version: 1 });
    reword(1, { title: "Second", why: "A better reason." });
    reword(2, { title: "Third" });
    expect(rowOf(db, id)).toMatchObject({ title: "Third", wording: 3, version: 3 });
    expect(earlierWordings(db, id)).toMatchObject([
      { wording: 2, title: "Second", why: "A better reason.", until: day(1) },
      { wording: 1, title: "A remark" },
    ]);
  });

  test("keeps the earlier proposal of an amendment with its wording", () => {
    const { db, coordinator, id, reword } = setUp((db) => amendmentOf(db, "LOB-3", { due: "2028-Q1" }));
    takeUp(db, by(coordinator), coordinator, [id]);
    reword(1, amendmentOf(db, "LOB-3", { due: "2028-Q3", priority: "low" }));
    expect(rowOf(db, id).proposal).toEqual({ due: "2028-Q3", priority: "low" });
    expect(earlierWordings(db, id)[0]?.proposal).toEqual({ due: "2028-Q1" });
  });

  test("on an older state changes nothing, and the same again is no change", () => {
    const { db, id, reword, told } = setUp();
    reword(1, { title: "First" });
    const before = told().length;
    expect(reword(1, { title: "From another window" })).toEqual({ status: "stale" });
    expect(reword(2, { title: "First" })).toEqual({ status: "unchanged" });
    expect(rowOf(db, id)).toMatchObject({ title: "First", version: 2 });
    expect(told()).toHaveLength(before);
  });

  test("is told by history with the fields that differ, an action’s by their own names", () => {
    const { db, id, reword, told } = setUp((db) => amendmentOf(db, "LOB-3", { due: "2028-Q1" }));
    const { why } = rowOf(db, id);
    reword(1, { ...amendmentOf(db, "LOB-3", { due: "2028-Q3" }), title: "Later", why });
    expect(told().at(-1)).toMatchObject({
      kind: "suggestion.edited",
      suggestionId: id,
      actionId: null,
      before: { title: "About LOB-3", "proposal.due": "2028-Q1" },
      after: { title: "Later", "proposal.due": "2028-Q3" },
    });
    const [line] = readHistory(db, { suggestionId: id }, { by: null, kind: null, page: 1 }, "en").lines;
    expect(line?.changes.map(({ field }) => field)).toEqual(["title", "due"]);
    expect(line?.changes[1]).toEqual({ field: "due", before: "2028-Q1", after: "2028-Q3" });
  });

  test("many times over leaves the longest texts out of history's page, and shows each alone", () => {
    const { db, id, reword } = setUp();
    const whyOf = (time: number) => `${time} `.repeat(19_000 / `${time} `.length);
    for (let time = 1; time <= 14; time++) reword(time, { why: whyOf(time), title: `Title ${time}` });
    const { lines } = readHistory(db, { suggestionId: id }, { by: null, kind: null, page: 1 }, "en");
    const why = (line: HistoryLine | undefined) => line?.changes.find(({ field }) => field === "why");
    expect(why(lines[0])).toMatchObject({ parts: [{ kind: "struck" }, { kind: "added" }] });
    const leftOut = lines.find((line) => line.kind === "suggestion.edited" && line.id < (lines[11]?.id ?? 0));
    expect(why(leftOut)).toEqual({ field: "why", parts: null });
    const filters = readHistoryFilters(new URLSearchParams({ event: String(leftOut?.id) }));
    const alone = readHistory(db, { suggestionId: id }, filters, "en").lines;
    expect(alone).toHaveLength(1);
    expect(why(alone[0])).toMatchObject({ parts: [{ kind: "struck" }, { kind: "added" }] });
  });

  test("in another language alone is a change too", () => {
    const { db, id, reword } = setUp();
    const { why } = rowOf(db, id);
    expect(reword(1, { why, language: "fr" })).toEqual({ status: "saved" });
    expect(rowOf(db, id)).toMatchObject({ language: "fr", version: 2 });
  });

  test("replies to a question that waits: it comes back to the inbox, and the wording that was asked about stays", () => {
    const { db, id, coordinator, reword } = setUp();
    askAuthor(db, by(coordinator), coordinator, { id, text: "Who is meant?", language: "en" });
    expect(rowOf(db, id)).toMatchObject({ state: "under-consideration", askedAt: TODAY });
    reword(1, { title: "Say that women vendors are meant" });
    expect(rowOf(db, id)).toMatchObject({ askedAt: null, wording: 2 });
  });

  test("cannot make another thing of it: its kind, its board and what it is about stay", () => {
    const { db, id, reword } = setUp((db) => amendmentOf(db, "LOB-3", { due: "2028-Q1" }));
    const before = rowOf(db, id);
    reword(1, { ...amendmentOf(db, "COM-3", { due: "2028-Q3" }), kind: "remark" });
    const { kind, board, actionId, baseVersion } = before;
    expect(rowOf(db, id)).toMatchObject({ kind, board, actionId, baseVersion, proposal: { due: "2028-Q3" } });
  });

  test("is its author’s alone, an observer’s no longer, and over with the answer", () => {
    const { db, author, coordinator, reword } = setUp();
    expect(() => reword(1, { title: "X" }, coordinator)).toThrow(refused);
    expect(() => reword(1, { title: "X" }, { ...author, role: "observer" })).toThrow(refused);
    expect(() => rewordSuggestion(db, by(author), author, { id: 99, version: 1, content: said(db, author) })).toThrow(
      unknown,
    );
  });

  test.each(["answered", "merged", "withdrawn"] as const)("is over once it is %s", (closed) => {
    const { db, author, coordinator, id, reword } = setUp();
    if (closed === "answered") answer(db, coordinator, id, "declined");
    if (closed === "merged") merge(db, by(coordinator), coordinator, { id, into: suggest(db, author) });
    if (closed === "withdrawn") withdrawSuggestion(db, by(author), author, { id, version: 1, why: "No longer." });
    const { version, title } = rowOf(db, id);
    expect(() => reword(version, { title: "X" })).toThrow(conflict);
    expect(rowOf(db, id).title).toBe(title);
  });
});

describe("withdrawing", () => {
  test("closes it, with the reason, which history tells too", () => {
    const { db, author, id, told } = setUp();
    const withdrawn = withdrawSuggestion(db, by(author, day(2)), author, {
      id,
      version: 1,
      why: "It is done already.",
    });
    expect(withdrawn).toEqual({ status: "saved" });
    expect(rowOf(db, id)).toMatchObject({ state: "withdrawn", closedAt: day(2), closedWhy: "It is done already." });
    expect(told().at(-1)).toMatchObject({ kind: "suggestion.withdrawn", why: "It is done already." });
  });

  test("is its author’s alone, on the state that they had before them, and once", () => {
    const { db, author, coordinator, id, reword } = setUp();
    reword(1, { title: "Newer" });
    const withdraw = (viewer = author, version = 2) =>
      withdrawSuggestion(db, by(viewer, TODAY), viewer, { id, version, why: "No longer." });
    expect(withdraw(author, 1)).toEqual({ status: "stale" });
    expect(() => withdraw(coordinator)).toThrow(refused);
    expect(rowOf(db, id).state).toBe("submitted");
    withdraw();
    expect(() => withdraw(author, 3)).toThrow(conflict);
  });
});
