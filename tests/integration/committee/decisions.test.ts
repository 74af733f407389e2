import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { decisionsAbout } from "~/features/committee/decisions/about.server.ts";
import { checkChanges } from "~/features/committee/decisions/applying.server.ts";
import { decidedIn, lookedAtAgain } from "~/features/committee/decisions/decided.server.ts";
import {
  carryOut,
  lookAgain,
  rejectDecision,
  withdrawDecision,
} from "~/features/committee/decisions/deciding.server.ts";
import { listDecisions, readDecisionFilters } from "~/features/committee/decisions/list.server.ts";
import { editDecision, proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import { decisionScreen, proposableIn } from "~/features/committee/decisions/screen.server.ts";
import { decisionRule, editDecisionRule } from "~/features/committee/decisions/setting.server.ts";
import { takePosition } from "~/features/committee/decisions/status.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { myLists } from "~/features/home/my/queries.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import type { Database } from "~db/connection.ts";
import { decisions, events, reviews, seatPositions } from "~db/schema.ts";
import { TODAY } from "../../support/database.ts";
import { planAsOf, planNow } from "../../support/replay.ts";
import { committeeScene, decisionOf, nothing, openReview, QUARTER, tieSeat } from "../../support/reviews.ts";
import { actionOf, by, day, edit, networkOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const refusedWith = (status: number, run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return expect(error.status).toBe(status);
    throw error;
  }
  throw new Error("It was not refused.");
};

const kindsOf = (db: Database, id: number) =>
  db
    .select({ kind: events.kind })
    .from(events)
    .where(eq(events.decisionId, id))
    .all()
    .map(({ kind }) => kind);

const close = (db: Database, id: number) =>
  db.update(reviews).set({ state: "closed", closedAt: TODAY }).where(eq(reviews.id, id)).run();

const openDay = (number: number) => day(number).toISOString().slice(0, 10);

describe("proposing", () => {
  test("is for those who sit in the committee, while the review is open, and tells history what it is", () => {
    const { db, reviewId, coordinator, asia, admin, propose } = committeeScene();
    const id = propose({ refs: ["LOB-1"], planChanges: [{ ref: "LRN-2", priority: "high" }] });
    expect(kindsOf(db, id)).toEqual(["decision.proposed"]);
    const screen = decisionScreen(db, id, { viewer: asia, networks: allNetworks(db), language: "en" });
    expect(screen?.actions.map(({ ref }) => ref).sort()).toEqual(["LOB-1", "LRN-2"]);
    expect(screen?.changes[0]?.was?.priority).toBe(actionOf(db, "LRN-2").priority);
    refusedWith(403, () => proposeDecision(db, by(coordinator), coordinator, { quarter: QUARTER, ...nothing }));
    expect([asia, coordinator, admin].map((viewer) => proposableIn(db, viewer))).toEqual([QUARTER, null, QUARTER]);
    close(db, reviewId);
    refusedWith(409, () => propose());
    expect(proposableIn(db, asia)).toBeNull();
  });

  test("is refused for actions and suggestions that there are not, and leaves nothing behind", () => {
    const { db, propose } = committeeScene();
    refusedWith(404, () => propose({ refs: ["LOB-999"] }));
    refusedWith(404, () => propose({ suggestions: [999] }));
    expect(db.select().from(decisions).all()).toEqual([]);
  });

  test("rewording sets aside what seats have said, and on an older version changes nothing", () => {
    const { db, asia, propose, consent } = committeeScene();
    const id = propose();
    consent(id);
    const version = decisionOf(db, id).version;
    const reword = (text: string, at = version) =>
      editDecision(db, by(asia), asia, { id, version: at, input: { ...nothing, text } }).status;
    expect(reword(nothing.text)).toBe("unchanged");
    expect(db.select().from(seatPositions).all()).toHaveLength(2);
    expect(reword("We hold two seminars.")).toBe("saved");
    expect(db.select().from(seatPositions).all()).toEqual([]);
    expect(reword("Mine.")).toBe("stale");
    expect(decisionOf(db, id).text).toBe("We hold two seminars.");
  });
});

describe("what a seat says", () => {
  test("is said by its holder alone, to the wording that they read; an objection gives its reason", () => {
    const { db, asia, africa, coordinator, seats, propose, say } = committeeScene();
    const id = propose();
    refusedWith(403, () => say(id, africa, seats.asia, "consent"));
    refusedWith(403, () => say(id, coordinator, seats.asia, "consent"));
    expect(say(id, asia, seats.asia, "objection").status).toBe("reason-missing");
    expect(say(id, asia, seats.asia, "objection", "Too soon.").status).toBe("saved");
    const late = { decisionId: id, seatId: seats.asia, position: "consent", reason: "", language: "en" } as const;
    expect(takePosition(db, by(asia), asia, { ...late, version: 99 }).status).toBe("stale");
    expect(db.select().from(seatPositions).all()).toMatchObject([{ position: "objection", reason: "Too soon." }]);
  });

  test("can be changed until it is decided, one position a seat", () => {
    const { db, asia, seats, propose, say, consent, adopt } = committeeScene();
    const id = propose();
    say(id, asia, seats.asia, "abstention");
    consent(id);
    expect(db.select().from(seatPositions).all()).toHaveLength(2);
    expect(adopt(id).status).toBe("adopted");
    refusedWith(409, () => say(id, asia, seats.asia, "objection", "After all."));
  });
});

describe("the pages of what a decision concerns", () => {
  test("name it with its state, the newest first, changed by it or only named in it; others do not", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const author = someone(db, "member", "nepal");
    const suggestion = suggest(db, author);
    const first = propose({ refs: ["LOB-1"], suggestions: [suggestion] });
    const second = propose({ text: "Long ago. ".repeat(50), planChanges: [{ ref: "LOB-1", priority: "high" }] });
    consent(first);
    adopt(first);
    const about = (ref: string) => decisionsAbout(db, { actionId: actionOf(db, ref).id }, "fr");
    expect(about("LOB-1").map(({ id, state, quarter, lang }) => [id, state, quarter, lang])).toEqual([
      [second, "proposed", QUARTER, "en"],
      [first, "adopted", QUARTER, "en"],
    ]);
    expect(about("LOB-1")[0]?.text).toBe(`${"Long ago. ".repeat(20).trim()}…`);
    expect(about("LRN-2")).toEqual([]);
    expect(decisionsAbout(db, { suggestionId: suggestion }, "en")).toMatchObject([{ id: first, lang: null }]);
  });
});

describe("adopting", () => {
  test("waits for the rule: an objection, then a silent continent, then the quorum", () => {
    const { db, asia, africa, seats, propose, say, adopt } = committeeScene({ quorum: 3 });
    const id = propose();
    say(id, asia, seats.asia, "objection", "Too soon.");
    const missing = () => {
      const adopted = adopt(id);
      return adopted.status === "missing" ? adopted.missing.map(({ what }) => what) : adopted.status;
    };
    expect(missing()).toEqual(["quorum", "objections", "silent"]);
    say(id, asia, seats.asia, "consent");
    expect(missing()).toEqual(["quorum", "silent"]);
    say(id, africa, seats.africa, "consent");
    expect(missing()).toEqual(["quorum"]);
    expect(decisionOf(db, id).state).toBe("proposed");
    const third = someone(db, "committee", "latin-america");
    say(id, third, tieSeat(db, "latin-america", third.id), "consent");
    expect(missing()).toBe("adopted");
  });

  test("changes the plan with the decision as the cause, in one step, and history replays it", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const id = propose({
      planChanges: [
        { ref: "LRN-2", stage: "on-hold", outcome: { en: "No host was found." }, due: "2027-Q2", priority: "low" },
        { ref: "LOB-1", due: null },
      ],
    });
    consent(id);
    expect(adopt(id).status).toBe("adopted");
    expect(actionOf(db, "LRN-2")).toMatchObject({ stage: "on-hold", dueQuarter: "2027-Q2", priority: "low" });
    expect(actionOf(db, "LOB-1").dueQuarter).toBeNull();
    const caused = db
      .select({ kind: events.kind, cause: events.cause })
      .from(events)
      .all()
      .filter(({ cause }) => cause && "decision" in cause);
    expect(caused.map(({ kind }) => kind)).toContain("action.moved");
    expect(caused.every(({ cause }) => (cause as { decision: number }).decision === id)).toBe(true);
    expect(planAsOf(db, TODAY)).toEqual(planNow(db));
  });

  test("stops whole where one of several changes cannot be applied", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const before = planNow(db);
    const told = db.select().from(events).all().length;
    const unlinked = [...before].find(([, { level, stage }]) => level === "international" && stage === "proposed");
    const blocked = unlinked
      ? { ref: unlinked[0], stage: "planned" as const }
      : { ref: "LOB-1", stage: "dropped" as const };
    const id = propose({ planChanges: [{ ref: "LRN-2", priority: "low" }, blocked] });
    consent(id);
    const adopted = adopt(id);
    expect(adopted.status).toBe("not-applied");
    expect(decisionOf(db, id).state).toBe("proposed");
    expect(planNow(db)).toEqual(before);
    const since = db.select().from(events).all().slice(told);
    expect(since.every(({ kind }) => kind === "decision.proposed" || kind === "decision.position-recorded")).toBe(true);
  });

  test("of what has moved on asks for a look at it: only the version that was seen is overwritten", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const id = propose({ planChanges: [{ ref: "LRN-2", due: "2027-Q2" }] });
    consent(id);
    edit(db, "LRN-2", { due: "2027-Q3" });
    const first = adopt(id);
    expect(first.status === "not-applied" && first.checked[0]).toMatchObject({
      moved: ["due"],
      now: { due: "2027-Q3" },
    });
    const seen = new Map([["LRN-2", checkChanges(db, decisionOf(db, id).planChanges)[0]?.version ?? 0]]);
    edit(db, "LRN-2", { due: "2027-Q4" });
    expect(adopt(id, seen).status).toBe("not-applied");
    expect(adopt(id, new Map([["LRN-2", actionOf(db, "LRN-2").version]])).status).toBe("adopted");
    expect(actionOf(db, "LRN-2").dueQuarter).toBe("2027-Q2");
  });

  test("is for those who sit in the committee; rejecting too, and withdrawing for whoever proposed it", () => {
    const { db, asia, africa, coordinator, propose } = committeeScene();
    const id = propose();
    const named = { id, version: 1, why: "" };
    refusedWith(403, () => rejectDecision(db, by(coordinator), coordinator, named));
    refusedWith(403, () => withdrawDecision(db, by(africa), africa, named));
    expect(rejectDecision(db, by(africa), africa, { ...named, version: 9 }).status).toBe("stale");
    expect(withdrawDecision(db, by(asia), asia, named).status).toBe("settled");
    refusedWith(409, () => rejectDecision(db, by(africa), africa, { ...named, version: 2 }));
    expect(decisionOf(db, id)).toMatchObject({ state: "withdrawn", decidedAt: TODAY });
  });
});

describe("afterwards", () => {
  test("whoever it names carries it out, also when the review is closed, and takes it back", () => {
    const { db, reviewId, coordinator, propose, consent, adopt } = committeeScene();
    const nepal = someone(db, "member", "nepal");
    const togo = someone(db, "member", "guatemala");
    const id = propose({ doerNetworkId: networkOf(db, "nepal").id, dueOn: openDay(10) });
    refusedWith(409, () => carryOut(db, by(nepal), nepal, { id, done: true }));
    consent(id);
    adopt(id);
    close(db, reviewId);
    refusedWith(403, () => carryOut(db, by(togo), togo, { id, done: true }));
    carryOut(db, by(nepal), nepal, { id, done: true });
    expect(decisionOf(db, id).doneAt).toEqual(TODAY);
    carryOut(db, by(coordinator), coordinator, { id, done: false });
    expect(decisionOf(db, id).doneAt).toBeNull();
    expect(kindsOf(db, id).slice(-2)).toEqual(["decision.done", "decision.done"]);
  });

  test("it comes back on its day in the next open review, until it was looked at", () => {
    const { db, reviewId, asia, propose, consent, adopt } = committeeScene();
    const soon = propose({ text: "Soon.", lookAgainOn: "2027-02-01" });
    const later = propose({ text: "Later.", lookAgainOn: "2028-02-01" });
    const never = propose({ text: "Never." });
    for (const id of [soon, later, never]) {
      consent(id);
      adopt(id);
    }
    close(db, reviewId);
    const next = openReview(db, { quarter: "2027-Q1" });
    const review = db.select().from(reviews).where(eq(reviews.id, next)).get() as typeof reviews.$inferSelect;
    const again = () => lookedAtAgain(db, review, TODAY).map(({ id, lookAgainOn }) => [id, lookAgainOn]);
    expect(again()).toEqual([[soon, "2027-02-01"]]);
    // It stands: it stays on this review's list, with the day on which it came, and is off the next one's.
    const kept = { outcome: "kept", reason: "It works.", language: "en", until: null } as const;
    lookAgain(db, by(asia), asia, { id: soon, version: decisionOf(db, soon).version, ...kept });
    expect(again()).toEqual([[soon, "2027-02-01"]]);
    expect(lookedAtAgain(db, { ...review, id: 999, quarter: "2027-Q2" }, TODAY)).toEqual([]);
    const at = new Date("2028-03-01T00:00:00Z");
    const list = listDecisions(db, readDecisionFilters(new URLSearchParams("show=again")), "en", at);
    expect(list.decisions.map(({ id }) => id)).toEqual([later]);
  });

  test("a later decision that revisits it takes it off the list once it is adopted", () => {
    const { db, reviewId, asia, africa, seats, propose, consent, adopt } = committeeScene();
    const first = propose({ lookAgainOn: "2027-02-01" });
    consent(first);
    adopt(first);
    close(db, reviewId);
    const next = openReview(db, { quarter: "2027-Q1" });
    const review = db.select().from(reviews).where(eq(reviews.id, next)).get() as typeof reviews.$inferSelect;
    const input = { quarter: "2027-Q1", ...nothing, text: "Otherwise.", revisitsId: first };
    const second = proposeDecision(db, by(asia), asia, input);
    const say = (viewer: Viewer, seatId: number) =>
      takePosition(db, by(viewer), viewer, {
        decisionId: second,
        version: 1,
        seatId,
        position: "consent",
        reason: "",
        language: "en",
      });
    say(asia, seats.asia);
    say(africa, seats.africa);
    expect(adopt(second).status).toBe("adopted");
    expect(lookedAtAgain(db, review, TODAY)).toHaveLength(1);
    expect(lookedAtAgain(db, { ...review, id: 999, quarter: "2027-Q2" }, TODAY)).toEqual([]);
  });

  test("the snapshot has each decision with names in every language, in as many statements however many there are", () => {
    const { db, reviewId, asia, seats, propose, say, consent, adopt } = committeeScene();
    const id = propose({ refs: ["LOB-1"], doerId: asia.id, doerNetworkId: networkOf(db, "asia").id });
    consent(id);
    adopt(id);
    const open = propose({ text: "Not yet." });
    say(open, asia, seats.asia, "objection", "Too soon.");
    const networks = allNetworks(db);
    const found = decidedIn(db, reviewId, networks);
    expect(found).toMatchObject([
      {
        id,
        state: "adopted",
        concerns: [{ ref: "LOB-1" }],
        doer: { person: asia.name, network: { nl: expect.any(String) } },
      },
      { id: open, state: "proposed", stands: [{ stand: "objection", reason: { text: "Too soon.", language: "en" } }] },
    ]);
    expect(Object.keys(found[0]?.concerns[0]?.titles ?? {}).length).toBeGreaterThan(0);
  });

  test("`/my` says what one owes: a position, and what is to be carried out", () => {
    const { db, asia, africa, seats, propose, say, consent, adopt } = committeeScene();
    const owed = (viewer: Viewer) =>
      myLists(db, { viewer, networks: allNetworks(db), language: "en", at: TODAY }).decisions.rows.map(
        ({ title, awaitsPosition }) => `${title} ${awaitsPosition ? "say" : "do"}`,
      );
    const id = propose({ doerId: africa.id, dueOn: openDay(10) });
    expect(owed(africa)).toEqual(["We hold a seminar. say"]);
    say(id, africa, seats.africa, "consent");
    expect(owed(africa)).toEqual([]);
    expect(owed(asia)).toHaveLength(1);
    consent(id);
    adopt(id);
    expect(owed(africa)).toEqual(["We hold a seminar. do"]);
    expect(owed(asia)).toEqual([]);
  });
});

describe("how the committee decides", () => {
  test("is set by administrators, for reviews to come", () => {
    const { db, admin, coordinator } = committeeScene();
    expect(decisionRule(db)).toEqual({ rule: "continental-consent", quorum: 7 });
    refusedWith(403, () => editDecisionRule(db, by(coordinator), coordinator, { rule: "majority", quorum: 5 }));
    editDecisionRule(db, by(admin), admin, { rule: "majority", quorum: 5 });
    editDecisionRule(db, by(admin), admin, { rule: "majority", quorum: 5 });
    expect(decisionRule(db)).toEqual({ rule: "majority", quorum: 5 });
    const told = db.select().from(events).where(eq(events.kind, "decision-rule.edited")).all();
    expect(told).toMatchObject([{ before: { quorum: 7 }, after: { rule: "majority", quorum: 5 } }]);
    expect(db.select().from(reviews).get()?.quorum).toBe(2);
  });
});
