import { describe, expect, test } from "vitest";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { commentOnAction } from "~/features/plan/comments/mutations.server.ts";
import { commentsOn, type TalkQuery, THREADS_A_PAGE } from "~/features/plan/comments/queries.server.ts";
import { comment } from "~/features/suggestions/talk.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { toldTo, watchedSuggestion } from "../../support/notices.ts";
import { actionOf, by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const FIRST: TalkQuery = { page: null, comment: null };

function setUp() {
  const db = seededDatabase();
  const { id: actionId, board } = actionOf(db, "LOB-3");
  const say = (viewer: Viewer, text: string, replyTo: number | null = null, at = TODAY) =>
    commentOnAction(db, by(viewer, at), viewer, { actionId, text, replyTo, language: "en" });
  return {
    db,
    actionId,
    board,
    say,
    nepal: someone(db, "member", "nepal"),
    benin: someone(db, "member", "benin"),
  };
}

describe("a comment on an action", () => {
  test("is everyone’s but an observer’s, and an event of its board", () => {
    const { db, actionId, board, say, nepal } = setUp();
    expect(() => say(someone(db, "observer", "nepal"), "No.")).toThrow(/may not comment/);
    const id = say(nepal, "In Nepal it began.");
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "action.commented",
      actionId,
      board,
      actorId: nepal.id,
      after: { comment: id, text: "In Nepal it began." },
    });
  });

  test("is told to who follows, to who is named and to whom it replies, each for the nearest reason", () => {
    const { db, actionId, say, nepal, benin } = setUp();
    const follower = someone(db, "observer", "insp-r");
    follow(db, follower.id, actionSubject(actionId));
    const first = say(nepal, "In Nepal it began.");
    const named = someone(db, "committee", "asia");
    say(benin, `And in Benin. @${named.name}, and @${nepal.name}?`, first);
    expect(toldTo(db, follower)).toEqual(["action.commented as follower", "action.commented as follower"]);
    expect(toldTo(db, named)).toEqual(["action.commented as mentioned"]);
    expect(toldTo(db, nepal)).toEqual(["action.commented as replied"]);
    expect(toldTo(db, benin)).toEqual([]);
  });

  test("makes its author follow the action", () => {
    const { db, say, nepal, benin } = setUp();
    say(nepal, "In Nepal it began.");
    say(benin, "In Benin too.");
    expect(toldTo(db, nepal)).toEqual(["action.commented as follower"]);
  });
});

describe("replies", () => {
  test("stand under their first comment, those to a reply as well; its author is told", () => {
    const { db, actionId, say, nepal, benin } = setUp();
    const first = say(nepal, "First.");
    const second = say(benin, "Second.");
    const reply = say(benin, "To the first.", first);
    const third = someone(db, "member", "india");
    const deeper = say(third, "To the reply.", reply);
    const { threads, total } = commentsOn(db, { actionId }, FIRST);
    expect(total).toBe(4);
    expect(threads.map(({ id, replies }) => [id, ...replies.map((one) => one.id)])).toEqual([
      [first, reply, deeper],
      [second],
    ]);
    expect(toldTo(db, benin)).toEqual(["action.commented as replied"]);
    expect(toldTo(db, nepal).at(-1)).toBe("action.commented as follower");
  });

  test("to what was said elsewhere are refused", () => {
    const { db, say, nepal } = setUp();
    const other = actionOf(db, "LOB-4").id;
    const elsewhere = commentOnAction(db, by(nepal), nepal, {
      actionId: other,
      text: "Elsewhere.",
      replyTo: null,
      language: "en",
    });
    for (const replyTo of [elsewhere, 999]) expect(() => say(nepal, "Here.", replyTo)).toThrow(/is not about this/);
  });

  test("on a suggestion reach whom they reply to before any other reason", () => {
    const { db, author, supporter, coordinator, id } = watchedSuggestion();
    const say = (viewer: Viewer, text: string, replyTo: number | null = null) =>
      comment(db, by(viewer), viewer, { suggestionId: id, text, replyTo, language: "en" });
    const first = say(author, "More on it.");
    say(coordinator, "Thank you.", first);
    expect(toldTo(db, author)).toEqual(["suggestion.commented as replied"]);
    expect(toldTo(db, supporter)).toEqual(["suggestion.commented as supporter", "suggestion.commented as supporter"]);
  });
});

test("a long talk goes over pages, the last first; a comment’s own address finds its page, a reply’s too", () => {
  const { db, actionId, say, nepal } = setUp();
  const ids = Array.from({ length: THREADS_A_PAGE * 2 + 1 }, (_, at) => say(nepal, `Comment ${at}`));
  const reply = say(nepal, "A reply.", ids[0]);
  const pageFor = (asked: Partial<TalkQuery>) => commentsOn(db, { actionId }, { ...FIRST, ...asked });
  expect(pageFor({})).toMatchObject({ page: 3, pages: 3, total: ids.length + 1 });
  expect(pageFor({ page: 1 }).threads).toHaveLength(THREADS_A_PAGE);
  expect(pageFor({ comment: reply }).page).toBe(1);
  expect(pageFor({ comment: ids[THREADS_A_PAGE] ?? null }).page).toBe(2);
  expect(pageFor({ page: 9 }).page).toBe(3);
  expect(pageFor({ comment: 9999 }).page).toBe(3);
});
