import { describe, expect, test } from "vitest";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { merge } from "~/features/suggestions/handling.server.ts";
import { listSuggestions, readListFilters, SUGGESTIONS_A_PAGE } from "~/features/suggestions/list.server.ts";
import { withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import { support } from "~/features/suggestions/support.server.ts";
import { voices } from "~/features/suggestions/voice.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import {
  actionOf,
  addOrganisation,
  amendmentOf,
  answer,
  by,
  day,
  newAction,
  suggest,
} from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const nepal = someone(db, "member", "nepal");
  const asia = someone(db, "member", "asia");
  const benin = someone(db, "member", "benin");
  const coordinator = someone(db, "coordinator", "insp-r", ["lobbying", "learning"]);
  const read = (search: string, viewer = nepal) =>
    listSuggestions(
      db,
      { viewer, networks: allNetworks(db), language: "en" },
      readListFilters(new URLSearchParams(search)),
    );
  const list = (...asked: Parameters<typeof read>) => read(...asked).suggestions.map(({ id }) => id);
  return { db, nepal, asia, benin, coordinator, read, list };
}

describe("the list of suggestions", () => {
  test("shows all, the newest first, and narrows to a board", () => {
    const { db, nepal, list } = setUp();
    const [first, learning, last] = [suggest(db, nepal), suggest(db, nepal, { board: "learning" }), suggest(db, nepal)];
    expect(list("")).toEqual([last, learning, first]);
    expect(list("board=learning")).toEqual([learning]);
  });

  test("narrows to a network with the countries below it; an unknown one has none", () => {
    const { db, nepal, asia, benin, list } = setUp();
    const [here, above, elsewhere] = [suggest(db, nepal), suggest(db, asia), suggest(db, benin)];
    expect(list("network=nepal")).toEqual([here]);
    expect(list("network=asia")).toEqual([above, here]);
    expect(list("network=insp-r")).toEqual([elsewhere, above, here]);
    expect(list("network=atlantis")).toEqual([]);
  });

  test("narrows to what is open, answered, or in one state", () => {
    const { db, nepal, coordinator, list } = setUp();
    const [open, declined, accepted, withdrawn, merged] = Array.from({ length: 5 }, () => suggest(db, nepal));
    answer(db, coordinator, declined as number, "declined");
    answer(db, coordinator, accepted as number, "accepted");
    withdrawSuggestion(db, by(nepal), nepal, { id: withdrawn as number, version: 1, why: "No longer." });
    merge(db, by(coordinator), coordinator, { id: merged as number, into: open as number });
    expect(list("state=open")).toEqual([open]);
    expect(list("state=answered")).toEqual([accepted, declined]);
    expect(list("state=merged")).toEqual([merged]);
    expect(list("state=withdrawn&board=learning")).toEqual([]);
  });

  test("finds all the words that are asked for, in any text, with and without accents", () => {
    const { db, nepal, list } = setUp();
    const both = suggest(db, nepal, { title: "Santé des tisserands", why: "Élargir la protection." });
    const inText = suggest(db, nepal, newAction("Weavers", { "description.en": "Sante and protection" }));
    suggest(db, nepal, { title: "Santé pour tous" });
    expect(list("q=sante+PROTECTION")).toEqual([inText, both]);
    expect(list("q=tisserand")).toEqual([both]);
    expect(list("q=nowhere")).toEqual([]);
    expect(list("q=%22%29+%2A")).toHaveLength(3);
  });

  test("finds two letters too: EU, UN", () => {
    const { db, nepal, list } = setUp();
    const found = suggest(db, nepal, { title: "Write to the EU" });
    suggest(db, nepal, { title: "Write to the parliament" });
    expect(list("q=EU")).toEqual([found]);
  });

  test("shows as mine what I said and what I support, and not what I do not", () => {
    const { db, nepal, asia, benin, list } = setUp();
    const [mine, supported] = [suggest(db, nepal), suggest(db, asia)];
    const other = suggest(db, benin);
    support(db, by(nepal), nepal, allNetworks(db), supported);
    support(db, by(asia), asia, allNetworks(db), other);
    expect(list("mine", nepal)).toEqual([supported, mine]);
    expect(list("mine", benin)).toEqual([other]);
  });

  test("pages, and a page beyond the last is the last", () => {
    const { db, nepal, read, list } = setUp();
    const all = Array.from({ length: SUGGESTIONS_A_PAGE + 2 }, () => suggest(db, nepal)).reverse();
    expect(read("")).toMatchObject({ total: all.length, page: 1, pages: 2 });
    expect([...list(""), ...list("page=2")]).toEqual(all);
    expect(list("page=7")).toEqual(list("page=2"));
    expect(list("page=nothing")).toEqual(list(""));
  });

  test("names what each is about and what came of it, in the reader’s language", () => {
    const { db, nepal, coordinator, read } = setUp();
    answer(db, coordinator, suggest(db, nepal, newAction("A school")), "accepted");
    suggest(db, nepal, { ...amendmentOf(db, "LOB-3", { due: "2030-Q1" }), language: "fr" });
    expect(read("").suggestions).toMatchObject([
      { lang: "fr", about: { ref: "LOB-3", title: actionOf(db, "LOB-3").texts.en?.title }, result: null },
      { lang: null, about: null, result: { ref: "LOB-11", title: "A school" }, closedAt: +TODAY },
    ]);
  });
});

/*
 * Counted by hand, for 1 to 24 November 2026, on the 24th (day 0):
 *   Nepal  day -20: accepted on day -10 (10 days), made LOB-11; the union's and Asia's voices
 *          day -15: withdrawn
 *          day -40: before the period; accepted, changed LOB-4; counts for the actions alone
 *          day -39: accepted too, changed LOB-3, which was dropped later: counts for nothing
 *   Asia   day -12: merged into Nepal's first and accepted with it (2 days); its one voice counts there
 *   Benin  day -22: promised within 30 days, and waits
 *          day   0: the period's last day belongs to it
 * Live: LOB-11 and the 24 of the seed, one of which is dropped: 2 of 24.
 */
test("who is heard agrees with a count by hand", () => {
  const { db, nepal, asia, benin, coordinator } = setUp();
  for (const [slug, under] of [
    ["union", "nepal"],
    ["forum", "asia"],
    ["mutual", "benin"],
    ["cooperative", "benin"],
  ] as const)
    addOrganisation(db, slug, under);
  const networks = allNetworks(db);
  for (const [ref, at] of [
    ["LOB-4", day(-40)],
    ["LOB-3", day(-39)],
  ] as const)
    answer(db, coordinator, suggest(db, nepal, amendmentOf(db, ref, { due: "2030-Q1" }), at), "accepted", {}, at);
  suggest(db, benin, {}, day(-22));
  const first = suggest(db, nepal, newAction("A school"), day(-20));
  const withdrawn = suggest(db, nepal, {}, day(-15));
  const merged = suggest(db, asia, {}, day(-12));
  const union = someone(db, "member", "union");
  support(db, by(union), union, networks, first);
  support(db, by(union), union, networks, merged);
  support(db, by(asia), asia, networks, first);
  withdrawSuggestion(db, by(nepal, day(-14)), nepal, { id: withdrawn, version: 1, why: "No longer." });
  merge(db, by(coordinator, day(-11)), coordinator, { id: merged, into: first });
  answer(db, coordinator, first, "accepted", {}, day(-10));
  suggest(db, benin, {}, TODAY);
  const { version } = actionOf(db, "LOB-3");
  moveAction(db, { personId: null, at: TODAY }, null, {
    ref: "LOB-3",
    version,
    stage: "dropped",
    outcome: { en: "No longer." },
  });

  const asked = { networks, language: "en" as const, at: TODAY };
  const { rows, whole, quarter, first: oldest } = voices(db, asked, { from: "2026-11-01", to: "2026-11-24" });
  const of = (slug: string) => rows.find((row) => row.slug === slug);
  expect(of("nepal")).toMatchObject({
    made: 2,
    accepted: 1,
    withdrawn: 1,
    waiting: 0,
    supported: 1,
    medianDays: 10,
    deadlinesMet: 1,
    deadlinesEnded: 1,
    actions: 2,
    shareOfPlan: 8,
    organisations: 1,
    shareOfOrganisations: 25,
  });
  // The merged one has the voices of the one that remained.
  expect(of("asia")).toMatchObject({ made: 3, accepted: 2, supported: 2, medianDays: 6, actions: 2, organisations: 2 });
  expect(of("benin")).toMatchObject({
    made: 2,
    waiting: 2,
    deadlinesEnded: 0,
    actions: 0,
    medianDays: null,
    silent: false,
  });
  expect(of("guatemala")).toMatchObject({ made: 0, silent: true });
  expect(whole).toMatchObject({ made: 5, accepted: 2, withdrawn: 1, waiting: 2, actions: 2, organisations: 4 });
  expect([quarter, oldest]).toEqual(["2026-Q4", day(-40)]);
  // A day later Benin's first promise is not yet over; nine days later it is.
  const later = { ...asked, at: day(9) };
  expect(voices(db, later, { from: "2026-11-01", to: "2026-11-23" }).whole).toMatchObject({
    made: 4,
    waiting: 1,
    deadlinesMet: 2,
    deadlinesEnded: 3,
  });
});
