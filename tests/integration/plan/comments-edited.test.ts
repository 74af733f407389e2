import { setupI18n } from "@lingui/core";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  commentOnView,
  editCommentOnView,
  withdrawCommentOnView,
  writeView,
} from "~/features/committee/reviews/alignment.server.ts";
import { readHistory } from "~/features/core/history/queries.server.ts";
import { readNotices } from "~/features/core/notifications/queries.server.ts";
import { sentenceOf } from "~/features/core/notifications/sentences.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { search } from "~/features/core/search/queries.server.ts";
import {
  commentOnAction,
  editCommentOnAction,
  withdrawCommentOnAction,
} from "~/features/plan/comments/mutations.server.ts";
import { commentsOn } from "~/features/plan/comments/queries.server.ts";
import { askAuthor } from "~/features/suggestions/handling.server.ts";
import { editCommentOnSuggestion, withdrawCommentOnSuggestion } from "~/features/suggestions/talk.server.ts";
import type { Database } from "~db/connection.ts";
import { comments, events, notices, suggestions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { minute, toldTo, watchedSuggestion } from "../../support/notices.ts";
import { opened, seated } from "../../support/quarter.ts";
import { actionOf, by, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";
import "~/areas.server.ts";

const english = setupI18n({ locale: "en", messages: { en: {} } });

function setUp() {
  const db = seededDatabase();
  const { id: actionId, board } = actionOf(db, "LOB-3");
  const nepal = someone(db, "member", "nepal");
  const benin = someone(db, "member", "benin");
  const say = (viewer: Viewer, text: string, replyTo: number | null = null) =>
    commentOnAction(db, by(viewer), viewer, { actionId, text, replyTo, language: "en" });
  const edit = (viewer: Viewer, comment: number, version: number, text: string, at = minute(version)) =>
    editCommentOnAction(db, by(viewer, at), viewer, { actionId, comment, version, text, language: "en" }).status;
  const withdraw = (viewer: Viewer, comment: number, version: number) =>
    withdrawCommentOnAction(db, by(viewer, minute(60)), viewer, { actionId, comment, version }).status;
  return { db, actionId, board, nepal, benin, say, edit, withdraw };
}

const found = (db: Database, q: string) => search(db, { q, kind: "comment", page: 1 }, "en").total;
const lastEvent = (db: Database) => db.select().from(events).all().at(-1);
const sentencesTo = (db: Database, { id }: Viewer) =>
  readNotices(db, eq(notices.personId, id), "en").map((notice) => sentenceOf(english, notice));

describe("an edited comment", () => {
  test("says the new text, keeps each earlier one readable, and is an event of its board", () => {
    const { db, actionId, board, nepal, say, edit } = setUp();
    const comment = say(nepal, "In Nepal it begun.");
    expect([edit(nepal, comment, 1, "In Nepal it began."), edit(nepal, comment, 2, "It began in Nepal.")]).toEqual([
      "saved",
      "saved",
    ]);
    const shown = commentsOn(db, { actionId }, { page: null, comment, earlier: comment }, { viewer: nepal });
    expect(shown.threads).toMatchObject([
      { id: comment, text: "It began in Nepal.", at: +TODAY, editedAt: +minute(2), version: 3, mayChange: true },
    ]);
    expect(shown.earlier?.texts).toEqual([
      { text: "In Nepal it began.", language: "en", until: +minute(2) },
      { text: "In Nepal it begun.", language: "en", until: +minute(1) },
    ]);
    expect(lastEvent(db)).toMatchObject({
      kind: "action.comment-edited",
      actionId,
      board,
      actorId: nepal.id,
      before: { comment, text: "In Nepal it began." },
      after: { comment, text: "It began in Nepal." },
    });
    expect([found(db, "begun"), found(db, "began")]).toEqual([0, 1]);
  });

  test("is nobody’s but its author’s to edit or withdraw, an administrator’s neither", () => {
    const { db, nepal, benin, say, edit, withdraw } = setUp();
    const comment = say(nepal, "Mine.");
    for (const other of [benin, someone(db, "admin", "insp-r"), { ...nepal, role: "observer" as const }]) {
      expect(() => edit(other, comment, 1, "Not mine.")).toThrow(/may not change/);
      expect(() => withdraw(other, comment, 1)).toThrow(/may not change/);
    }
    const elsewhere = actionOf(db, "LOB-4").id;
    const asked = { actionId: elsewhere, comment, version: 1, text: "Elsewhere.", language: "en" as const };
    expect(() => editCommentOnAction(db, by(nepal), nepal, asked)).toThrow(/is not about this/);
    expect(db.select({ text: comments.text }).from(comments).where(eq(comments.id, comment)).get()?.text).toBe("Mine.");
  });

  test("edited in two windows keeps the first edit; saved as it was it changes nothing", () => {
    const { db, nepal, say, edit, withdraw } = setUp();
    const comment = say(nepal, "First.");
    expect(edit(nepal, comment, 1, "Second.")).toBe("saved");
    const before = lastEvent(db)?.id;
    expect([
      edit(nepal, comment, 1, "Other."),
      edit(nepal, comment, 2, "Second."),
      withdraw(nepal, comment, 1),
    ]).toEqual(["stale", "unchanged", "stale"]);
    expect(lastEvent(db)?.id).toBe(before);
  });

  test("tells whom only the new text names, and nobody twice", () => {
    const { db, nepal, benin, say, edit } = setUp();
    const india = someone(db, "member", "india");
    const comment = say(nepal, `For @${benin.name}.`);
    edit(nepal, comment, 1, `For @${benin.name} and @${india.name}.`);
    expect(toldTo(db, benin)).toEqual(["action.commented as mentioned"]);
    expect(toldTo(db, india)).toEqual(["action.comment-edited as mentioned"]);
    // Whoever hears of it late reads what it says now.
    expect(sentencesTo(db, benin)[0]?.quote).toBe(`For @${benin.name} and @${india.name}.`);
  });
});

describe("a withdrawn comment", () => {
  test("keeps its place and its replies, and is read and found nowhere", () => {
    const { db, actionId, nepal, benin, say, edit, withdraw } = setUp();
    const comment = say(nepal, "A zebra in the wrong place.");
    edit(nepal, comment, 1, "A quagga in the wrong place.");
    const reply = say(benin, "Which one?", comment);
    expect(found(db, "quagga")).toBe(1);
    expect([withdraw(nepal, comment, 2), withdraw(nepal, comment, 2)]).toEqual(["saved", "unchanged"]);
    const shown = commentsOn(db, { actionId }, { page: null, comment, earlier: comment }, { viewer: nepal });
    expect(shown).toMatchObject({
      total: 2,
      earlier: null,
      threads: [{ id: comment, text: "", withdrawnAt: +minute(60), mayChange: false, replies: [{ id: reply }] }],
    });
    expect([found(db, "quagga"), found(db, "zebra")]).toEqual([0, 0]);
    expect(db.all(sql`select * from search_index where source = 'comments' and source_id = ${comment}`)).toEqual([]);
    expect(edit(nepal, comment, 3, "Back again.")).toBe("withdrawn");
    const { lines } = readHistory(db, { actionId }, { by: null, kind: null, page: 1 }, "en");
    const text = JSON.stringify(lines);
    expect(text).toContain("Which one?");
    expect(text).not.toMatch(/zebra|quagga/);
    expect(lines.find(({ kind, by: name }) => kind === "action.commented" && name === nepal.name)).toMatchObject({
      withdrawn: true,
      why: null,
    });
  });

  test("is said to be withdrawn to whom it was told, and its text no more", () => {
    const { db, nepal, benin, say, withdraw } = setUp();
    const comment = say(nepal, `A word for @${benin.name}.`);
    withdraw(nepal, comment, 1);
    expect(sentencesTo(db, benin)).toEqual([
      { text: `${nepal.name} commented, and withdrew the comment later.`, quote: null },
    ]);
  });
});

test("a question to the author is theirs to reply to no more once it is withdrawn", () => {
  const { db, coordinator, author, id } = watchedSuggestion();
  askAuthor(db, by(coordinator), coordinator, { id, text: "For whom is it?", language: "en" });
  const question = db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.suggestionId, id), eq(comments.isQuestion, true)))
    .get();
  const asked = { suggestionId: id, comment: question?.id ?? 0 };
  const edited = { ...asked, version: 1, text: "For whom is it, and where?", language: "en" as const };
  expect(editCommentOnSuggestion(db, by(coordinator), coordinator, edited).status).toBe("saved");
  expect(sentencesTo(db, author)[0]?.quote).toBe("For whom is it, and where?");
  expect(() => withdrawCommentOnSuggestion(db, by(author), author, { ...asked, version: 2 })).toThrow(/may not change/);
  expect(withdrawCommentOnSuggestion(db, by(coordinator), coordinator, { ...asked, version: 2 }).status).toBe("saved");
  expect(db.select().from(suggestions).where(eq(suggestions.id, id)).get()?.askedAt).toBeNull();
  expect(lastEvent(db)).toMatchObject({ kind: "suggestion.comment-withdrawn", suggestionId: id, after: null });
});

test("a comment on a continental network’s view is edited and withdrawn by its author while they belong to the branch", () => {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const reviewId = opened(db, admin, "2026-Q3", TODAY);
  const holder = someone(db, "committee", "central-africa");
  seated(db, holder, "central-africa");
  const of = { reviewId, network: networkOf(db, "central-africa") };
  const view = { language: "fr" as const, progress: "Deux lois.", concerns: "", asks: "", version: 0 };
  writeView(db, by(holder), holder, of, view);
  const comment = commentOnView(db, by(holder), holder, of, { text: "Un mot.", replyTo: null, language: "fr" });
  const moved = { ...holder, branch: new Set<number>(), line: new Set<number>() };
  const edit = { comment, version: 1, text: "Deux mots.", language: "fr" as const };
  expect(() => editCommentOnView(db, by(moved), moved, of, edit)).toThrow(/may not comment/);
  expect(editCommentOnView(db, by(holder), holder, of, edit).status).toBe("saved");
  expect(lastEvent(db)).toMatchObject({ kind: "review.comment-edited", reviewId, networkId: of.network.id });
  expect(withdrawCommentOnView(db, by(holder), holder, of, { comment, version: 2 }).status).toBe("saved");
});
