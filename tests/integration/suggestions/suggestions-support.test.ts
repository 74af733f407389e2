import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import type { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { merge, unmerge } from "~/features/suggestions/handling.server.ts";
import { withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import { mergedInto, voicesFor } from "~/features/suggestions/queries.server.ts";
import { support, withdrawSupport } from "~/features/suggestions/support.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { addOrganisation, answer, by, day, rowOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const refused = expect.objectContaining({ status: 403 }) as Refusal;
const conflict = expect.objectContaining({ status: 409 }) as Refusal;

/** Two organisations in Nepal, one under Asia itself; a suggestion from Benin, and who gives voices to it. */
function setUp() {
  const db = seededDatabase();
  for (const slug of ["union", "mutual"]) addOrganisation(db, slug, "nepal");
  addOrganisation(db, "asian-forum", "asia");
  const author = someone(db, "member", "benin");
  const coordinator = someone(db, "coordinator", "guatemala", ["lobbying"]);
  const give = (viewer: Viewer, id: number) => support(db, by(viewer), viewer, allNetworks(db), id);
  const back = (viewer: Viewer, id: number) => withdrawSupport(db, by(viewer), viewer, allNetworks(db), id);
  const mergeInto = (id: number, into: number) => merge(db, by(coordinator, day(1)), coordinator, { id, into });
  const unmergeAgain = (id: number) => unmerge(db, by(coordinator), coordinator, id);
  const voices = (id: number) => {
    const { nationalVoices, continentalVoices, otherVoices } = rowOf(db, id);
    return [nationalVoices, continentalVoices, otherVoices];
  };
  const named = (id: number) => voicesFor(db, id, "en").map(({ name }) => name);
  const is = (role: "member" | "committee", network: string) => someone(db, role, network);
  const last = () => db.select().from(events).all().at(-1);
  return { db, author, coordinator, give, back, mergeInto, unmergeAgain, voices, named, is, last };
}

describe("a voice", () => {
  test("is one for each organisation: a second person of it adds none, and history tells of one", () => {
    const { db, author, give, voices, named, is, last } = setUp();
    const id = suggest(db, author);
    expect(give(is("member", "union"), id)).toBe("given");
    expect(last()).toMatchObject({ kind: "suggestion.supported", suggestionId: id });
    const before = last()?.id;
    expect(give(is("committee", "union"), id)).toBe("already-given");
    expect(last()?.id).toBe(before);
    expect(give(is("member", "mutual"), id)).toBe("given");
    expect(voices(id)).toEqual([2, 0, 0]);
    expect(named(id)).toEqual(["union", "mutual"]);
  });

  test("of who belongs to no organisation is their own", () => {
    const { db, author, give, voices, named, is } = setUp();
    const id = suggest(db, author);
    const two = [is("member", "nepal"), is("committee", "nepal")];
    for (const one of two) give(one, id);
    expect(give(two[0] as Viewer, id)).toBe("already-given");
    expect(voices(id)).toEqual([2, 0, 0]);
    expect(named(id)).toEqual(two.map(({ name }) => name));
  });

  test("is counted apart for national and continental origin, and the international one’s beside both", () => {
    const { db, author, give, voices, is } = setUp();
    const id = suggest(db, author);
    for (const network of ["union", "india", "guatemala", "asian-forum", "asia", "insp-r"])
      give(is("member", network), id);
    expect(voices(id)).toEqual([3, 2, 1]);
  });

  test("is nobody’s for their own suggestion, an observer’s, or for what is closed", () => {
    const { db, author, coordinator, give, mergeInto, voices, is } = setUp();
    const [id = 0, merged = 0, answered = 0, withdrawn = 0] = [1, 2, 3, 4].map(() => suggest(db, author));
    mergeInto(merged, id);
    answer(db, coordinator, answered, "declined");
    withdrawSuggestion(db, by(author), author, { id: withdrawn, version: 1, why: "No longer." });
    expect(() => give(author, id)).toThrow(refused);
    expect(() => give(someone(db, "observer", "nepal"), id)).toThrow(refused);
    for (const closed of [merged, answered, withdrawn])
      expect(() => give(is("member", "nepal"), closed)).toThrow(conflict);
    expect(() => give(is("member", "nepal"), 99)).toThrow(expect.objectContaining({ status: 404 }) as Refusal);
    expect(voices(id)).toEqual([0, 0, 0]);
  });

  test("is taken back by anyone of the organisation, until it is answered", () => {
    const { db, author, coordinator, give, back, voices, is, last } = setUp();
    const id = suggest(db, author);
    give(is("member", "union"), id);
    give(is("member", "nepal"), id);
    expect(back(is("committee", "nepal"), id)).toBe("not-given");
    expect(back(is("committee", "union"), id)).toBe("taken-back");
    expect(last()).toMatchObject({ kind: "suggestion.unsupported", suggestionId: id, after: null });
    expect(voices(id)).toEqual([1, 0, 0]);
    answer(db, coordinator, id, "declined");
    expect(() => back(is("member", "nepal"), id)).toThrow(conflict);
    expect(voices(id)).toEqual([1, 0, 0]);
  });
});

describe("merging", () => {
  test("keeps authors, origins and voices in sight, and counts once who spoke for both", () => {
    const { db, author, give, mergeInto, voices, named, is } = setUp();
    const other = someone(db, "member", "india");
    const [id, into] = [suggest(db, other, { title: "The same" }), suggest(db, author)];
    give(is("member", "union"), id);
    give(is("committee", "union"), into);
    give(is("member", "mutual"), id);
    give(is("member", "asia"), into);
    expect(mergeInto(id, into)).toBe(true);
    expect(rowOf(db, id)).toMatchObject({ state: "merged", mergedIntoId: into, closedAt: day(1), version: 2 });
    expect(voices(into)).toEqual([2, 1, 0]);
    expect(new Set(named(into))).toEqual(new Set(["union", "mutual", "member, asia"]));
    expect(mergedInto(db, into, "en")).toMatchObject([{ id, title: "The same", author: other.name, origin: "India" }]);
  });

  test("lets a voice be taken back afterwards, from whichever of them it was given to", () => {
    const { db, author, give, back, mergeInto, voices, is } = setUp();
    const [id, into] = [suggest(db, author), suggest(db, author)];
    for (const one of [id, into]) give(is("member", "union"), one);
    give(is("member", "mutual"), id);
    mergeInto(id, into);
    expect(back(is("member", "union"), into)).toBe("taken-back");
    expect(voices(into)).toEqual([1, 0, 0]);
    expect(back(is("member", "mutual"), id)).toBe("taken-back");
    expect(voices(into)).toEqual([0, 0, 0]);
  });

  test("goes on through a chain, and taken back gives each its own again", () => {
    const { db, author, give, mergeInto, unmergeAgain, voices, is } = setUp();
    const [a = 0, b = 0, c = 0] = [1, 2, 3].map(() => suggest(db, author));
    give(is("member", "union"), a);
    give(is("member", "mutual"), a);
    give(is("member", "union"), b);
    give(is("member", "asia"), c);
    mergeInto(a, b);
    expect([voices(a), voices(b), voices(c)]).toEqual([
      [0, 0, 0],
      [2, 0, 0],
      [0, 1, 0],
    ]);
    mergeInto(b, c);
    expect([voices(a), voices(b), voices(c)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [2, 1, 0],
    ]);
    expect(mergedInto(db, c, "en").map(({ id }) => id)).toEqual([a, b]);

    unmergeAgain(b);
    expect([voices(a), voices(b), voices(c)]).toEqual([
      [0, 0, 0],
      [2, 0, 0],
      [0, 1, 0],
    ]);
    expect(rowOf(db, a)).toMatchObject({ state: "merged", countsForId: b });
    unmergeAgain(a);
    expect([voices(a), voices(b), voices(c)]).toEqual([
      [2, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(rowOf(db, a)).toMatchObject({ state: "submitted", mergedIntoId: null, closedAt: null, countsForId: a });
  });

  test("in the middle of a chain, the first alone can be taken back", () => {
    const { db, author, give, mergeInto, unmergeAgain, voices, is } = setUp();
    const [a = 0, b = 0, c = 0] = [1, 2, 3].map(() => suggest(db, author));
    for (const one of [a, b]) give(is("member", "union"), one);
    mergeInto(a, b);
    mergeInto(b, c);
    unmergeAgain(a);
    expect([voices(a), voices(b), voices(c)]).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });

  test("is not across boards, to itself, to a closed one, round in a circle, or to one that is not there", () => {
    const { db, author, coordinator, mergeInto } = setUp();
    const [id = 0, merged = 0, answered = 0] = [1, 2, 3].map(() => suggest(db, author));
    const elsewhere = suggest(db, author, { board: "learning" });
    mergeInto(merged, id);
    answer(db, coordinator, answered, "declined");
    for (const into of [elsewhere, id, merged, answered, 99]) expect(mergeInto(id, into)).toBe(false);
    expect(rowOf(db, id)).toMatchObject({ state: "submitted", version: 1, mergedIntoId: null });
    expect(() => mergeInto(answered, id)).toThrow(conflict);
    expect(() => mergeInto(merged, id)).toThrow(conflict);
  });

  test("is for the board’s coordinators, and is not taken back once the one that remained is answered", () => {
    const { db, author, coordinator, mergeInto, unmergeAgain } = setUp();
    const [id, into] = [suggest(db, author), suggest(db, author)];
    for (const one of [author, someone(db, "coordinator", "asia", ["learning"])])
      expect(() => merge(db, by(one), one, { id, into })).toThrow(refused);
    expect(() => unmergeAgain(id)).toThrow(refused);
    mergeInto(id, into);
    expect(() => unmerge(db, by(author), author, id)).toThrow(refused);
    answer(db, coordinator, into, "declined");
    expect(() => unmergeAgain(id)).toThrow(conflict);
    expect(rowOf(db, id).state).toBe("merged");
  });
});
