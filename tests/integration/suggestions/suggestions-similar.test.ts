import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { merge } from "~/features/suggestions/handling.server.ts";
import { rewordSuggestion, withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import { similarTo } from "~/features/suggestions/similar.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { actionOf, amendmentOf, by, newAction, said, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const similar = (title: string, language: Language = "en", except = 0) => {
    const found = similarTo(db, title, language, except);
    return { suggestions: found.suggestions.map(({ id }) => id), actions: found.actions.map(({ ref }) => ref) };
  };
  return { db, author, coordinator, similar };
}

describe("what sounds like a title", () => {
  test.each([
    ["en", "A visit to the field"],
    ["fr", "Une visite sur le terrain"],
    ["es", "Una visita al campo"],
    ["nl", "Een veldbezoek"],
  ] as const)("among the actions is found in %s, whatever the reader’s language", (_, title) => {
    const { similar } = setUp();
    expect(similar(title, "en").actions).toContain("LRN-2");
    expect(similar(title, "nl").actions).toContain("LRN-2");
  });

  test.each(["note stratégique", "note strategique", "NOTE STRATÉGIQUE", "nota estrategica", "strategienota"])(
    "is found with and without accents and capitals: %s",
    (title) => {
      expect(setUp().similar(title).actions[0]).toBe("COM-4");
    },
  );

  test.each([
    ["fr", "Une mutuelle de santé pour les tisserands", "mutuelles de sante"],
    ["es", "Una caja de salud para tejedoras", "cajas para tejedoras"],
    ["nl", "Een ziekenfonds voor wevers", "ziekenfondsen"],
    ["en", "A health mutual for weavers", "weavers’ mutuals"],
  ] as const)("among the suggestions is found in %s too", (language, title, sought) => {
    const { db, author, similar } = setUp();
    suggest(db, author, { title: "Another matter" });
    const id = suggest(db, author, { title, language });
    expect(similar(sought, "en").suggestions).toEqual([id]);
  });

  test("is found by what a suggestion says beside its title, after those whose title says it", () => {
    const { db, author, similar } = setUp();
    const inText = suggest(db, author, newAction("Something else", { "description.en": "Schools for weavers." }));
    const inTitle = suggest(db, author, { title: "Weavers first", why: "We say so." });
    expect(similar("weavers").suggestions).toEqual([inTitle, inText]);
  });

  test("has half of its words: one common word makes nothing similar", () => {
    const { db, author, similar } = setUp();
    const near = suggest(db, author, { title: "Translate the training for weavers" });
    suggest(db, author, { title: "Training" });
    expect(similar("Training weavers about translation").suggestions).toEqual([near]);
  });

  test("is shown in the reader's language, whichever it was found in", () => {
    const { db } = setUp();
    for (const language of ["en", "fr"] as const)
      for (const title of ["A visit to the field", "Une visite sur le terrain"]) {
        const action = similarTo(db, title, language).actions.find(({ ref }) => ref === "LRN-2");
        // What is in the page's own language needs no mark.
        expect(action).toMatchObject({ lang: null });
      }
  });

  test("leaves out what is withdrawn, merged or dropped, and the one that is being edited", () => {
    const { db, author, coordinator, similar } = setUp();
    const [kept = 0, withdrawn = 0, merged = 0] = [1, 2, 3].map((n) => suggest(db, author, { title: `Weavers ${n}` }));
    withdrawSuggestion(db, by(author), author, { id: withdrawn, version: 1, why: "No longer." });
    merge(db, by(coordinator), coordinator, { id: merged, into: kept });
    expect(similar("weavers").suggestions).toEqual([kept]);
    expect(similar("weavers", "en", kept).suggestions).toEqual([]);
    moveAction(db, { personId: null, at: TODAY }, null, {
      ref: "COM-4",
      version: actionOf(db, "COM-4").version,
      stage: "dropped",
      outcome: { en: "No longer." },
    });
    expect(similar("strategienota").actions).not.toContain("COM-4");
  });

  test("is found by the words of now, not by those of before", () => {
    const { db, author, similar } = setUp();
    const id = suggest(db, author, { title: "Weavers first" });
    rewordSuggestion(db, by(author), author, { id, version: 1, content: said(db, author, { title: "Potters first" }) });
    expect([similar("weavers").suggestions, similar("potters").suggestions]).toEqual([[], [id]]);
  });

  test.each(["", "the and of", "pour les", '"*) OR ^ NEAR(', "--"])(
    "is nothing for a title without words: %s",
    (title) => {
      expect(setUp().similar(title)).toEqual({ suggestions: [], actions: [] });
    },
  );

  test("offers a few at most, each action once however many languages match", () => {
    const { db, author, similar } = setUp();
    for (let n = 0; n < 9; n++) suggest(db, author, { title: `Protection sociale ${n}` });
    const { suggestions, actions } = similar("social protection protection sociale protección social");
    expect(suggestions.length).toBeLessThanOrEqual(4);
    expect(new Set(actions).size).toBe(actions.length);
    expect(actions.length).toBeGreaterThan(1);
  });
});

test("to be marked as a duplicate of, suggestions of the board come first that are about the same action", () => {
  const { db, author } = setUp();
  const title = "A school for weavers";
  // The longer a text, the less its words weigh: by its words alone the one about the same action would come last, and be left out.
  const about = (ref: string) =>
    suggest(db, author, {
      ...amendmentOf(db, ref, { due: "2029-Q1" }),
      title: `${title}, and more`,
      why: "More. ".repeat(300),
    });
  const others = [1, 2, 3, 4].map(() => suggest(db, author, { title }));
  suggest(db, author, { title, board: "learning" });
  const same = about("LOB-3");
  const own = about("LOB-3");
  const found = similarTo(db, title, "en", own, { board: "lobbying", about: "LOB-3" }).suggestions.map(({ id }) => id);
  expect(found).toHaveLength(4);
  expect(found[0]).toBe(same);
  expect(others).toEqual(expect.arrayContaining(found.slice(1)));
});
