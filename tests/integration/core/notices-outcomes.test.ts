import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { boardSubject } from "~/features/core/notifications/notice.ts";
import { gather } from "~/features/core/notifications/outbox-worker.server.ts";
import { markRead } from "~/features/core/notifications/queries.server.ts";
import { moveAction, undoMove } from "~/features/plan/actions/moves.server.ts";
import { merge, unmerge } from "~/features/suggestions/handling.server.ts";
import type { Database } from "~db/connection.ts";
import { actions, notices } from "~db/schema.ts";
import { minute, move, prefer, toldTo, watchedSuggestion } from "../../support/notices.ts";
import { actionOf, answer, by, newAction, rowOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/** The action that came of a suggestion. */
function resultOf(db: Database, id: number): string {
  const result = rowOf(db, id).resultId ?? 0;
  return db.select({ ref: actions.ref }).from(actions).where(eq(actions.id, result)).get()?.ref ?? "";
}

describe("what was merged", () => {
  function merged() {
    const { db, coordinator, author, supporter, follower, id } = watchedSuggestion();
    const remaining = someone(db, "member", "asia");
    const into = suggest(db, remaining, newAction("Home workers in the health fund"));
    db.delete(notices).run();
    merge(db, by(coordinator), coordinator, { id, into });
    return { db, coordinator, author, supporter, follower, id, remaining, into };
  }

  test("is told to its author, supporters and followers, and to the author of the one that remains", () => {
    const { db, author, supporter, follower, remaining } = merged();
    expect(toldTo(db, author)).toEqual(["suggestion.merged as author"]);
    expect(toldTo(db, supporter)).toEqual(["suggestion.merged as supporter"]);
    expect(toldTo(db, follower)).toEqual(["suggestion.merged as follower"]);
    expect(toldTo(db, remaining)).toEqual(["suggestion.merged as author"]);
  });

  test("shares in the answer to the one that remains, and in what becomes of its action", () => {
    const { db, coordinator, author, supporter, remaining, into } = merged();
    answer(db, coordinator, into, "accepted");
    move(db, coordinator, resultOf(db, into), "planned");
    const since = ["suggestion.taken-up", "suggestion.answered", "action.moved"];
    expect(toldTo(db, author).slice(1)).toEqual(since.map((kind) => `${kind} as author`));
    expect(toldTo(db, supporter).slice(1)).toEqual(since.map((kind) => `${kind} as supporter`));
    expect(toldTo(db, remaining).slice(1)).toEqual(since.map((kind) => `${kind} as author`));
  });

  test("and stands by itself again is told to its own, who are told of their own answer from then on", () => {
    const { db, coordinator, author, supporter, id, into } = merged();
    unmerge(db, by(coordinator), coordinator, id);
    answer(db, coordinator, into, "declined");
    expect(toldTo(db, author).slice(1)).toEqual(["suggestion.unmerged as author"]);
    expect(toldTo(db, supporter).slice(1)).toEqual(["suggestion.unmerged as supporter"]);
  });
});

describe("a move", () => {
  test("of the action that came of a suggestion reaches its author and supporters, to who follows the board besides", () => {
    const { db, coordinator, author, supporter, follower, id } = watchedSuggestion();
    answer(db, coordinator, id, "accepted");
    db.delete(notices).run();
    follow(db, follower.id, boardSubject("lobbying"));
    move(db, coordinator, resultOf(db, id), "planned");
    expect(toldTo(db, author)).toEqual(["action.moved as author"]);
    expect(toldTo(db, supporter)).toEqual(["action.moved as supporter"]);
    expect(toldTo(db, follower)).toEqual(["action.moved as follower"]);
  });

  test("within a stage is no news", () => {
    const { db, coordinator, follower } = watchedSuggestion();
    follow(db, follower.id, boardSubject("lobbying"));
    const { ref, version, stage } = actionOf(db, "LOB-3");
    expect(moveAction(db, by(coordinator), coordinator, { ref, version, stage }).status).toBe("moved");
    expect(toldTo(db, follower)).toEqual([]);
  });

  test("that is taken back before anybody has read of it was never news", () => {
    const { db, coordinator, follower } = watchedSuggestion();
    follow(db, follower.id, boardSubject("lobbying"));
    undoMove(db, by(coordinator), coordinator, { event: move(db, coordinator, "LOB-3", "planned") });
    expect(toldTo(db, follower)).toEqual([]);
  });

  test("that is taken back is told to those who have read of it, in the app or by mail", () => {
    const { db, coordinator, author, supporter, follower } = watchedSuggestion();
    for (const { id: person } of [author, supporter, follower]) follow(db, person, boardSubject("lobbying"));
    const event = move(db, coordinator, "LOB-3", "planned");
    prefer(db, follower, { mailFrequency: "never" });
    markRead(db, author.id, minute(1));
    expect(gather(db, minute(5), 60_000)).toBe(1);
    undoMove(db, by(coordinator, minute(6)), coordinator, { event });
    expect(toldTo(db, author)).toEqual(["action.moved as follower", "action.moved as follower"]);
    expect(toldTo(db, supporter)).toEqual(["action.moved as follower", "action.moved as follower"]);
    expect(toldTo(db, follower)).toEqual([]);
  });
});
