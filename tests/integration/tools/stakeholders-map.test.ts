import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { addEntry, editEntry, removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { addPart } from "~/features/tools/engine/parts.server.ts";
import { latestContacts, mapOf } from "~/features/tools/lobbying/stakeholders/map.server.ts";
import { afterPlacing, justPlaced, placeByForm } from "~/features/tools/lobbying/stakeholders/placing.server.ts";
import { stakeholders } from "~/features/tools/lobbying/stakeholders/stakeholders.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { someone } from "../../support/viewers.ts";

const on = (day: string) => ({ personId: null, at: new Date(`${day}T12:00:00Z`) });

function formOf(fields: Record<string, string | number>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: "place", ...fields })) form.set(name, String(value));
  return form;
}

function mapFor(db: Database, viewer: Viewer, query = "", opened: number | null = null) {
  const networks = allNetworks(db);
  const url = new URL(`http://127.0.0.1/stakeholders?${query}`);
  const filters = readFilters(stakeholders, url.searchParams, networks, "2026-11-24");
  const looking = { db, viewer, networks, language: "en" as const, url, at: TODAY };
  return mapOf(looking, filters, { since: url.searchParams.get("since"), opened });
}

function network(db: Database, slug: string): number {
  return allNetworks(db).find((one) => one.slug === slug)?.id ?? 0;
}

/** Somebody new on the list, entered on a day. */
function enter(db: Database, title: string, day: string, slug = "insp-r", values = {}) {
  return addEntry(db, on(day), null, stakeholders, {
    title: { en: title },
    networkId: network(db, slug),
    refs: [],
    values,
  });
}

describe("putting somebody elsewhere", () => {
  test("changes where they stand, and tells where they stood", () => {
    const db = seededDatabase();
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const by = { personId: viewer.id, at: TODAY };
    const id = enter(db, "Made up for a test", "2026-01-02");
    const form = formOf({ entry: id, version: 1, influence: "high", stance: "open" });
    expect(placeByForm(db, by, viewer, form, "en")).toMatchObject({
      outcome: "placed",
      version: 2,
      title: "Made up for a test",
      from: { influence: null, stance: null },
      to: { influence: "high", stance: "open" },
    });
    expect(mapFor(db, viewer).everybody.find((one) => one.id === id)).toMatchObject({
      place: { influence: "high", stance: "open" },
      mayMove: true,
    });
  });

  test("is refused when somebody was first, with both states", () => {
    const db = seededDatabase();
    const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
    const by = { personId: viewer.id, at: TODAY };
    const id = enter(db, "Made up for a test", "2026-01-02", "insp-r", { influence: "low", stance: "ally" });
    editEntry(db, by, viewer, stakeholders, { id, version: 1 }, { values: { stance: "against" } });
    const form = formOf({ entry: id, version: 1, influence: "high", stance: "open" });
    expect(placeByForm(db, by, viewer, form, "en")).toMatchObject({
      outcome: "stale",
      http: 409,
      version: 2,
      now: { influence: "low", stance: "against" },
      wanted: { influence: "high", stance: "open" },
    });
  });

  test("asks for a choice that there is, and is no other form's", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const by = { personId: viewer.id, at: TODAY };
    const form = formOf({ entry: 1, version: 1, influence: "enormous", stance: "open" });
    expect(placeByForm(db, by, viewer, form, "en")).toMatchObject({
      http: 422,
      problems: { influence: "not-a-choice" },
    });
    expect(placeByForm(db, by, viewer, formOf({ intent: "elsewhere" }), "en")).toBeNull();
    expect(() => placeByForm(db, by, viewer, formOf({ entry: 999, version: 1 }), "en")).toThrow(/no entry/);
  });

  test("is for those who work on lobbying, in their own branch", () => {
    const db = seededDatabase();
    const id = enter(db, "Made up for a test", "2026-01-02", "west-africa");
    const form = formOf({ entry: id, version: 1, influence: "high", stance: "open" });
    for (const viewer of [
      someone(db, "observer", "asia"),
      someone(db, "member", "nepal"),
      someone(db, "committee", "west-africa"),
      someone(db, "coordinator", "asia", ["lobbying"]),
      someone(db, "coordinator", "west-africa", ["learning"]),
    ]) {
      const by = { personId: viewer.id, at: TODAY };
      expect(() => placeByForm(db, by, viewer, form, "en"), viewer.id).toThrow(/may not edit/);
      expect(mapFor(db, viewer).everybody.find((one) => one.id === id)?.mayMove).toBe(false);
    }
  });
});

describe("how the map changed since a day", () => {
  test("from the entries' events: who moved, who came, who went", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const moved = enter(db, "A moved", "2025-03-01", "insp-r", { influence: "low", stance: "open" });
    const stayed = enter(db, "A stayed", "2025-03-01", "insp-r", { influence: "low", stance: "open" });
    const gone = enter(db, "A gone", "2025-03-01", "insp-r", { influence: "some", stance: "ally" });
    const long = enter(db, "A long gone", "2025-03-01");
    removeEntry(db, on("2025-04-01"), null, stakeholders, { id: long, version: 1 }, null);
    const come = enter(db, "A come", "2026-02-01");
    const edit = (version: number, day: string, values: Record<string, string>) =>
      editEntry(db, on(day), null, stakeholders, { id: moved, version }, { values });
    edit(1, "2025-12-31", { influence: "some" });
    edit(2, "2026-01-01", { influence: "high" });
    edit(3, "2026-06-01", { stance: "ally" });
    removeEntry(db, on("2026-03-01"), null, stakeholders, { id: gone, version: 1 }, null);

    const { shifted } = mapFor(db, viewer, "since=2026-01-01");
    const own = (id: number) => shifted.find((one) => one.id === id);
    expect(own(moved)).toMatchObject({
      shift: "moved",
      was: { influence: "some", stance: "open" },
      now: { influence: "high", stance: "ally" },
    });
    expect(own(gone)).toMatchObject({ shift: "removed", was: { influence: "some", stance: "ally" }, now: null });
    expect(own(come)).toMatchObject({ shift: "entered", was: null });
    expect([own(stayed), own(long)]).toEqual([undefined, undefined]);
  });

  test("words narrow who was removed as they narrow the rest", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const gone = enter(db, "Ministère déjà parti", "2025-03-01", "insp-r", { influence: "some", stance: "ally" });
    removeEntry(db, on("2026-03-01"), null, stakeholders, { id: gone, version: 1 }, null);
    const told = (q: string) => mapFor(db, viewer, `since=2026-01-01&q=${q}`).shifted.map(({ id }) => id);
    expect(told("ministere+DEJA")).toEqual([gone]);
    expect(told("ministere+ailleurs")).toEqual([]);
    expect(told("%22")).not.toContain(gone);
  });

  test("costs the same however many there are", () => {
    const db = seededDatabase();
    const viewer = someone(db, "admin", "insp-r");
    const statements = () => statementsOf(db, () => mapFor(db, viewer, "since=2026-01-01"));
    const few = statements();
    for (let n = 0; n < 40; n += 1) enter(db, `Made up ${n}`, "2026-02-01");
    expect(statements()).toBe(few);
  });
});

test("the map is narrowed to a continent, and to the international level alone", () => {
  const db = seededDatabase();
  const viewer = someone(db, "admin", "insp-r");
  const asia = enter(db, "Made up in Asia", "2026-01-02", "asia");
  const nepal = enter(db, "Made up in Nepal", "2026-01-02", "nepal");
  const ids = (query: string) => mapFor(db, viewer, query).everybody.map(({ id }) => id);
  expect(ids("network=asia")).toEqual([asia, nepal]);
  expect(ids("network=insp-r")).not.toContain(asia);
  expect(ids("network=insp-r").length).toBeGreaterThan(5);
  expect(ids("")).toEqual(expect.arrayContaining([asia, nepal]));
});

test("a cell names a dozen and counts the rest, and always names the one whose form is open", () => {
  const db = seededDatabase();
  const viewer = someone(db, "admin", "insp-r");
  const place = { influence: "high", stance: "open" };
  const ids = Array.from({ length: 15 }, (_, n) => enter(db, `Made up ${n + 10}`, "2026-02-01", "asia", place));
  const cell = (opened: number | null) => {
    const { everybody, rest } = mapFor(db, viewer, "network=asia", opened);
    return { named: everybody.map(({ id }) => id), rest };
  };
  expect(cell(null)).toEqual({ named: ids.slice(0, 12), rest: { "high open": 3 } });
  expect(cell(ids[14] ?? null)).toEqual({ named: [...ids.slice(0, 12), ids[14]], rest: { "high open": 2 } });
});

test("the address after a plain form tells who was put elsewhere, until their entry changes again", () => {
  const db = seededDatabase();
  const viewer = someone(db, "coordinator", "asia", ["lobbying"]);
  const by = { personId: viewer.id, at: TODAY };
  const id = enter(db, "Made up for a test", "2026-01-02");
  const answer = placeByForm(
    db,
    by,
    viewer,
    formOf({ entry: id, version: 1, influence: "high", stance: "open" }),
    "en",
  );
  if (!answer) throw new Error("the form is ours");
  const address = afterPlacing(answer, "/stakeholders?network=asia&placed=1#place");
  const query = new URLSearchParams(address.split("?")[1]);
  expect(query.get("network")).toBe("asia");
  expect(justPlaced(db, query, "en")).toMatchObject({
    outcome: "placed",
    id,
    version: 2,
    from: { influence: null, stance: null },
    to: { influence: "high" },
  });
  editEntry(db, by, viewer, stakeholders, { id, version: 2 }, { values: { stance: "ally" } });
  expect(justPlaced(db, query, "en")).toBeNull();
  expect(afterPlacing(answer, "/boards/lobbying")).toBe("/boards/lobbying");
});

test("the latest contact is the one of the latest day", () => {
  const db = seededDatabase();
  const id = enter(db, "Made up for a test", "2026-01-02");
  const contact = (day: string) =>
    addPart(
      db,
      on("2026-11-01"),
      null,
      stakeholders,
      { entryId: id, kind: "contacts" },
      {
        networkId: network(db, "asia"),
        language: "en",
        values: { day, who: null, about: "x", follows: null },
      },
    );
  contact("2026-09-01");
  contact("2026-03-01");
  expect(latestContacts(db, [id, 1])).toEqual({ [id]: "2026-09-01" });
});
