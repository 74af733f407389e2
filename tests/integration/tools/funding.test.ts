import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { parseForm } from "~/features/core/forms.server.ts";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { addEntry, editEntry } from "~/features/tools/engine/mutations.server.ts";
import { addPart } from "~/features/tools/engine/parts.server.ts";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { unlikeRate } from "~/features/tools/financing/funding/money.ts";
import { justMoved, moveByForm } from "~/features/tools/financing/funding/moving.server.ts";
import { enterRate, ratesIn } from "~/features/tools/financing/funding/rates.server.ts";
import { rateSchema } from "~/features/tools/financing/funding/schemas.ts";
import { stageColumns, streamsOf } from "~/features/tools/financing/funding/streams.server.ts";
import { totalsOf } from "~/features/tools/financing/funding/totals.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { entriesCsv, sumsCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

function scene() {
  const db = seededDatabase();
  const networks = allNetworks(db);
  const idOf = (slug: string) => networks.find((one) => one.slug === slug)?.id ?? 0;
  const coordinator = someone(db, "coordinator", "west-africa", ["financing"]);
  const by = { personId: coordinator.id, at: TODAY };
  const add = (values: Record<string, unknown>, network = "insp-r", title = "Exchange visits") =>
    addEntry(db, by, coordinator, funding, {
      title: { en: title },
      networkId: idOf(network),
      refs: ["FIN-4"],
      values: { donor: "ILO", stage: "asked", currency: "EUR", ...values },
    });
  const sum = (entryId: number, values: Record<string, unknown>) =>
    addPart(db, by, coordinator, funding, { entryId, kind: "sums" }, { networkId: null, language: "en", values });
  const filters = (query = "") => readFilters(funding, new URLSearchParams(query), networks, "2026-11-24");
  const looking = { viewer: coordinator, networks, language: "en" as const };
  return { db, networks, idOf, coordinator, by, add, sum, filters, looking };
}

const form = (fields: Record<string, string | number>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
};

describe("moving a stream", () => {
  test("changes its stage alone, says so in history, and can be taken back as long as nothing else changed", () => {
    const { db, coordinator, by, add, looking } = scene();
    const id = add({ amount: 100 });
    const moving = { db, by, viewer: coordinator, language: "en" as const };
    const move = moveByForm(moving, form({ intent: "move", id, version: 1, stage: "granted" }));
    expect(move).toMatchObject({ outcome: "moved", from: "asked", stage: "granted", version: 2 });
    const [line] = readHistory(db, { entryId: id }, readHistoryFilters(new URLSearchParams()), "en").lines;
    expect(line?.changes).toEqual([{ field: "stage", name: "Stage", before: "Asked", after: "Granted" }]);
    const said = new URLSearchParams({ moved: String(id), as: "2", from: "asked" });
    expect(justMoved(db, said, "en")).toMatchObject({ outcome: "moved", from: "asked" });
    editEntry(db, by, coordinator, funding, { id, version: 2 }, { values: { amount: 200 } });
    expect(justMoved(db, said, "en")).toBeNull();
    const columns = stageColumns(db, scene().filters(), looking);
    expect(columns.find(({ stage }) => stage === "granted")?.cards).toMatchObject([{ id, amount: 20_000 }]);
  });

  test("that somebody overtook changes nothing, and says where the stream stands", () => {
    const { db, coordinator, by, add } = scene();
    const id = add({});
    const moving = { db, by, viewer: coordinator, language: "en" as const };
    moveByForm(moving, form({ intent: "move", id, version: 1, stage: "granted" }));
    const late = moveByForm(moving, form({ intent: "move", id, version: 1, stage: "refused" }));
    expect(late).toMatchObject({ outcome: "stale", stage: "granted", wanted: "refused", version: 2 });
  });

  test("is for those who work on the financing board, for networks of their branch", () => {
    const { db, by, add, coordinator } = scene();
    const id = add({}, "west-africa");
    const fields = form({ intent: "move", id, version: 1, stage: "granted" });
    for (const viewer of [
      someone(db, "coordinator", "asia", ["financing"]),
      someone(db, "coordinator", "west-africa", ["learning"]),
      someone(db, "member", "benin"),
      someone(db, "observer", "insp-r"),
    ])
      expect(() => moveByForm({ db, by, viewer, language: "en" }, fields)).toThrow(/may not edit/);
    expect(moveByForm({ db, by, viewer: coordinator, language: "en" }, fields)?.outcome).toBe("moved");
  });
});

describe("rates", () => {
  test("are entered by those who work on the financing board, and each stays in its history", () => {
    const { db, by, coordinator } = scene();
    const usd = { currency: "USD" as const, perEuro: 1.0812, day: "2026-11-20", source: "ECB" };
    expect(() => enterRate(db, by, someone(db, "coordinator", "asia", ["learning"]), usd)).toThrow(/may not/);
    expect(() => enterRate(db, by, someone(db, "committee", "asia"), usd)).toThrow(/may not/);
    enterRate(db, by, coordinator, usd);
    enterRate(db, by, coordinator, usd);
    enterRate(db, by, coordinator, { ...usd, perEuro: 1.1, day: "2026-11-24" });
    expect(ratesIn(db)).toEqual({ USD: { perEuro: 1.1, day: "2026-11-24", source: "ECB" } });
    const { lines } = readHistory(
      db,
      { board: "financing" },
      readHistoryFilters(new URLSearchParams({ kind: "rate.entered" })),
      "en",
    );
    expect(lines.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ["perEuro", "day", "currency"],
      ["currency", "perEuro", "day", "source"],
    ]);
  });

  test("are refused without a source, for the euro itself, of a day to come, and where they are no rate", () => {
    const read = (fields: Record<string, string>) =>
      parseForm(
        rateSchema("en", "2026-11-24"),
        form({ currency: "USD", perEuro: "1.08", day: "2026-11-24", source: "ECB", ...fields }),
      );
    expect(read({}).ok).toBe(true);
    for (const [fields, field, code] of [
      [{ currency: "EUR" }, "currency", "not-a-choice"],
      [{ perEuro: "0" }, "perEuro", "not-a-rate"],
      [{ perEuro: "-1" }, "perEuro", "not-a-rate"],
      [{ perEuro: "much" }, "perEuro", "not-a-rate"],
      [{ day: "2026-11-25" }, "day", "day-in-future"],
      [{ source: " " }, "source", "missing"],
    ] as const)
      expect(read(fields)).toMatchObject({ ok: false, problems: { [field]: code } });
  });

  test("written with another language’s decimal sign are refused with both ways to read them", () => {
    const read = (perEuro: string, language: Language) =>
      parseForm(
        rateSchema(language, "2026-11-24"),
        form({ currency: "XOF", perEuro, day: "2026-11-24", source: "ECB" }),
      );
    const problems = { perEuro: "number-two-ways:655957|655,9570" };
    expect(read("655.957", "fr")).toMatchObject({ ok: false, problems });
    for (const submitted of ["655,957", "655,9570"])
      expect(read(submitted, "fr")).toMatchObject({ ok: true, value: { perEuro: 655.957 } });
  });
});

describe("a rate far from the known one", () => {
  test.each([
    // A fixed rate, a thousand times too large: `655,957` typed in English.
    ["XOF", 655_957, {}, 655.957],
    ["XAF", 65.5957, {}, 655.957],
    ["XOF", 655.957, {}, null],
    ["XOF", 655.96, {}, null],
    // The last that was entered counts before what is roughly known.
    ["USD", 10.81, { USD: 1.081 }, 1.081],
    ["USD", 1081, {}, 1.1],
    ["USD", 1.2, { USD: 1.081 }, null],
    ["GNF", 9.3, { GNF: 9300 }, 9300],
    ["INR", 0.98, {}, 95],
    ["INR", 120, { INR: 95 }, null],
  ] as const)("%s %d", (currency, perEuro, last, expected) => {
    const rates = Object.fromEntries(
      Object.entries(last).map(([one, rate]) => [one, { perEuro: rate, day: "2026-11-20", source: "ECB" }]),
    );
    expect(unlikeRate(currency, perEuro, rates)).toBe(expected);
  });
});

describe("what is counted", () => {
  test("the amounts as they were entered, by the continents that benefit, under the list's filters", () => {
    const { db, networks, idOf, add, sum, filters } = scene();
    const both = add({
      amount: 99.99,
      benefiting: [idOf("nepal"), idOf("india"), idOf("benin")],
      deadline: "2027-03-01",
    });
    sum(both, { step: "asked", amount: 1000.1, day: "2026-02-01" });
    sum(both, { step: "paid", amount: 655_957, currency: "XOF", day: "2026-05-01" });
    add({ stage: "granted", amount: 50, donor: "UNICEF" }, "guinea", "Studies");
    const rates = { XOF: { perEuro: 655.957, day: "2026-11-20", source: "BCEAO" } };
    const counted = (query = "") => totalsOf(streamsOf(db, filters(query), { networks, language: "en" }), rates);
    const { whole, byContinent, byYear } = counted();
    expect(whole).toEqual({ aimed: 14_999, asked: 100_010, granted: 0, paid: 100_000, reported: 0 });
    expect(Object.fromEntries(byContinent.map(({ key, figures }) => [key, figures.aimed]))).toEqual({
      [idOf("asia")]: 5000,
      [idOf("west-africa")]: 4999 + 5000,
    });
    expect(new Set(byYear.map(({ key }) => key))).toEqual(new Set([null, 2027, 2026]));
    expect(counted("stage=granted").whole.aimed).toBe(5000);
    expect(counted("network=west-africa").whole.aimed).toBe(5000);
    expect(counted("year=2027").whole.aimed).toBe(9999);
  });

  test("statements do not grow with the entries", () => {
    const { db, networks, add, sum, filters, looking } = scene();
    const ask = () => [
      statementsOf(db, () => streamsOf(db, filters(), { networks, language: "en" })),
      statementsOf(db, () => stageColumns(db, filters(), looking)),
    ];
    sum(add({ amount: 1 }), { step: "asked", amount: 1, day: "2026-01-01" });
    const few = ask();
    for (let at = 0; at < 60; at += 1) sum(add({ amount: at }), { step: "asked", amount: at, day: "2026-01-01" });
    expect(ask()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(3);
  });

  test("each sum goes to a spreadsheet with its rate, and without an amount in euros where no rate is known", () => {
    const { db, networks, by, coordinator, add, sum, filters } = scene();
    const id = add({ amount: 10, donor: "=1+1" });
    sum(id, { step: "asked", amount: 1000, currency: "USD", day: "2026-02-01" });
    sum(id, { step: "paid", amount: 5, currency: "NPR", day: "2026-03-01" });
    enterRate(db, by, coordinator, { currency: "USD", perEuro: 1.25, day: "2026-11-20", source: "ECB" });
    const csv = sumsCsv(db, filters(), { networks, language: "en", i18n: i18nFor("en") }).toString();
    const rows = csv.trim().split(/\r?\n/).slice(1);
    expect(rows.map((row) => row.split(/[,;]/).slice(4))).toEqual([
      ["Amount aimed at", "10", "EUR", "", "1", "10"],
      ["Asked", "1000", "USD", "2026-02-01", "1.25", "800"],
      ["Paid", "5", "NPR", "2026-03-01", "", ""],
    ]);
    expect(csv).not.toMatch(/(^|[,;"])=1/m);
    expect(
      sumsCsv(db, filters("stage=idea"), { networks, language: "en", i18n: i18nFor("en") }).toString(),
    ).not.toContain("USD");
  });

  test("the spreadsheet holds the amounts as numbers, and no formula", () => {
    const { db, networks, add, filters } = scene();
    add({ amount: 99.5, donor: "=HYPERLINK(0)" });
    const csv = entriesCsv(db, funding, filters(), { networks, language: "en", i18n: i18nFor("en") }).toString();
    expect(csv).toContain("99.5");
    expect(csv).not.toMatch(/(^|[,;"])=HYPERLINK/m);
  });
});
