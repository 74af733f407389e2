import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Translated } from "~/domain.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { answerAsNetwork, type NetworkAnswer } from "~/features/plan/subsidiarity/answering.server.ts";
import { editLink } from "~/features/plan/subsidiarity/mutations.server.ts";
import { linksTo, strengthening, toBeLinked } from "~/features/plan/subsidiarity/queries.server.ts";
import { rollUp } from "~/features/plan/subsidiarity/roll-up.ts";
import type { Database } from "~db/connection.ts";
import { actions, events, subsidiarityLinks } from "~db/schema.ts";
import { seededDatabase } from "../../support/database.ts";
import { toldTo } from "../../support/notices.ts";
import { enter, linkTo, name } from "../../support/subsidiarity.ts";
import { actionOf, addOrganisation, by, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

function linked() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["learning"]);
  const member = someone(db, "member", "nepal");
  const ref = enter(db, coordinator);
  name(db, coordinator, ref, ["asia", "nepal"]);
  return { db, coordinator, member, ref };
}

function reply(db: Database, viewer: Viewer, ref: string, slug: string, more: Partial<NetworkAnswer> = {}) {
  return answerAsNetwork(db, by(viewer), viewer, {
    ref,
    networkId: networkOf(db, slug).id,
    version: linkTo(db, viewer, ref, slug).version,
    answer: "adopted",
    note: null,
    own: null,
    ...more,
  });
}

describe("naming networks", () => {
  test("tells the people of the network and of its organisations, and nobody else", () => {
    const db = seededDatabase();
    addOrganisation(db, "mutual", "nepal");
    const coordinator = someone(db, "coordinator", "asia", ["learning"]);
    const told = [someone(db, "member", "nepal"), someone(db, "member", "mutual")];
    const untold = [someone(db, "member", "india"), someone(db, "observer", "nepal"), coordinator];
    name(db, coordinator, enter(db, coordinator), ["nepal"]);
    for (const person of told) expect(toldTo(db, person), person.id).toEqual(["link.created as mentioned"]);
    for (const person of untold) expect(toldTo(db, person), person.id).toEqual([]);
  });

  test("takes each network once, and an own action of theirs alone", () => {
    const { db, coordinator, ref } = linked();
    const nepal = networkOf(db, "nepal").id;
    const india = networkOf(db, "india").id;
    const own = enter(db, coordinator, { level: "national", lead: india });
    const wide = enter(db, coordinator, { level: "international", lead: india });
    expect(name(db, coordinator, ref, ["nepal"]).status).toBe("already-named");
    expect(name(db, coordinator, ref, ["guatemala"], [own]).status).toBe("not-their-action");
    expect(name(db, coordinator, ref, ["india"], [wide]).status).toBe("not-their-action");
    expect(name(db, coordinator, ref, ["india"], [own]).status).toBe("named");
    expect(linkTo(db, coordinator, ref, "india").own?.ref).toBe(own);
    const networks = allNetworks(db);
    expect(strengthening(db, actionOf(db, own).id, { networks, language: "en" })).toMatchObject([{ ref }]);
    expect(() => name(db, coordinator, ref, ["insp-r"])).toThrow(/no national or continental/);
    expect(nepal).not.toBe(india);
  });

  test("is for those who work on the action", () => {
    const { db, member, ref } = linked();
    const elsewhere = someone(db, "coordinator", "west-africa", ["lobbying"]);
    for (const person of [member, elsewhere]) expect(() => name(db, person, ref, ["india"])).toThrow(/may not work/);
  });

  test("on an older version of a link changes nothing", () => {
    const { db, coordinator, ref } = linked();
    const networkId = networkOf(db, "nepal").id;
    const change = (version: number, text: string) =>
      editLink(db, by(coordinator), coordinator, { ref, networkId, version, how: { en: text }, own: null }).status;
    expect(change(1, "Better so.")).toBe("saved");
    expect(change(1, "Better so than that.")).toBe("stale");
    expect(linkTo(db, coordinator, ref, "nepal").how?.text).toBe("Better so.");
    expect(change(2, "Better so.")).toBe("unchanged");
  });
});

test("editing how an action strengthens a network in one language leaves the others alone", () => {
  const { db, coordinator, ref } = linked();
  const networkId = networkOf(db, "nepal").id;
  const edit = (how: Translated) => {
    const { version } = linkTo(db, coordinator, ref, "nepal");
    return editLink(db, by(coordinator), coordinator, { ref, networkId, version, how, own: null }).status;
  };
  const stored = () =>
    db.select().from(subsidiarityLinks).where(eq(subsidiarityLinks.networkId, networkId)).all().at(-1)?.how;
  expect(edit({ fr: "Elle aide." })).toBe("saved");
  expect(edit({ nl: "Ze helpt." })).toBe("saved");
  expect(edit({ en: "It helps a lot." })).toBe("saved");
  expect(stored()).toEqual({ en: "It helps a lot.", fr: "Elle aide.", nl: "Ze helpt." });
  expect(edit({ nl: "Ze helpt." })).toBe("unchanged");
});

describe("answering", () => {
  test("each for their own: a member for the country, a coordinator for the branch, an administrator for all", () => {
    const { db, coordinator, member, ref } = linked();
    const organised = someone(db, "observer", "nepal");
    const committee = someone(db, "committee", "latin-america");
    for (const other of [organised, committee, someone(db, "member", "india")])
      expect(() => reply(db, other, ref, "nepal"), other.id).toThrow(/may not answer/);
    expect(() => reply(db, member, ref, "asia")).toThrow(/may not answer/);
    expect(reply(db, member, ref, "nepal").status).toBe("answered");
    expect(reply(db, coordinator, ref, "asia").status).toBe("answered");
    expect(reply(db, someone(db, "admin", "insp-r"), ref, "nepal", { answer: "adapted" }).status).toBe("answered");
  });

  test("declining gives a reason, and makes no action", () => {
    const { db, member, ref } = linked();
    expect(reply(db, member, ref, "nepal", { answer: "declined" }).status).toBe("reason-missing");
    const note = { en: "Not now." };
    expect(reply(db, member, ref, "nepal", { answer: "declined", note, own: "new" }).status).toBe("own-with-declined");
    expect(reply(db, member, ref, "nepal", { answer: "declined", note }).status).toBe("answered");
  });

  test("creates the network's own action in the same transaction, with the texts and the level that are the network's", () => {
    const { db, coordinator, member, ref } = linked();
    const answered = reply(db, member, ref, "nepal", { answer: "adapted", own: "new" });
    if (answered.status !== "answered" || !answered.own) throw new Error(answered.status);
    const { lead, ...own } = actionOf(db, answered.own);
    expect(lead.slug).toBe("nepal");
    expect(own).toMatchObject({ level: "national", stage: "proposed", board: "learning", origin: "direct" });
    expect(own.texts).toEqual(actionOf(db, ref).texts);
    expect(linkTo(db, member, ref, "nepal").own?.ref).toBe(answered.own);
    const asia = reply(db, coordinator, ref, "asia", { own: "new" });
    expect(actionOf(db, (asia.status === "answered" && asia.own) || "").level).toBe("continental");
  });

  test("leaves the note's other languages alone, unless the answer itself changes", () => {
    const { db, member, ref } = linked();
    const note = () => db.select().from(subsidiarityLinks).where(eq(subsidiarityLinks.answer, "adopted")).get()?.note;
    reply(db, member, ref, "nepal", { note: { en: "From May." } });
    reply(db, member, ref, "nepal", { note: { fr: "Dès mai." } });
    expect(note()).toEqual({ en: "From May.", fr: "Dès mai." });
    reply(db, member, ref, "nepal", { note: { en: "" } });
    expect(note()).toEqual({ fr: "Dès mai." });
    expect(reply(db, member, ref, "nepal", { answer: "declined", note: { en: "" } }).status).toBe("reason-missing");
    reply(db, member, ref, "nepal", { answer: "declined", note: { en: "No budget." } });
    expect(linkTo(db, member, ref, "nepal").note).toEqual({ text: "No budget.", language: "en" });
    reply(db, member, ref, "nepal", { note: { es: "Otra vez." } });
    expect(note()).toEqual({ es: "Otra vez." });
  });

  test("sent twice, makes one action", () => {
    const { db, member, ref } = linked();
    const count = () => db.select().from(actions).all().length;
    const before = count();
    reply(db, member, ref, "nepal", { own: "new" });
    expect(reply(db, member, ref, "nepal", { own: "new", version: 1 }).status).toBe("stale");
    expect(count()).toBe(before + 1);
  });

  test("can be changed; each time an event, and the board's coordinators and followers are told", () => {
    const { db, coordinator, member, ref } = linked();
    const follower = someone(db, "observer", "insp-r");
    follow(db, follower.id, actionSubject(actionOf(db, ref).id));
    reply(db, member, ref, "nepal");
    reply(db, member, ref, "nepal", { answer: "already-done" });
    expect(reply(db, member, ref, "nepal", { answer: "already-done" }).status).toBe("unchanged");
    expect(db.select().from(events).where(eq(events.kind, "link.answered")).all()).toHaveLength(2);
    expect(toldTo(db, coordinator)).toEqual(["link.answered as coordinator", "link.answered as coordinator"]);
    expect(toldTo(db, follower)).toEqual(["link.answered as follower", "link.answered as follower"]);
  });
});

test("the action and the network's page count the same answers", () => {
  const { db, coordinator, member, ref } = linked();
  const owed = () => linksTo(db, networkOf(db, "nepal").id, "en", 1);
  // The seed's COM-1 is owed an answer too.
  expect(owed()).toMatchObject({ total: 2, owed: 2 });
  reply(db, member, ref, "nepal");
  expect(owed()).toMatchObject({ total: 2, owed: 1 });
  expect(owed().links.map(({ ref }) => ref)).toEqual(["COM-1", ref]);
  const answers = ["asia", "nepal"].map((slug) => linkTo(db, coordinator, ref, slug).answer);
  expect(rollUp(answers)).toMatchObject({ total: 2, answered: 1, by: { adopted: 1 } });
});

test("still to be linked: the seed's international actions but two; a coordinator's own alone", () => {
  const { db, coordinator, member } = linked();
  const list = (viewer: Viewer, mine: boolean) =>
    toBeLinked(db, { viewer, networks: allNetworks(db), language: "en" }, { mine, page: 1, aPage: 40 });
  const all = list(member, false).actions.map(({ ref }) => ref);
  expect(all).toHaveLength(19);
  expect(all).not.toContain("LRN-1");
  expect(all).not.toContain("COM-1");
  expect(all.slice(-2)).toEqual(["LOB-8", "LOB-9"]);
  expect(list(coordinator, true).actions.map(({ ref }) => ref)).toEqual(["LRN-3", "LRN-4"]);
  expect(list(member, true).total).toBe(0);
});
