import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { change } from "~/features/core/history/change.server.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject, boardSubject, suggestionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { askAuthor, putOff, takeUp, takeUpOne } from "~/features/suggestions/handling.server.ts";
import { loadSuggestion, rewordSuggestion, withdrawSuggestion } from "~/features/suggestions/mutations.server.ts";
import type { Database } from "~db/connection.ts";
import { events, notices, people } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { giveVoice, move, say, suspend, toldTo, watchedSuggestion } from "../../support/notices.ts";
import { actionOf, answer, by, rowOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const ask = (db: Database, viewer: Viewer, id: number) =>
  askAuthor(db, by(viewer), viewer, { id, text: "How many are they?", language: "en" });

describe("a submission", () => {
  test("is told to all who coordinate its board, and to nobody who coordinates another", () => {
    const db = seededDatabase();
    const here = someone(db, "coordinator", "asia", ["learning", "lobbying"]);
    const alsoHere = someone(db, "coordinator", "west-africa", ["lobbying"]);
    const elsewhere = someone(db, "coordinator", "latin-america", ["financing"]);
    suggest(db, someone(db, "member", "nepal"));
    expect(toldTo(db, here)).toEqual(["suggestion.submitted as coordinator"]);
    expect(toldTo(db, alsoHere)).toEqual(["suggestion.submitted as coordinator"]);
    expect(toldTo(db, elsewhere)).toEqual([]);
  });

  test("about an action is told to those who follow the action or the board, once each", () => {
    const db = seededDatabase();
    const { id: actionId } = actionOf(db, "LOB-3");
    const [ofAction, ofBoard, ofOther] = (["nepal", "india", "guatemala"] as const).map((home) =>
      someone(db, "member", home),
    ) as [Viewer, Viewer, Viewer];
    follow(db, ofAction.id, actionSubject(actionId));
    follow(db, ofAction.id, boardSubject("lobbying"));
    follow(db, ofBoard.id, boardSubject("lobbying"));
    follow(db, ofOther.id, boardSubject("financing"));
    suggest(db, someone(db, "member", "benin"), { actionId });
    expect(toldTo(db, ofAction)).toEqual(["suggestion.submitted as follower"]);
    expect(toldTo(db, ofBoard)).toEqual(["suggestion.submitted as follower"]);
    expect(toldTo(db, ofOther)).toEqual([]);
  });

  test("that is rolled back is told to nobody", () => {
    const { db, coordinator, author, id } = watchedSuggestion();
    const attempt = () =>
      change(db, by(coordinator), (tx, record) => {
        takeUpOne(tx, record, by(coordinator), loadSuggestion(tx, id));
        throw new Error("the line was lost");
      });
    const before = db.select().from(events).all().length;
    expect(attempt).toThrow("the line was lost");
    expect(db.select().from(events).all()).toHaveLength(before);
    expect(toldTo(db, author)).toEqual([]);
  });
});

describe("each step", () => {
  test.each<[string, (db: Database, coordinator: Viewer, id: number) => void]>([
    ["suggestion.taken-up", (db, viewer, id) => takeUp(db, by(viewer), viewer, [id])],
    ["suggestion.put-off", (db, viewer, id) => putOff(db, by(viewer), viewer, [id], { until: "2026-12-24", why: "" })],
    ["suggestion.asked", ask],
    ["suggestion.commented", (db, viewer, id) => say(db, viewer, id, "We look into it.")],
    ["suggestion.answered", (db, viewer, id) => answer(db, viewer, id, "declined")],
  ])("%s is told to the author, who supports and who follows, and not to who did it", (kind, step) => {
    const { db, coordinator, author, supporter, follower, id } = watchedSuggestion();
    follow(db, coordinator.id, suggestionSubject(id));
    step(db, coordinator, id);
    expect(toldTo(db, author).at(-1)).toBe(`${kind} as author`);
    expect(toldTo(db, supporter).at(-1)).toBe(`${kind} as supporter`);
    expect(toldTo(db, follower).at(-1)).toBe(`${kind} as follower`);
    expect(toldTo(db, coordinator)).toEqual([]);
  });

  test("a voice is told to the author alone", () => {
    const { db, coordinator, author, supporter, id } = watchedSuggestion();
    giveVoice(db, someone(db, "member", "guatemala"), id);
    expect(toldTo(db, author)).toEqual(["suggestion.supported as author"]);
    expect([...toldTo(db, supporter), ...toldTo(db, coordinator)]).toEqual([]);
  });

  test("a rewording is no news before it is taken up, and told to all but the author afterwards", () => {
    const { db, coordinator, author, supporter, id } = watchedSuggestion();
    const reword = (title: string) => {
      const row = rowOf(db, id);
      rewordSuggestion(db, by(author), author, { id, version: row.version, content: { ...row, title } });
    };
    reword("Health cover for every home worker");
    expect(toldTo(db, supporter)).toEqual([]);
    takeUp(db, by(coordinator), coordinator, [id]);
    reword("Health cover for all who work at home");
    expect(toldTo(db, supporter).at(-1)).toBe("suggestion.edited as supporter");
    expect(toldTo(db, coordinator)).toEqual(["suggestion.edited as coordinator"]);
    expect(toldTo(db, author)).not.toContain("suggestion.edited as author");
  });

  test("a withdrawal is told to the coordinators and to who supports", () => {
    const { db, coordinator, supporter, author, id } = watchedSuggestion();
    withdrawSuggestion(db, by(author), author, { id, version: 1, why: "It is law by now." });
    expect(toldTo(db, coordinator)).toEqual(["suggestion.withdrawn as coordinator"]);
    expect(toldTo(db, supporter)).toEqual(["suggestion.withdrawn as supporter"]);
    expect(toldTo(db, author)).toEqual([]);
  });
});

describe("reasons", () => {
  test("the nearest stands: author before named, named before supporter, supporter before follower", () => {
    const { db, coordinator, author, supporter, follower, id } = watchedSuggestion();
    for (const { id: person } of [author, supporter]) follow(db, person, suggestionSubject(id));
    const twice = someone(db, "member", "benin");
    giveVoice(db, twice, id);
    say(db, coordinator, id, `@${author.name} and @${twice.name}, and @${follower.name}: look.`);
    expect(toldTo(db, author).at(-1)).toBe("suggestion.commented as author");
    expect(toldTo(db, twice)).toEqual(["suggestion.commented as mentioned"]);
    expect(toldTo(db, follower)).toEqual(["suggestion.commented as mentioned"]);
    expect(toldTo(db, supporter)).toEqual(["suggestion.commented as supporter"]);
  });

  test("who is named is told although nothing else binds them; who comments follows from then on", () => {
    const { db, coordinator, supporter, id } = watchedSuggestion();
    const named = someone(db, "committee", "central-africa");
    const talker = someone(db, "member", "benin");
    db.update(people).set({ name: "Zoé Sánchez" }).where(eq(people.id, named.id)).run();
    say(db, talker, id, "@zoe sanchez, is it so in your country? @Nobody here");
    expect(toldTo(db, named)).toEqual(["suggestion.commented as mentioned"]);
    expect(toldTo(db, talker)).toEqual([]);
    say(db, supporter, id, "It is so in mine.");
    expect(toldTo(db, talker)).toEqual(["suggestion.commented as follower"]);
    expect(toldTo(db, named)).toHaveLength(1);
    expect(toldTo(db, coordinator)).toEqual([]);
  });

  test("the author's reply to a question reaches the coordinators, and what they say unasked does not", () => {
    const { db, coordinator, author, id } = watchedSuggestion();
    const colleague = someone(db, "coordinator", "west-africa", ["lobbying"]);
    ask(db, coordinator, id);
    say(db, author, id, "About forty thousand.");
    say(db, author, id, "And more each year.");
    for (const one of [coordinator, colleague])
      expect(toldTo(db, one)).toEqual(["suggestion.commented as coordinator"]);
  });

  test("nobody is told of what they did themselves, not even who coordinates the board and follows it", () => {
    const { db, coordinator } = watchedSuggestion();
    const colleague = someone(db, "coordinator", "west-africa", ["lobbying"]);
    follow(db, coordinator.id, boardSubject("lobbying"));
    suggest(db, coordinator);
    move(db, coordinator, "LOB-3", "planned");
    expect(toldTo(db, coordinator)).toEqual([]);
    expect(toldTo(db, colleague)).toEqual(["suggestion.submitted as coordinator"]);
  });

  test("nobody who is suspended is told anything, whatever binds them", () => {
    const { db, coordinator, author, supporter, follower, id } = watchedSuggestion();
    for (const one of [author, supporter, follower]) suspend(db, one);
    say(db, coordinator, id, `@${supporter.name}, what do you say?`);
    answer(db, coordinator, id, "accepted");
    expect(db.select().from(notices).all()).toEqual([]);
  });
});
