import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Language } from "~/domain.ts";
import { editDecision } from "~/features/committee/decisions/mutations.server.ts";
import type { SearchKind } from "~/features/core/search/kinds.ts";
import { FOUND_A_PAGE, quickSearch, search } from "~/features/core/search/queries.server.ts";
import { pieces } from "~/features/core/search/terms.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { textMatches } from "~/features/plan/boards/where.server.ts";
import { addLink, removeDocument } from "~/features/plan/documents/mutations.server.ts";
import { publishAnswers } from "~/features/suggestions/answering.server.ts";
import { rewordSuggestion } from "~/features/suggestions/mutations.server.ts";
import { matching } from "~/features/suggestions/similar.server.ts";
import { comment } from "~/features/suggestions/talk.server.ts";
import { migrateDatabase, rebuildSearch } from "~db/migrate.ts";
import { actions, actionTexts, alignments, comments, keyResults, networks, suggestions } from "~db/schema.ts";
import { seededDatabase, TODAY, testDatabase } from "../../support/database.ts";
import { committeeScene, nothing } from "../../support/reviews.ts";
import { addSearchedRows, expectWholeIndex, indexed, SEARCHED } from "../../support/searched-rows.ts";
import { actionOf, by, edit, networkOf, newAction, said, suggest, writeAnswer } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const author = someone(db, "member", "nepal");
  const page = (q: string, language: Language = "en", kind: SearchKind | null = null, number = 1) =>
    search(db, { q, kind, page: number }, language);
  const to = (q: string, language: Language = "en") => page(q, language).found.map((one) => one.to);
  return { db, author, page, to };
}

const marked = (text: string) =>
  pieces(text)
    .filter(({ found }) => found)
    .map((piece) => piece.text);

describe("what is found", () => {
  test.each(["note stratégique", "NOTE STRATEGIQUE", "nota estrategica", "strategienota"])(
    "without regard to accents and capitals, in any language: %s",
    (q) => {
      const { to } = setUp();
      for (const language of ["en", "nl"] as const) expect(to(q, language)[0]).toBe("/actions/COM-4");
    },
  );

  test.each([
    ["Notre Œuvre commune", "oeuvre"],
    ["Die Straßenkinder von Łódź", "strassenkinder lodz"],
    ["Ægir og Ørsted", "AEGIR orsted"],
    ["Bảo trợ xã hội cho mọi người", "bao tro xa hoi"],
    ["किसानों के लिए सामाजिक सुरक्षा", "किसान सुरक्षा"],
    ["सामाजिक सुरक्षा", "ज़मीन", false],
    ["الحِمَايَة الاجتماعيّـــة للجميع", "الحماية الاجتماعية"],
    ["Ёлка и социальный йод", "елка иод"],
    ["Κοινωνική προστασία", "ΚΟΙΝΩΝΙΚΗ προστασια"],
    ["全民社会保护计划", "社会保护"],
    ["全民社会保护计划", "保社", false],
    ["すべての人に社会保障を", "社会保障"],
    ["사회 보호 계획", "사회 보호"],
    ["การคุ้มครองทางสังคม", "คุ้มครอง"],
  ])("in every script: “%s” by “%s”", (title, q, found = true) => {
    const { db, author, page, to } = setUp();
    const id = suggest(db, author, { title });
    const path = `/suggestions/${id}`;
    expect(to(q).includes(path)).toBe(found);
    if (!found) return;
    expect(marked(page(q).found.find((one) => one.to === path)?.title ?? "")).not.toEqual([]);
    expect(db.select({ id: suggestions.id }).from(suggestions).where(matching(q)).all()).toEqual([{ id }]);
    db.update(actionTexts)
      .set({ title })
      .where(eq(actionTexts.actionId, actionOf(db, "COM-4").id))
      .run();
    expect(db.select({ ref: actions.ref }).from(actions).where(textMatches(q)).all()).toEqual([{ ref: "COM-4" }]);
    rebuildSearch(db);
    expect(to(q)).toContain(path);
  });

  test("an index that was built with another folding is built anew at the start", () => {
    const { db, to } = setUp();
    db.$client.exec(
      "insert into search_terms(search_terms) values ('delete-all'); update search_folding set version = 0",
    );
    expect(to("strategienota")).toEqual([]);
    migrateDatabase(db);
    expect(to("strategienota")[0]).toBe("/actions/COM-4");
  });

  test.each([
    ["en", "A mutual fund for weavers", "weaver"],
    ["fr", "Une mutuelle pour les tisserandes", "tisserande"],
    ["es", "Una caja para las tejedoras", "tejedoras"],
    ["nl", "Een ziekenfonds voor wevers", "ziekenfondsen"],
  ] as const)("among suggestions in %s", (language, title, q) => {
    const { db, author, to } = setUp();
    const id = suggest(db, author, { title, language });
    expect(to(q, "en")).toEqual([`/suggestions/${id}`]);
  });

  test("a word in the reader’s language comes in their language, each action once", () => {
    const { page } = setUp();
    for (const language of ["nl", "fr", "es", "en"] as const) {
      const { found } = page("COM-4", language);
      expect(found.map(({ to, lang }) => [to, lang])).toEqual([["/actions/COM-4", null]]);
    }
  });

  test.each(["EU", "UN"])("words of two letters are words: %s", (q) => {
    const { db, author, to } = setUp();
    suggest(db, author, { title: "Europe united" });
    const id = suggest(db, author, { title: `Speak to the ${q}` });
    expect(to(q)).toContain(`/suggestions/${id}`);
    expect(to(q)).not.toContain(`/suggestions/${id - 1}`);
  });

  test("an exact reference comes first, whatever speaks of it", () => {
    const { db, author, to } = setUp();
    const first = suggest(db, author, { title: "LOB-3 and LOB-3 again: LOB-3", why: "LOB-3 LOB-3" });
    expect(to("LOB-3")[0]).toBe("/actions/LOB-3");
    expect(to("lob 3")[0]).toBe("/actions/LOB-3");
    expect(to("LOB-3")).toContain(`/suggestions/${first}`);
    suggest(db, author, { title: `About S-${first}` });
    expect(to(`s-${first}`)[0]).toBe(`/suggestions/${first}`);
  });

  test("what says it in the title comes before what says it in the text", () => {
    const { db, author, to } = setUp();
    const inText = suggest(db, author, newAction("Something else", { "description.en": "Schools for weavers." }));
    const inTitle = suggest(db, author, { title: "Weavers first" });
    expect(to("weavers")).toEqual([`/suggestions/${inTitle}`, `/suggestions/${inText}`]);
  });

  test("comments, outcomes, key results and networks are found, each with where it belongs", () => {
    const { db, author, page } = setUp();
    const id = suggest(db, author, { title: "A remark" });
    comment(db, by(author), author, { suggestionId: id, text: "Zanzibar did it in this way.", language: "en" });
    const { id: actionId, version } = actionOf(db, "COM-4");
    moveAction(db, { personId: null, at: TODAY }, null, {
      ref: "COM-4",
      version,
      stage: "done",
      outcome: { fr: "Le zèbre est paru." },
    });
    db.insert(keyResults)
      .values({ actionId, name: { en: "Quaggas seen" }, unit: "animals", start: 0, target: 9, createdAt: TODAY })
      .run();
    const [said] = page("zanzibar").found;
    expect(said).toMatchObject({ kind: "comment", ref: `S-${id}`, title: "A remark", board: "lobbying" });
    expect(said?.to).toMatch(new RegExp(`^/suggestions/${id}#comment-\\d+$`));
    expect(page("zebre").found).toMatchObject([{ kind: "result", to: "/actions/COM-4", ref: "COM-4", stage: "done" }]);
    expect(page("quagga").found).toMatchObject([{ kind: "result", to: "/actions/COM-4" }]);
    expect(page("népal", "nl").found[0]).toMatchObject({ kind: "network", to: "/networks/nepal", title: "Nepal" });
  });

  test("decisions, titles of documents, reasons of published answers: each with where it is read", () => {
    const { db, propose, asia, consent, adopt } = committeeScene();
    const found = (q: string) => search(db, { q, kind: null, page: 1 }, "fr").found;
    const id = propose({ text: "A seminar of okapis." });
    consent(id);
    adopt(id);
    const [decision] = found("okapi");
    expect(decision).toMatchObject({ kind: "decision", to: `/decisions/${id}`, decisionState: "adopted", lang: "en" });
    expect([marked(decision?.title ?? ""), decision?.quarter, decision?.text]).toEqual([["okapis"], "2026-Q4", ""]);
    expect(quickSearch(db, "okap", "fr")).toMatchObject([{ kind: "decision", to: `/decisions/${id}` }]);
    const long = propose({ text: `${"Words and ".repeat(60)} at the end a pangolin.` });
    const [far] = found("pangolin");
    expect(far).toMatchObject({ to: `/decisions/${long}` });
    expect([far?.title, marked(far?.text ?? "")]).toEqual([`${"Words and ".repeat(20).trim()}…`, ["pangolin"]]);
    // Its beginning says it: no piece of it says it once more.
    expect(found("words").find(({ to }) => to === `/decisions/${long}`)?.text).toBe("");
    editDecision(db, by(asia), asia, { id: long, version: 1, input: { ...nothing, text: "A tapir." } });
    expect([found("pangolin"), found("tapir").map(({ to }) => to)]).toEqual([[], [`/decisions/${long}`]]);

    const admin = someone(db, "admin", "insp-r");
    const actionId = actionOf(db, "LOB-3").id;
    const link = { actionId, title: "Étude des numbats", language: "fr", source: "ILO" } as const;
    const document = addLink(db, by(admin), admin, { ...link, url: "https://example.org/" });
    expect(found("numbat")).toMatchObject([
      { kind: "document", ref: "LOB-3", to: "/actions/LOB-3/documents", board: "lobbying", lang: null },
    ]);
    removeDocument(db, by(admin), admin, { actionId, document });
    expect(found("numbat")).toEqual([]);

    const author = someone(db, "member", "nepal");
    const suggestion = suggest(db, author, { title: "A remark" });
    const kept = writeAnswer(db, admin, suggestion, "declined", {}, TODAY);
    // What is still being written is nobody's to find.
    expect(found("reason")).toEqual([]);
    publishAnswers(db, by(admin), admin, [kept]);
    expect(found("reason")).toMatchObject([
      { kind: "answer", ref: `S-${suggestion}`, title: "A remark", to: `/suggestions/${suggestion}#answer` },
    ]);
    expect(found("reason")[0]).toMatchObject({ state: "declined", board: "lobbying", textLang: "en" });
  });

  test("a comment on a continent’s view leads to the view", () => {
    const { db, reviewId, asia } = committeeScene();
    const { id } = db
      .insert(alignments)
      .values({
        reviewId,
        networkId: networkOf(db, "asia").id,
        progress: "",
        concerns: "",
        asks: "More.",
        report: "",
        language: "en",
        updatedById: asia.id,
        updatedAt: TODAY,
      })
      .returning()
      .get();
    const at = { authorId: asia.id, isQuestion: false, at: TODAY, language: "en" as const };
    db.insert(comments)
      .values({ alignmentId: id, text: "Zanzibar again.", ...at })
      .run();
    const [one] = search(db, { q: "zanzibar", kind: null, page: 1 }, "en").found;
    expect(one).toMatchObject({ kind: "comment", ref: null, title: "Asia", quarter: "2026-Q4", networkKind: null });
    expect(one?.to).toMatch(/^\/reviews\/2026-Q4\/alignment\/asia#comment-\d+$/);
  });

  test("a comment on an action leads to the action", () => {
    const { db, author, page } = setUp();
    const at = { authorId: author.id, isQuestion: false, at: TODAY, language: "en" as const };
    db.insert(comments)
      .values({ actionId: actionOf(db, "LOB-3").id, text: "Zanzibar again.", ...at })
      .run();
    expect(page("zanzibar").found).toMatchObject([{ kind: "comment", ref: "LOB-3", board: "lobbying" }]);
    expect(page("zanzibar").found[0]?.to).toMatch(/^\/actions\/LOB-3#comment-/);
  });
});

describe("what is written now is found, and what was written before is not", () => {
  test("for actions, suggestions, networks and what is removed", () => {
    const { db, author, to } = setUp();
    const { texts } = actionOf(db, "LOB-3");
    edit(db, "LOB-3", { texts: { ...texts, en: { title: "Weavers", description: "", expectedResult: "" } } });
    expect(to("weavers")).toEqual(["/actions/LOB-3"]);
    edit(db, "LOB-3", { texts: { ...texts, en: { title: "Potters", description: "", expectedResult: "" } } });
    expect([to("weavers"), to("potters")]).toEqual([[], ["/actions/LOB-3"]]);

    const id = suggest(db, author, { title: "Smiths first" });
    rewordSuggestion(db, by(author), author, { id, version: 1, content: said(db, author, { title: "Bakers first" }) });
    expect([to("smiths"), to("bakers")]).toEqual([[], [`/suggestions/${id}`]]);

    const nepal = networkOf(db, "nepal");
    const names = { nl: "Zembla", fr: "Zembla", es: "Zembla", en: "Zembla" };
    db.update(networks).set({ names }).where(eq(networks.id, nepal.id)).run();
    expect([to("népal"), to("zembla")]).toEqual([[], ["/networks/nepal"]]);

    const at = { authorId: author.id, isQuestion: false, at: TODAY, language: "en" as const };
    db.insert(comments)
      .values({ suggestionId: id, text: "Zanzibar", ...at })
      .run();
    db.delete(comments).run();
    expect(to("zanzibar")).toEqual([]);
  });
});

describe("the index follows its sources", () => {
  test("when a row is written, reworded and deleted, in every table that is searched", () => {
    const db = testDatabase();
    const { $client: client } = db;
    addSearchedRows(db);
    expectWholeIndex(db);
    for (const [table, { reworded }] of Object.entries(SEARCHED)) {
      const before = indexed(db);
      client.exec(`update ${table} set ${reworded}`);
      expect(indexed(db), table).not.toEqual(before);
      expectWholeIndex(db);
    }
    for (const table of Object.keys(SEARCHED).reverse()) client.exec(`delete from ${table}`);
    expect(indexed(db)).toEqual([]);
    expectWholeIndex(db);
  });

  test("an entry that is removed takes its parts out of the index, and brings them back", () => {
    const db = testDatabase();
    addSearchedRows(db);
    const before = indexed(db);
    db.$client.exec("update entries set removed_at = 1");
    expectWholeIndex(db);
    expect(indexed(db)).toEqual(before.filter((row) => (row as { kind: string }).kind !== "entry"));
    db.$client.exec("update entries set removed_at = null");
    expect(indexed(db)).toEqual(before);
    expectWholeIndex(db);
  });

  test("a text is found in every language that it has, however many there are", () => {
    const { db, to } = setUp();
    const outcome = JSON.stringify({ en: "a zebra", pt: "um okapi", sw: "twiga", de: "ein Quagga" });
    db.$client.prepare("update actions set outcome = ? where ref = 'COM-4'").run(outcome);
    for (const word of ["zebra", "okapi", "twiga", "quagga"]) expect(to(word), word).toEqual(["/actions/COM-4"]);
    expectWholeIndex(db);
  });
});

describe("whatever is typed", () => {
  test.each(["", " ", '"', '"*) OR ^ NEAR(', "--", "'; drop table actions; --", "\u0000", "title:", "?!", "(((", "𝕏"])(
    "nothing breaks and nothing is meant as an operator: %j",
    (q) => {
      const { db, page } = setUp();
      expect(page(q).total).toBe(0);
      expect(quickSearch(db, q, "en")).toEqual([]);
    },
  );

  test.each(["c'est", "C’est", "a-b", "protection AND", "social NOT protection", "l’OIT"])("is sought: %s", (q) => {
    const { db, author, to } = setUp();
    const id = suggest(db, author, { title: `Here stands ${q}` });
    expect(to(q)).toContain(`/suggestions/${id}`);
  });

  test("is marked in texts that stay texts", () => {
    const { db, author, page } = setUp();
    suggest(db, author, { title: "<b>Weavers</b> <script>weavers</script>" });
    const [one] = page("weavers").found;
    expect(marked(one?.title ?? "")).toEqual(["Weavers", "weavers"]);
    expect(
      pieces(one?.title ?? "")
        .map(({ text }) => text)
        .join(""),
    ).toBe("<b>Weavers</b> <script>weavers</script>");
  });
});

test("pages hold twenty, counted by kind, in a number of statements that does not grow", () => {
  const { db, author, page } = setUp();
  for (let n = 0; n < FOUND_A_PAGE + 3; n++) suggest(db, author, { title: `Weavers ${n}` });
  const [first, second, beyond] = [
    page("weavers"),
    page("weavers", "en", "suggestion", 2),
    page("weavers", "en", null, 99),
  ];
  expect([first.total, first.pages, first.found.length]).toEqual([23, 2, 20]);
  expect([second.page, second.found.length]).toEqual([2, 3]);
  expect(beyond.page).toBe(2);
  expect(first.counts).toMatchObject({
    action: 0,
    result: 0,
    suggestion: 23,
    decision: 0,
    comment: 0,
    network: 0,
    entry: 0,
  });
  expect(new Set([...first.found, ...second.found].map(({ to }) => to)).size).toBe(23);
  expect(page("weavers", "en", "action")).toMatchObject({ total: 0, found: [], counts: { suggestion: 23 } });
});

test("while typing, the word that is not whole yet is sought too", () => {
  const { db } = setUp();
  expect(quickSearch(db, "ne", "en").map(({ to }) => to)).toContain("/networks/nepal");
  expect(quickSearch(db, "lob-3", "en")[0]?.to).toBe("/actions/LOB-3");
});
