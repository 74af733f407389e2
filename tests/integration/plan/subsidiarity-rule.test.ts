import { describe, expect, test } from "vitest";
import { undoMove } from "~/features/plan/actions/moves.server.ts";
import { editAction } from "~/features/plan/actions/mutations.server.ts";
import { removeLink } from "~/features/plan/subsidiarity/mutations.server.ts";
import { readAnswer } from "~/features/suggestions/answer-form.server.ts";
import { loadForAnswer } from "~/features/suggestions/answer-screen.server.ts";
import { publishAnswers } from "~/features/suggestions/answering.server.ts";
import type { Database } from "~db/connection.ts";
import { seededDatabase } from "../../support/database.ts";
import { enter, linkTo, moveTo, name } from "../../support/subsidiarity.ts";
import {
  actionOf,
  amendmentOf,
  answer,
  by,
  edit,
  editOf,
  formOf,
  networkOf,
  newAction,
  suggest,
  writeAnswer,
} from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/* An international action without a link is drafted, not planned: each way in. */

function coordinated() {
  const db = seededDatabase();
  return { db, coordinator: someone(db, "coordinator", "asia", ["learning"]) };
}

const remove = (db: Database, coordinator: ReturnType<typeof someone>, ref: string, slug: string) =>
  removeLink(db, by(coordinator), coordinator, {
    ref,
    networkId: networkOf(db, slug).id,
    version: linkTo(db, coordinator, ref, slug).version,
  }).status;

describe("moving", () => {
  test("out of proposed asks for a link, into whichever stage", () => {
    const { db, coordinator } = coordinated();
    const ref = enter(db, coordinator);
    for (const stage of ["planned", "under-way", "under-review", "done"] as const)
      expect(moveTo(db, coordinator, ref, stage), stage).toEqual({ status: "link-missing" });
    expect(actionOf(db, ref)).toMatchObject({ stage: "proposed", version: 1 });

    name(db, coordinator, ref, ["nepal"]);
    expect(moveTo(db, coordinator, ref, "planned").status).toBe("moved");
  });

  test("by way of being on hold or dropped is no way round it", () => {
    const { db, coordinator } = coordinated();
    const ref = enter(db, coordinator);
    expect(moveTo(db, coordinator, ref, "on-hold").status).toBe("moved");
    expect(moveTo(db, coordinator, ref, "dropped").status).toBe("moved");
    expect(moveTo(db, coordinator, ref, "planned").status).toBe("link-missing");
    expect(moveTo(db, coordinator, ref, "proposed").status).toBe("moved");
  });

  test("what the Geneva planning planned moves on, is put aside and restored, and taken back from proposed", () => {
    const { db, coordinator } = coordinated();
    expect(moveTo(db, coordinator, "LRN-3", "under-way").status).toBe("moved");
    expect(moveTo(db, coordinator, "LRN-3", "on-hold").status).toBe("moved");
    expect(moveTo(db, coordinator, "LRN-3", "planned").status).toBe("moved");
    const back = moveTo(db, coordinator, "LRN-3", "proposed");
    if (back.status !== "moved") throw new Error(back.status);
    expect(undoMove(db, by(coordinator), coordinator, { event: back.event }).status).toBe("moved");
    expect(actionOf(db, "LRN-3").stage).toBe("planned");
  });

  test("an undo does not plan what has lost its link meanwhile", () => {
    const { db, coordinator } = coordinated();
    const ref = enter(db, coordinator);
    name(db, coordinator, ref, ["nepal"]);
    moveTo(db, coordinator, ref, "planned");
    expect(remove(db, coordinator, ref, "nepal")).toBe("last-link");
    const back = moveTo(db, coordinator, ref, "proposed");
    if (back.status !== "moved") throw new Error(back.status);
    expect(remove(db, coordinator, ref, "nepal")).toBe("removed");
    expect(undoMove(db, by(coordinator), coordinator, { event: back.event }).status).toBe("link-missing");
  });
});

test("entering: a person drafts an international action, and plans a national one; the seed enters what was", () => {
  const { db, coordinator } = coordinated();
  expect(() => enter(db, coordinator, { stage: "planned" })).toThrow(/can be drafted/);
  expect(enter(db, coordinator, { stage: "planned", level: "continental" })).toMatch(/^LRN-/);
  expect(enter(db, null, { stage: "planned" })).toMatch(/^LRN-/);
});

describe("editing", () => {
  const toInternational = (db: Database, coordinator: ReturnType<typeof someone>, ref: string) => {
    const action = actionOf(db, ref);
    const input = { ...editOf(action), level: "international" as const, start: null, due: null };
    return editAction(db, by(coordinator), coordinator, { ref, version: action.version, input }).status;
  };

  test("a planned action becomes international once it names a network; a proposed one at any time", () => {
    const { db, coordinator } = coordinated();
    const planned = enter(db, coordinator, { level: "national", stage: "planned" });
    expect(toInternational(db, coordinator, planned)).toBe("link-missing");
    expect(actionOf(db, planned).level).toBe("national");
    name(db, coordinator, planned, ["asia"]);
    expect(toInternational(db, coordinator, planned)).toBe("saved");
    expect(toInternational(db, coordinator, enter(db, coordinator, { level: "national" }))).toBe("saved");
  });

  test("one that waits on hold, planned before, is asked too", () => {
    const { db, coordinator } = coordinated();
    const ref = enter(db, coordinator, { level: "national", stage: "planned" });
    moveTo(db, coordinator, ref, "on-hold");
    expect(toInternational(db, coordinator, ref)).toBe("link-missing");
  });

  test("rewording what Geneva planned asks for nothing", () => {
    const { db, coordinator } = coordinated();
    expect(toInternational(db, coordinator, "LRN-3")).toBe("saved");
  });
});

describe("accepting a suggestion", () => {
  test("a new international action is filed as proposed; the form says so beside the stage", () => {
    const { db, coordinator } = coordinated();
    const member = someone(db, "member", "nepal");
    const id = suggest(db, member, { ...newAction("A forum for all"), board: "learning" });
    const filed = { level: "international", stage: "planned", lead: "1" };
    const wanted = writeAnswer(db, coordinator, id, "accepted", filed);
    expect(publishAnswers(db, by(coordinator), coordinator, [wanted]).failed.get(id)).toBe("incomplete");
    const { row, points, levelBarred } = loadForAnswer(db, id) ?? raise();
    const form = { version: "0", decision: "accepted", "reason.en": "Good.", priority: "normal", ...filed };
    expect(readAnswer(formOf(form), row, points, levelBarred)).toMatchObject({ problems: { stage: "link-missing" } });
    answer(db, coordinator, id, "accepted", { ...filed, stage: "proposed" });
  });

  test("an amendment that makes a planned action international waits for a link", () => {
    const { db, coordinator } = coordinated();
    edit(db, "LRN-2", { level: "continental" });
    const member = someone(db, "member", "nepal");
    const id = suggest(db, member, amendmentOf(db, "LRN-2", { level: "international" }));
    const wanted = writeAnswer(db, coordinator, id, "accepted");
    expect(publishAnswers(db, by(coordinator), coordinator, [wanted]).failed.get(id)).toBe("incomplete");
    expect(actionOf(db, "LRN-2").level).toBe("continental");
    const { row, points, levelBarred } = loadForAnswer(db, id) ?? raise();
    const form = { version: "1", decision: "accepted", "reason.en": "Good.", "take.level": "suggested" };
    expect(readAnswer(formOf(form), row, points, levelBarred)).toMatchObject({
      problems: { "take.level": "link-missing" },
    });
    name(db, coordinator, "LRN-2", ["asia"]);
    answer(db, coordinator, id, "accepted");
    expect(actionOf(db, "LRN-2").level).toBe("international");
  });
});

function raise(): never {
  throw new Error("There is no such suggestion.");
}
