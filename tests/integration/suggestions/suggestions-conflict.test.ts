import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { publishAnswers, saveAnswer } from "~/features/suggestions/answering.server.ts";
import { rewordSuggestion } from "~/features/suggestions/mutations.server.ts";
import { answerTo } from "~/features/suggestions/queries.server.ts";
import { TODAY } from "../../support/database.ts";
import { planNow } from "../../support/replay.ts";
import {
  actionOf,
  amendmentOf,
  answeringScene,
  by,
  edit,
  newAction,
  said,
  suggest,
  writeAnswer,
} from "../../support/suggestions.ts";

describe("what was overtaken is not published, changes nothing, and is named", () => {
  test("by the plan, where the suggestion would change it", () => {
    const { db, coordinator, lob3, amend, publish } = answeringScene();
    const id = amend({ due: "2030-Q1" });
    const kept = writeAnswer(db, coordinator, id, "accepted");
    edit(db, "LOB-3", { due: "2029-Q1" });
    expect(publish(kept)).toEqual({ published: [], failed: { [id]: "plan-moved" } });
    expect(lob3().due).toBe("2029-Q1");
    const again = writeAnswer(db, coordinator, id, "accepted", { "take.due": "suggested" });
    expect(publish(again).published).toEqual([id]);
  });

  test("but not by what happened to other fields, nor to its stage", () => {
    const { db, coordinator, lob3, amend, publish } = answeringScene();
    const kept = writeAnswer(db, coordinator, amend({ due: "2030-Q1" }), "accepted");
    edit(db, "LOB-3", { priority: "low" });
    const { version } = actionOf(db, "LOB-3");
    moveAction(db, { personId: null, at: TODAY }, null, { ref: "LOB-3", version, stage: "under-review" });
    expect(publish(kept).published).toHaveLength(1);
    expect(lob3()).toMatchObject({ due: "2030-Q1", priority: "low", stage: "under-review" });
  });

  test("by its author, who reworded it", () => {
    const { db, author, coordinator, lob3, amend, publish } = answeringScene();
    const id = amend({ due: "2030-Q1" });
    const kept = writeAnswer(db, coordinator, id, "accepted");
    const content = said(db, author, amendmentOf(db, "LOB-3", { due: "2035-Q1" }));
    rewordSuggestion(db, by(author), author, { id, version: 1, content });
    const { due } = lob3();
    expect(publish(kept)).toEqual({ published: [], failed: { [id]: "reworded" } });
    expect(lob3().due).toBe(due);
  });

  test("by another answer of the same batch, to the same field", () => {
    const { db, coordinator, lob3, amend, publish } = answeringScene();
    const [first, second, third] = [amend({ due: "2030-Q1" }), amend({ due: "2031-Q1" }), amend({ priority: "low" })];
    const kept = [first, second, third].map((id) => writeAnswer(db, coordinator, id, "accepted"));
    expect(publish(...kept)).toEqual({ published: [first, third], failed: { [second]: "plan-moved" } });
    expect(lob3()).toMatchObject({ due: "2030-Q1", priority: "low" });
  });

  test("by a colleague, who wrote another answer; and there is none where nobody wrote one", () => {
    const { db, coordinator, colleague, amend, publish } = answeringScene();
    const [id, unwritten] = [amend({ due: "2030-Q1" }), amend({ due: "2030-Q2" })];
    const kept = writeAnswer(db, coordinator, id, "accepted");
    writeAnswer(db, colleague, id, "declined");
    expect(publish(kept, { suggestionId: unwritten, version: 1 }).failed).toEqual({
      [id]: "rewritten",
      [unwritten]: "no-answer",
    });
  });
});

describe("two coordinators", () => {
  const decided = { decision: "declined" as const, reason: { en: "No." }, submitted: {} };

  test("share the answer that is written: who saves on an older state of it is told, and theirs is not kept", () => {
    const { db, coordinator, colleague, amend } = answeringScene();
    const suggestionId = amend({ due: "2030-Q1" });
    const keep = (viewer: Viewer, version: number, en: string) =>
      saveAnswer(db, by(viewer), viewer, { suggestionId, version, ...decided, reason: { en } });
    expect(keep(coordinator, 0, "First.")).toEqual({ status: "saved", version: 1 });
    expect(keep(colleague, 0, "Late.")).toEqual({ status: "stale" });
    expect(answerTo(db, suggestionId)?.answer.reason).toEqual({ en: "First." });
    expect(keep(colleague, 1, "Second.")).toEqual({ status: "saved", version: 2 });
    expect(answerTo(db, suggestionId)).toMatchObject({ by: colleague.name, answer: { reason: { en: "Second." } } });
  });

  test("who publish the same answer: it is applied once, and the second is told that it is closed", () => {
    const { db, author, coordinator, colleague, told, amend } = answeringScene();
    const amended = writeAnswer(db, coordinator, amend({ due: "2030-Q1" }), "accepted");
    const made = writeAnswer(db, coordinator, suggest(db, author, newAction("A school")), "accepted");
    publishAnswers(db, by(coordinator), coordinator, [amended, made]);
    const [count, { version }] = [told().length, actionOf(db, "LOB-3")];
    const again = publishAnswers(db, by(colleague), colleague, [amended, made]);
    expect([again.published, [...again.failed.values()]]).toEqual([[], ["closed", "closed"]]);
    expect(told()).toHaveLength(count);
    expect(actionOf(db, "LOB-3").version).toBe(version);
    expect(planNow(db).has("LOB-12")).toBe(false);
    const late = { suggestionId: amended.suggestionId, version: 1, ...decided };
    expect(saveAnswer(db, by(colleague), colleague, late)).toEqual({ status: "closed" });
  });
});
