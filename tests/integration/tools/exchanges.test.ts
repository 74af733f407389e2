import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { search } from "~/features/core/search/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { readFilters } from "~/features/tools/engine/filters.server.ts";
import { removeEntry } from "~/features/tools/engine/mutations.server.ts";
import { entryOf, listOf, mayAdd, partNetworks } from "~/features/tools/engine/pages.server.ts";
import { partByForm } from "~/features/tools/engine/part-form.server.ts";
import { editPart, partsOf, removePart } from "~/features/tools/engine/parts.server.ts";
import {
  calendarWith,
  exchangesCalendar,
  exchangesIn,
  nextMonthWithSome,
} from "~/features/tools/learning/exchanges/calendar.server.ts";
import { exchanges } from "~/features/tools/learning/exchanges/exchanges.ts";
import { peopleTable } from "~/features/tools/learning/exchanges/people-table.server.ts";
import { takenIn } from "~/features/tools/learning/exchanges/queries.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { csvOf } from "~/lib/csv.server.ts";
import type { Month } from "~/lib/month.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { enter, enterPart, found, looking, networkId } from "../../support/entries.ts";
import { statementsOf } from "../../support/statements.ts";
import { day, formOf } from "../../support/suggestions.ts";
import { entriesCsv } from "../../support/tables.ts";
import { someone } from "../../support/viewers.ts";

const SEED = { personId: null, at: TODAY };

const visit = (db: Database, title = "A visit", values = {}, slug = "nepal") =>
  enter(db, exchanges, title, slug, { kind: "visit", first: "2026-12-07", place: "Pokhara", ...values });

const signUp = (db: Database, entryId: number, slug: string, people: number, at = TODAY, actor: Viewer | null = null) =>
  enterPart(db, exchanges, { entryId, kind: "signups", slug }, { people, who: null, remark: null }, { at, actor });

const filtersOf = (db: Database, query = "") =>
  readFilters(exchanges, new URLSearchParams(query), allNetworks(db), "2026-11-24");

describe("signing up", () => {
  test("goes as far as there are places, each network once, and says how many are left", () => {
    const db = seededDatabase();
    const id = visit(db, "A visit", { places: 5 });
    expect(signUp(db, id, "india", 3).status).toBe("saved");
    expect(signUp(db, id, "india", 1).status).toBe("twice");
    expect(signUp(db, id, "benin", 3)).toEqual({
      status: "invalid",
      objection: { field: "people", code: "places-taken", about: "2" },
    });
    expect(signUp(db, id, "benin", 2).status).toBe("saved");
    expect(
      takenIn(
        db,
        [found(db, exchanges, id)].map(({ row, values }) => ({ id: row.id, values })),
      )[id],
    ).toEqual({
      taken: 5,
      places: 5,
    });
  });

  test("is changed within the places that the others leave", () => {
    const db = seededDatabase();
    const id = visit(db, "A visit", { places: 5 });
    signUp(db, id, "india", 3);
    const [own] = partsOf(db, [id]);
    const change = (people: number, version: number) =>
      editPart(...([db, SEED, null, exchanges, { entryId: id, kind: "signups", id: own?.id ?? 0, version }] as const), {
        networkId: networkId(db, "india"),
        language: "en",
        values: { people, who: null, remark: null },
      }).status;
    expect(change(5, 1)).toBe("saved");
    expect(change(6, 2)).toBe("invalid");
    expect(partsOf(db, [id])[0]?.fields).toEqual({ people: 5 });
  });

  test("closes after the first day, for taking back too; who was there is said from then on", () => {
    const db = seededDatabase();
    const id = visit(db, "A visit", { first: "2026-11-25", last: "2026-11-27" });
    signUp(db, id, "india", 3);
    expect(signUp(db, id, "benin", 1, day(2)).status).toBe("invalid");
    const [own] = partsOf(db, [id]);
    const which = { entryId: id, kind: "signups", id: own?.id ?? 0, version: 1 };
    expect(removePart(db, { personId: null, at: day(2) }, null, exchanges, which).status).toBe("invalid");
    const wasThere = (at: Date) =>
      enterPart(
        ...([db, exchanges, { entryId: id, kind: "participants", slug: "india" }, { people: 2, who: null }] as const),
        { at },
      );
    expect(wasThere(TODAY)).toMatchObject({ objection: { field: "network", code: "not-begun-yet" } });
    expect(wasThere(day(1)).status).toBe("saved");
    const viewer = someone(db, "admin", "insp-r");
    const shown = (at: Date) =>
      entryOf({ ...looking(db, viewer, "/"), at }, exchanges, found(db, exchanges, id)).parts.map(
        ({ kind, mayAdd, rows }) => [kind, mayAdd, rows.map(({ mayKeep }) => mayKeep)],
      );
    expect(shown(TODAY)).toEqual([
      ["signups", true, [true]],
      ["participants", false, [false]],
    ]);
    expect(shown(day(2))).toEqual([
      ["signups", false, [false]],
      ["participants", true, [true]],
    ]);
  });

  test("is offered while there is room, to those whose network has not signed up", () => {
    const db = seededDatabase();
    const member = someone(db, "member", "nepal");
    const other = someone(db, "member", "india");
    const observer = someone(db, "observer", "nepal");
    const id = visit(db, "A visit", { places: 5 });
    const offered = (viewer: Viewer) =>
      entryOf(looking(db, viewer, "/"), exchanges, found(db, exchanges, id)).parts.find(
        ({ kind }) => kind === "signups",
      )?.mayAdd;
    expect([member, other, observer].map(offered)).toEqual([true, true, false]);
    signUp(db, id, "nepal", 3);
    expect([member, other, observer].map(offered)).toEqual([false, true, false]);
    signUp(db, id, "benin", 2);
    expect([member, other, observer].map(offered)).toEqual([false, false, false]);
  });

  test("that is refused keeps what was typed, with the message beside the number", () => {
    const db = seededDatabase();
    const id = visit(db, "A visit", { places: 2 });
    const viewer = someone(db, "member", "nepal");
    const doing = {
      db,
      viewer,
      networks: allNetworks(db),
      language: "en" as const,
      by: { personId: viewer.id, at: TODAY },
    };
    const of = { entryId: id, kind: "signups", definition: exchanges.parts.signups };
    const form = { intent: "add", network: String(networkId(db, "nepal")), people: "3", who: "All of us" };
    expect(partByForm(doing, exchanges, of, formOf(form))).toMatchObject({
      ok: false,
      status: 422,
      problems: { people: "places-taken" },
      about: { people: "2" },
      submitted: { people: "3", who: "All of us" },
    });
  });

  test("is each network's own: a member's for theirs; the exchange is kept by those of the board", () => {
    const db = seededDatabase();
    const networks = allNetworks(db);
    const member = someone(db, "member", "nepal");
    const [learning, lobbying] = (["learning", "lobbying"] as const).map((board) =>
      someone(db, "coordinator", "asia", [board]),
    );
    const observer = someone(db, "observer", "nepal");
    const may = [member, learning, lobbying, observer].map((one) => one && mayAdd(one, networks, exchanges));
    expect(may).toEqual([false, true, false, false]);
    const id = visit(db);
    expect(signUp(db, id, "nepal", 1, TODAY, member).status).toBe("saved");
    expect(() => signUp(db, id, "india", 1, TODAY, member)).toThrow(/may not edit/);
    expect(() => signUp(db, id, "nepal", 1, TODAY, observer)).toThrow(/may not edit/);
    const of = { id: networkId(db, "insp-r"), kind: "international" } as const;
    const own = (viewer: Viewer) => partNetworks(viewer, networks, exchanges, of, exchanges.parts.signups);
    expect(own(member).map(({ slug }) => slug)).toEqual(["nepal"]);
  });
});

test("an exchange is found, told in history, and goes into a spreadsheet that computes nothing", () => {
  const db = seededDatabase();
  const id = visit(db, "=HYPERLINK(1)", { programme: { en: "A walk in Zanzibar." } });
  signUp(db, id, "india", 2);
  expect(search(db, { q: "zanzibar", kind: "entry", page: 1 }, "en").total).toBe(1);
  expect(latestLines(db, { entryId: id }, "en", 5).map(({ kind }) => kind)).toEqual([
    "entry-part.added",
    "entry.created",
  ]);
  const asked = { networks: allNetworks(db), language: "fr", i18n: i18nFor("fr") } as const;
  const csv = String(entriesCsv(db, exchanges, filtersOf(db), asked));
  expect(csv).toContain("'=HYPERLINK(1)");
  expect(csv).toContain("Visite");
});

test("who signed up and who was there goes into a spreadsheet of the host's", () => {
  const db = seededDatabase();
  const id = visit(db, "A visit", { first: "2026-11-24" });
  signUp(db, id, "india", 3);
  const were = { people: 2, who: "=1+1" };
  enterPart(db, exchanges, { entryId: id, kind: "participants", slug: "benin" }, were);
  const entry = entryOf(looking(db, someone(db, "observer", "asia"), "/"), exchanges, found(db, exchanges, id));
  const [, ...rows] = String(csvOf(peopleTable(entry, i18nFor("en")), "en-GB"))
    .trim()
    .split("\r\n");
  expect(rows.map((row) => row.split(/[,;]/))).toEqual([
    ["Signed up", "India", "3", "", ""],
    ["Who was there", "Benin", "2", "'=1+1", ""],
  ]);
});

describe("the calendar", () => {
  const titles = (db: Database, month: Month, query = "") =>
    exchangesIn(db, filtersOf(db, query), month, "en").map(({ title }) => title);

  test("has what touches the month, past ones too, under the filters", () => {
    const db = seededDatabase();
    visit(db, "Over the turn", { first: "2026-10-30", last: "2026-11-02" });
    visit(db, "A study", { kind: "study", first: "2026-11-30" }, "benin");
    visit(db, "Long", { first: "2026-01-01", last: "2027-01-31" });
    const gone = visit(db, "Gone", { first: "2026-11-10" });
    removeEntry(db, SEED, null, exchanges, { id: gone, version: 1 }, null);
    expect(titles(db, "2026-11")).toEqual(["Long", "Over the turn", "A study"]);
    expect(titles(db, "2026-10")).toEqual(["Long", "Over the turn"]);
    expect(titles(db, "2026-12")).toEqual(["Long"]);
    expect(titles(db, "2027-02")).toEqual([]);
    expect(titles(db, "2026-11", "kind=study")).toEqual(["A study"]);
    expect(titles(db, "2026-11", "network=asia")).toEqual(["Long", "Over the turn"]);
  });

  test("that is empty knows in which month the next one begins", () => {
    const db = seededDatabase();
    visit(db, "Later", { first: "2027-05-03" });
    visit(db, "Much later", { first: "2028-05-03" });
    expect(nextMonthWithSome(db, filtersOf(db), "2026-11", "en")).toBe("2027-05");
    expect(nextMonthWithSome(db, filtersOf(db), "2028-05", "en")).toBeNull();
  });

  test("for a program has each on its whole days, until the day after the last, with its place and page", () => {
    const db = seededDatabase();
    const origin = "https://plan.example.org";
    const asked = { networks: allNetworks(db), language: "en", at: TODAY, i18n: i18nFor("en"), origin } as const;
    const id = visit(db, "A visit; with a, comma", { last: "2026-12-09" });
    visit(db, "One day", { place: null, link: "https://example.org/meet", first: "2026-12-20" }, "benin");
    visit(db, "Long ago", { first: "2020-01-01" });
    const read = (text: string) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    const events = read(exchangesCalendar(db, new URLSearchParams(), asked));
    expect(events.map(({ uid, startDate, endDate }) => [uid, String(startDate), String(endDate)])).toEqual([
      [`exchange-${id}@plan.example.org`, "2026-12-07", "2026-12-10"],
      [`exchange-${id + 1}@plan.example.org`, "2026-12-20", "2026-12-21"],
    ]);
    expect(events[0]).toMatchObject({ summary: "Visit: A visit; with a, comma", location: "Pokhara" });
    expect(events[0]?.description).toContain(`${origin}/exchanges/${id}`);
    expect(events[1]?.location).toBe("https://example.org/meet");
    expect(read(exchangesCalendar(db, new URLSearchParams("network=nepal"), asked))).toHaveLength(1);
    const { row, network, values } = found(db, exchanges, id);
    const one = { id: row.id, version: row.version, title: "A visit", values, network: { ...network, name: "Nepal" } };
    expect(read(calendarWith([one], asked))).toHaveLength(1);
  });
});

test("the list and the calendar cost the same however many exchanges there are", async () => {
  const db = seededDatabase();
  const viewer = someone(db, "admin", "insp-r");
  const cost = () =>
    statementsOf(db, () => {
      takenIn(db, listOf(looking(db, viewer, "/exchanges"), exchanges).entries);
      exchangesIn(db, filtersOf(db), "2026-12", "en");
    });
  visit(db);
  const few = await cost();
  for (let n = 0; n < 40; n += 1) signUp(db, visit(db, `Made up ${n}`, { places: 9 }), "india", 2);
  expect(await cost()).toBe(few);
});
