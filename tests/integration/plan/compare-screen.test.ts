import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { change } from "~/features/core/history/change.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction, moveWithin } from "~/features/plan/actions/moves.server.ts";
import { createAction } from "~/features/plan/actions/mutations.server.ts";
import { readCompareQuery } from "~/features/plan/compare/query.server.ts";
import { type Comparison, comparisonOf } from "~/features/plan/compare/screen.server.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOfAsync } from "../../support/statements.ts";
import { actionOf, amendmentOf, answer, answeringScene, day, edit, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function compared(
  db: Database,
  query = "",
  { language = "en" as Language, page = 1, at = day(10) } = {},
): Promise<Comparison> {
  const asked = readCompareQuery(new URLSearchParams(query), { first: new Date("2019-11-30T12:00:00Z"), at });
  if (!asked.period) throw new Error(`${query} cannot be compared.`);
  return comparisonOf(db, { networks: allNetworks(db), language }, asked, asked.period.window, page);
}

describe("what changed in the plan", () => {
  test("an accepted suggestion's changes name it, with the words struck and added, and who and when", async () => {
    const { db, author, coordinator } = answeringScene();
    const id = suggest(
      db,
      author,
      amendmentOf(db, "LOB-3", { "title.en": "Work with the ILO every year", due: "2029-Q1" }),
    );
    answer(db, coordinator, id, "accepted", {}, day(2));
    const { counts, changed, actions: shown } = await compared(db);
    expect({ changed, due: counts.due, reworded: counts.reworded, moved: counts.moved }).toEqual({
      changed: 1,
      due: 1,
      reworded: 1,
      moved: 0,
    });
    const [lob3] = shown;
    expect(lob3).toMatchObject({
      ref: "LOB-3",
      title: "Work with the ILO every year",
      board: "lobbying",
      entered: null,
    });
    expect(lob3?.steps).toHaveLength(1);
    expect(lob3?.steps[0]).toMatchObject({
      at: +day(2),
      by: coordinator.name,
      because: [{ suggestion: id, title: "About LOB-3" }],
      moved: null,
    });
    const fields = new Map(lob3?.steps[0]?.changes.map((one) => [one.field, one]));
    expect(fields.get("due")).toMatchObject({ after: "2029-Q1" });
    const title = fields.get("title.en");
    const kinds = title && "parts" in title ? title.parts?.map(({ kind }) => kind) : [];
    expect(kinds).toContain("added");
    expect(kinds).toContain("struck");
  });

  test("a committee's decision that dropped an action is its cause, and its reason stands with it", async () => {
    const db = seededDatabase();
    const found = actionOf(db, "LRN-2");
    const row = db
      .select()
      .from(actions)
      .all()
      .find(({ id }) => id === found.id) as typeof actions.$inferSelect;
    const by = { personId: null, at: day(1) };
    change(db, by, (tx, record) =>
      moveWithin(tx, record, by, row, { stage: "dropped", outcome: { en: "Others do it." } }, { decision: 4 }),
    );
    const { counts, actions: shown } = await compared(db);
    expect({ gone: counts.gone, moved: counts.moved }).toEqual({ gone: 1, moved: 0 });
    expect(shown[0]).toMatchObject({
      stage: "dropped",
      steps: [
        {
          moved: { from: "planned", to: "dropped" },
          outcome: "Others do it.",
          because: [{ decision: 4 }],
          by: null,
          at: +day(1),
        },
      ],
    });
  });

  test("shows actions as they were called and where they were at the later instant, whatever came after", async () => {
    const db = seededDatabase();
    const at = (number: number) => ({ personId: null, at: day(number) });
    moveAction(db, at(1), null, { ref: "LRN-2", version: 1, stage: "under-way" });
    const before = actionOf(db, "LRN-2").texts.en?.title;
    const texts = {
      ...actionOf(db, "LRN-2").texts,
      en: { title: "Another name", description: "", expectedResult: "" },
    };
    // `edit` is dated today; what comes after the window is dated by the clock of the move below.
    const until = `from=2026-Q4&to=${new Date(+TODAY - 1000).toISOString()}`;
    edit(db, "LRN-2", { board: "financing", texts });
    expect((await compared(db, until)).changed).toBe(0);
    const whole = await compared(db);
    expect(whole.actions[0]).toMatchObject({ ref: "LRN-2", board: "financing", title: "Another name" });
    expect((await compared(db, "board=learning")).changed).toBe(0);
    expect((await compared(db, "board=financing")).counts).toMatchObject({ refiled: 1, reworded: 1, moved: 1 });
    moveAction(db, at(3), null, { ref: "LRN-2", version: actionOf(db, "LRN-2").version, stage: "under-review" });
    const earlier = await compared(db, `from=2026-11-25&to=${day(2).toISOString()}`);
    expect(earlier.actions[0]).toMatchObject({
      stage: "under-way",
      steps: [{ moved: { from: "planned", to: "under-way" } }],
    });
    expect(before).not.toBe("Another name");
    // The rewording is dated before the move that was made first: the steps stand in the order of history.
    const steps = (await compared(db)).actions[0]?.steps ?? [];
    expect(steps.map(({ key }) => Number(key))).toEqual(steps.map(({ key }) => Number(key)).sort((a, b) => a - b));
    expect(steps).toHaveLength(2);
  });

  test("key results stand with their values then and now", async () => {
    const db = seededDatabase();
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const by = (number: number) => ({ personId: coordinator.id, at: day(number) });
    const name = { en: "Networks that take part", fr: "Réseaux qui participent" };
    const { id } = addKeyResult(db, by(1), coordinator, "LRN-2", {
      name,
      unit: "networks",
      start: 0,
      target: 19,
      due: null,
    });
    const said = { health: "on-track", happened: "Counted.", evidence: "", obstacles: "", language: "en" } as const;
    for (const [number, value] of [
      [2, 3],
      [4, 7],
    ] as const)
      checkIn(db, by(number), coordinator, "LRN-2", { ...said, values: [{ id, value, health: null }] });
    const line = async (query: string) => (await compared(db, query)).actions[0]?.keyResults[0];
    expect(await line("")).toMatchObject({ what: "added", valueThen: null, valueNow: 7, unit: "networks", target: 19 });
    const from = day(3).toISOString();
    expect(await line(`from=${from}`)).toMatchObject({
      what: "changed",
      valueThen: 3,
      valueNow: 7,
      by: coordinator.name,
      at: +day(4),
    });
    expect((await compared(db, `from=${from}`, { language: "fr" })).actions[0]?.keyResults[0]?.name).toBe(name.fr);
    expect((await compared(db, `from=${day(5).toISOString()}`)).changed).toBe(0);
  });

  test("a long list goes over pages, board by board, and a kind of change narrows it", async () => {
    const db = seededDatabase();
    addSyntheticActions(db, 60, day(1));
    moveAction(db, { personId: null, at: day(2) }, null, { ref: "LRN-2", version: 1, stage: "under-way" });
    const first = await compared(db);
    expect(first).toMatchObject({ changed: 61, total: 61, pages: 3, counts: { added: 60, moved: 1 } });
    const pages = await Promise.all([1, 2, 3].map((page) => compared(db, "", { page })));
    const refs = pages.flatMap((one) => one.actions.map(({ ref }) => ref));
    expect(new Set(refs).size).toBe(61);
    const boards = refs.map((ref) => ref.slice(0, 3));
    expect(boards.filter((board, index) => board !== boards[index - 1])).toEqual(["LOB", "LRN", "FIN", "COM"]);
    expect((await compared(db, "what=moved")).actions.map(({ ref }) => ref)).toEqual(["LRN-2"]);
    expect(await compared(db, "what=gone")).toMatchObject({ total: 0, changed: 61, actions: [] });
  });

  test("asks as many statements for 24 actions as for 300", async () => {
    const db = seededDatabase();
    await compared(db); // What is prepared once and kept is prepared now.
    moveAction(db, { personId: null, at: day(1) }, null, { ref: "LRN-2", version: 1, stage: "under-way" });
    const few = await statementsOfAsync(db, () => compared(db));
    addSyntheticActions(db, 300, day(1));
    expect(await statementsOfAsync(db, () => compared(db))).toBe(few);
    expect(few).toBeLessThanOrEqual(20);
    // Looked at again, its next page too, only what has been kept is asked for.
    expect(await statementsOfAsync(db, () => compared(db))).toBeLessThan(few);
  });

  test("one that was entered and its text's absence is no trouble", async () => {
    const db = seededDatabase();
    createAction(db, { personId: null, at: day(1) }, null, {
      board: "lobbying",
      stage: "proposed",
      priority: "low",
      level: "national",
      lead: 1,
      partners: [],
      principles: [],
      start: null,
      due: null,
      sourceLanguage: "es",
      origin: "direct",
      actionKind: null,
      texts: { es: { title: "Una acción", description: "", expectedResult: "" } },
    });
    expect((await compared(db, "", { language: "nl" })).actions[0]).toMatchObject({
      title: "Una acción",
      lang: "es",
      entered: { by: null, at: +day(1), because: [] },
      steps: [],
    });
  });
});
