import { describe, expect, test } from "vitest";
import { ratesIn } from "~/features/tools/financing/funding/rates.server.ts";
import { action as editKeyResult, loader as keyResultPage } from "~/routes/plan/action-key-result.tsx";
import { action as newKeyResult } from "~/routes/plan/action-key-result-new.tsx";
import { action as milestones } from "~/routes/plan/action-milestones.tsx";
import { action as enterRate } from "~/routes/tools/funding-rates.tsx";
import { keyResults } from "~db/schema.ts";
import { ask, enter, openApp, problemsIn } from "../../support/routes.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();
const signIn = () => enter(someone(app.db, "admin", "asia").id);

describe("a number that could be a thousand times another", () => {
  test("is asked about, kept as it was typed, and taken once it is confirmed", async () => {
    const cookie = await signIn();
    const at = { path: "/actions/LOB-1/key-results/new", params: { ref: "LOB-1" }, cookie, language: "fr" as const };
    const submitted = { "name.fr": "Réseaux", unit: "réseaux", start: "0", target: "12,345", due: "" };
    app.db.$client.prepare("update people set language = 'fr'").run();
    const asked = await ask(newKeyResult, { ...at, form: submitted });
    expect(asked).toMatchObject({ status: 422, data: { submitted: { target: "12,345" } } });
    expect(problemsIn(asked)).toEqual({ target: "number-two-ways:12345|12,3450" });

    // A box that was ticked for another text does not count.
    const other = await ask(newKeyResult, { ...at, form: { ...submitted, "sure.target": "12,346" } });
    expect(problemsIn(other)).toEqual({ target: "number-two-ways:12345|12,3450" });

    expect((await ask(newKeyResult, { ...at, form: { ...submitted, "sure.target": "12,345" } })).status).toBe(302);
    const row = app.db.select().from(keyResults).all().at(-1);
    expect(row?.target).toBe(12.345);

    // What stands already is not asked about again when the rest is edited.
    const page = {
      ...at,
      path: `/actions/LOB-1/key-results/${row?.id}`,
      params: { ref: "LOB-1", id: String(row?.id) },
    };
    const { values, version } = (await ask(keyResultPage, page)).data as { values: typeof submitted; version: number };
    expect(values.target).toBe("12,345");
    const form = { ...values, unit: "réseaux nationaux", version: String(version), intent: "save" };
    expect((await ask(editKeyResult, { ...page, form })).status).toBe(302);
  });
});

describe("a rate far from the known one", () => {
  test("is saved only once it is confirmed, for its own currency", async () => {
    const cookie = await signIn();
    app.db.$client.prepare("update people set language = 'en'").run();
    const submitted = { currency: "XOF", perEuro: "655,957", day: "2026-11-20", source: "BCEAO" };
    const send = (form: Record<string, string>) => ask(enterRate, { path: "/funding/rates", form, cookie });
    const asked = await send(submitted);
    expect(asked).toMatchObject({ status: 422, data: { submitted, unusual: { perEuro: 655_957, known: 655.957 } } });
    expect(problemsIn(asked)).toEqual({ perEuro: "rate-unusual" });
    expect((await send({ ...submitted, "sure.perEuro": "USD 655,957" })).status).toBe(422);
    expect(ratesIn(app.db)).toEqual({});
    expect((await send({ ...submitted, "sure.perEuro": "XOF 655,957" })).status).toBe(302);
    expect((await send({ ...submitted, perEuro: "655.957" })).status).toBe(302);
    expect(ratesIn(app.db).XOF?.perEuro).toBe(655.957);
  });
});

describe("a day outside the sensible range", () => {
  test.each([
    ["0027-03-01", "year-short"],
    ["1027-03-01", "day-far-off"],
    ["2127-03-01", "day-far-off"],
  ])("is refused beside its field: %s", async (day, problem) => {
    const cookie = await signIn();
    const form = { intent: "add", "name.en": "First draft", day, state: "ahead" };
    const answer = await ask(milestones, { path: "/actions/LOB-1/milestones", params: { ref: "LOB-1" }, form, cookie });
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ day: problem });
  });
});
