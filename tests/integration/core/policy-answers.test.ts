import { describe, expect, test } from "vitest";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { publishAnswers } from "~/features/suggestions/answering.server.ts";
import { inboxFigures, readInbox, readInboxFilters } from "~/features/suggestions/inbox.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import {
  actionOf,
  amendmentOf,
  answer,
  by,
  edit,
  networkOf,
  newAction,
  suggest,
  writeAnswer,
} from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/** Asia coordinates lobbying; LOB-3 is led by West Africa, another branch. */
function scene() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const admin = someone(db, "admin", "insp-r");
  const member = someone(db, "member", "nepal");
  edit(db, "LOB-3", { lead: networkOf(db, "west-africa").id });
  const asia = networkOf(db, "asia").id;
  const published = (who: typeof coordinator, wanted: { suggestionId: number; version: number }) =>
    publishAnswers(db, by(who), who, [wanted]).failed.get(wanted.suggestionId) ?? "published";
  return { db, coordinator, admin, member, asia, published };
}

describe("who answers a suggestion", () => {
  test("a coordinator takes no other branch's action over by suggesting and accepting it", () => {
    const { db, coordinator, asia } = scene();
    const id = suggest(db, coordinator, amendmentOf(db, "LOB-3", { lead: asia }));
    expect(() => answer(db, coordinator, id, "accepted")).toThrow(/may not answer/);
    expect(actionOf(db, "LOB-3").lead.id).toBe(networkOf(db, "west-africa").id);
  });

  test("nobody answers their own, administrators neither; an administrator answers a coordinator's", () => {
    const { db, coordinator, admin, published } = scene();
    const own = suggest(db, coordinator);
    expect(() => writeAnswer(db, coordinator, own, "declined")).toThrow(/may not answer/);
    expect(published(admin, writeAnswer(db, admin, own, "declined"))).toBe("published");
    const admins = suggest(db, admin, { originId: networkOf(db, "nepal").id });
    expect(() => writeAnswer(db, admin, admins, "declined")).toThrow(/may not answer/);
    expect(published(coordinator, writeAnswer(db, coordinator, admins, "declined"))).toBe("published");
  });

  test("their own does not wait for them in the inbox", () => {
    const { db, coordinator, member } = scene();
    suggest(db, coordinator);
    const theirs = suggest(db, member);
    const asked = { viewer: coordinator, networks: allNetworks(db), language: "en" as const, at: TODAY };
    const { suggestions, counts } = readInbox(db, asked, readInboxFilters(new URLSearchParams()));
    expect(suggestions.map(({ id }) => id)).toEqual([theirs]);
    expect([counts.waiting, inboxFigures(db, coordinator, TODAY).waiting]).toEqual([1, 1]);
  });
});

describe("an answer that changes the plan", () => {
  test("needs the right to change that action: not another branch's, as it is led now", () => {
    const { db, coordinator, admin, member, published } = scene();
    const amend = () => suggest(db, member, amendmentOf(db, "LOB-3", { priority: "low" }));
    const refused = writeAnswer(db, coordinator, amend(), "accepted");
    expect(published(coordinator, refused)).toBe("not-yours");
    expect(published(admin, refused)).toBe("published");
    expect(published(coordinator, writeAnswer(db, coordinator, amend(), "declined"))).toBe("published");
  });

  test("a change of lead needs the right before and after", () => {
    const { db, coordinator, admin, member, asia, published } = scene();
    edit(db, "LOB-3", { lead: asia });
    const away = suggest(db, member, amendmentOf(db, "LOB-3", { lead: networkOf(db, "west-africa").id }));
    const kept = writeAnswer(db, coordinator, away, "accepted");
    expect(published(coordinator, kept)).toBe("not-yours");
    expect(published(admin, kept)).toBe("published");
    const back = suggest(db, member, amendmentOf(db, "LOB-3", { lead: asia }));
    expect(published(coordinator, writeAnswer(db, coordinator, back, "accepted"))).toBe("not-yours");
  });

  test("a new action is made only for a network for which one may lead", () => {
    const { db, coordinator, member, published } = scene();
    const filed = (lead: string) => ({ lead: String(networkOf(db, lead).id) });
    const first = suggest(db, member, newAction("A tribunal"));
    expect(published(coordinator, writeAnswer(db, coordinator, first, "accepted", filed("guatemala")))).toBe(
      "not-yours",
    );
    const second = suggest(db, member, newAction("A second tribunal"));
    expect(published(coordinator, writeAnswer(db, coordinator, second, "accepted", filed("nepal")))).toBe("published");
  });
});
