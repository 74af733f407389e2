import { describe, expect, test } from "vitest";
import { BOARDS, ROLES, type Role } from "~/domain.ts";
import {
  type ActionScope,
  isUnanswered,
  mayAlign,
  mayAnswer,
  mayAnswerAs,
  mayAnswerOn,
  mayApplyAnswer,
  mayCarryOut,
  mayChangeView,
  mayCommentOnView,
  mayEditEntry,
  mayEditNetworks,
  mayEditTemplates,
  mayEnterRates,
  mayInvite,
  mayLead,
  mayManage,
  mayOpenReviews,
  mayPrepareReviews,
  mayReadView,
  mayReword,
  maySaveForAll,
  maySeeAddress,
  maySeeMeetingLink,
  maySeePeople,
  maySetResponseDeadlines,
  maySitInReview,
  maySpeakFor,
  maySpeakForSeat,
  maySpeakUnderMandateOf,
  maySuggest,
  maySupport,
  mayWithdraw,
  mayWorkOn,
  mayWorkOnBoard,
  type Viewer,
} from "~/features/core/policy.ts";

const INTERNATIONAL = { id: 1, kind: "international" } as const;
const ASIA = { id: 2, kind: "continental" } as const;
const NEPAL = { id: 3, kind: "national" } as const;
const GUATEMALA = { id: 4, kind: "national" } as const;

function viewer(role: Role, more: Partial<Viewer> = {}): Viewer {
  return {
    id: "someone",
    name: "Someone",
    email: "someone@example.org",
    role,
    networkId: ASIA.id,
    boards: [],
    branch: new Set([ASIA.id, NEPAL.id]),
    line: new Set([ASIA.id, INTERNATIONAL.id]),
    language: null,
    sessionId: "session",
    ...more,
  };
}

const coordinator = viewer("coordinator", { boards: ["learning"] });
const on = (board: ActionScope["board"], lead: ActionScope["lead"]): ActionScope => ({ board, lead });

describe("working on actions", () => {
  test("coordinators: on their boards, led from their own branch or internationally", () => {
    expect(mayWorkOn(coordinator, on("learning", ASIA))).toBe(true);
    expect(mayWorkOn(coordinator, on("learning", NEPAL))).toBe(true);
    expect(mayWorkOn(coordinator, on("learning", INTERNATIONAL))).toBe(true);
  });

  test("coordinators: not on other boards, and not what another branch leads", () => {
    expect(mayWorkOn(coordinator, on("lobbying", ASIA))).toBe(false);
    expect(mayWorkOn(coordinator, on("learning", GUATEMALA))).toBe(false);
  });

  test.each(["observer", "member", "committee"] as const)("%s: nowhere, not even in their own branch", (role) => {
    const one = viewer(role, { boards: [...BOARDS] });
    for (const board of BOARDS) expect(mayWorkOn(one, on(board, NEPAL))).toBe(false);
  });

  test("administrators: everywhere", () => {
    for (const board of BOARDS) expect(mayWorkOn(viewer("admin"), on(board, GUATEMALA))).toBe(true);
  });
});

describe("people", () => {
  test("coordinators invite into their own branch, and never hand out more than they have", () => {
    expect(mayInvite(coordinator, { role: "member", networkId: NEPAL.id })).toBe(true);
    expect(mayInvite(coordinator, { role: "member", networkId: GUATEMALA.id })).toBe(false);
    expect(mayInvite(coordinator, { role: "coordinator", networkId: NEPAL.id })).toBe(false);
    expect(mayInvite(coordinator, { role: "admin", networkId: NEPAL.id })).toBe(false);
  });

  test("only coordinators and administrators see the list, and only administrators change anyone, never themselves", () => {
    expect(ROLES.filter((role) => maySeePeople(viewer(role)))).toEqual(["coordinator", "admin"]);
    expect(ROLES.filter((role) => mayManage(viewer(role), { id: "another" }))).toEqual(["admin"]);
    expect(mayManage(viewer("admin"), { id: "someone" })).toBe(false);
  });

  test("only administrators edit the tree of networks", () => {
    expect(ROLES.filter((role) => mayEditNetworks(viewer(role)))).toEqual(["admin"]);
  });
});

/** Which roles may, of viewers in Asia's continental network; the coordinator coordinates learning. */
const rolesThat = (may: (one: Viewer) => boolean) =>
  ROLES.filter((role) => may(viewer(role, role === "coordinator" ? { boards: ["learning"] } : {})));
const SPEAKING = ["member", "committee", "coordinator", "admin"];
const suggestion = { authorId: "another", board: "learning", state: "submitted" } as const;
const own = { ...suggestion, authorId: "someone" } as const;

describe("suggestions", () => {
  test("everyone but observers suggests and supports, nobody their own, and only what still waits", () => {
    expect(rolesThat(maySuggest)).toEqual(SPEAKING);
    expect(rolesThat((one) => maySupport(one, suggestion))).toEqual(SPEAKING);
    expect(rolesThat((one) => maySupport(one, own))).toEqual([]);
    expect(rolesThat((one) => maySupport(one, { ...suggestion, state: "declined" }))).toEqual([]);
  });

  test("its author rewords it until it is answered", () => {
    expect(rolesThat((one) => mayReword(one, own))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayReword(one, suggestion))).toEqual([]);
    expect(rolesThat((one) => mayReword(one, { ...own, state: "accepted" }))).toEqual([]);
    expect(isUnanswered({ state: "under-consideration" })).toBe(true);
    expect(isUnanswered({ state: "merged" })).toBe(false);
  });

  test("coordinators answer on their boards, administrators on all, nobody their own", () => {
    expect(rolesThat((one) => mayAnswerOn(one, "learning"))).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => mayAnswerOn(one, "lobbying"))).toEqual(["admin"]);
    expect(rolesThat((one) => mayAnswer(one, suggestion))).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => mayAnswer(one, own))).toEqual([]);
  });

  test("an answer changes what its writer could change: the lead network before and after", () => {
    expect(mayApplyAnswer(coordinator, "learning", [])).toBe(true);
    expect(mayApplyAnswer(coordinator, "learning", [ASIA, NEPAL])).toBe(true);
    expect(mayApplyAnswer(coordinator, "learning", [ASIA, GUATEMALA])).toBe(false);
    expect(mayApplyAnswer(coordinator, "learning", [GUATEMALA, ASIA])).toBe(false);
    expect(mayApplyAnswer(viewer("admin"), "learning", [GUATEMALA, ASIA])).toBe(true);
  });

  test("one speaks for national and continental networks of the own branch, and for those that it belongs to", () => {
    const member = viewer("member", { networkId: NEPAL.id, branch: new Set([NEPAL.id]), line: new Set([3, 2, 1]) });
    expect([NEPAL, ASIA, GUATEMALA, INTERNATIONAL].map((one) => maySpeakFor(member, one))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(maySpeakUnderMandateOf(member, INTERNATIONAL)).toBe(true);
    expect(maySpeakUnderMandateOf(member, GUATEMALA)).toBe(false);
    expect(maySpeakUnderMandateOf(viewer("observer"), ASIA)).toBe(false);
  });

  test("a member answers as their own and their national network, others as those of their branch", () => {
    const union = { id: 5, kind: "organisation" } as const;
    const member = viewer("member", { networkId: union.id, branch: new Set([5]), line: new Set([5, 3, 2, 1]) });
    expect([union, NEPAL, ASIA].map((one) => mayAnswerAs(member, one))).toEqual([true, true, false]);
    expect(rolesThat((one) => mayAnswerAs(one, NEPAL))).toEqual(["committee", "coordinator", "admin"]);
    expect(rolesThat((one) => mayAnswerAs(one, GUATEMALA))).toEqual(["admin"]);
  });
});

describe("boards and their tools", () => {
  test("coordinators work on their boards; a view for all is kept by them and changed by its owner", () => {
    expect(rolesThat((one) => mayWorkOnBoard(one, "learning"))).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => maySaveForAll(one, "lobbying"))).toEqual(["admin"]);
    expect(rolesThat((one) => mayEditTemplates(one, "lobbying"))).toEqual(["admin"]);
    expect(rolesThat((one) => mayChangeView(one, { ownerId: "someone", forAll: false }))).toEqual([...ROLES]);
    expect(rolesThat((one) => mayChangeView(one, { ownerId: "another", forAll: true }))).toEqual(["admin"]);
    expect(rolesThat((one) => mayChangeView(one, { ownerId: "another", forAll: false }))).toEqual([]);
  });

  test("an action is led from the own branch or internationally", () => {
    expect([ASIA, NEPAL, GUATEMALA, INTERNATIONAL].map((one) => mayLead(coordinator, one))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test("a register is kept by the board's coordinators, or by the networks too where it says so", () => {
    const entry = { board: "learning", network: NEPAL } as const;
    expect(rolesThat((one) => mayEditEntry(one, { ...entry, maintainers: "coordinators" }))).toEqual([
      "coordinator",
      "admin",
    ]);
    expect(rolesThat((one) => mayEditEntry(one, { ...entry, maintainers: "networks" }))).toEqual([
      "committee",
      "coordinator",
      "admin",
    ]);
    expect(rolesThat(mayEnterRates)).toEqual(["admin"]);
    expect(mayEnterRates(viewer("coordinator", { boards: ["financing"] }))).toBe(true);
  });
});

describe("the committee", () => {
  const held = { personId: "someone", networkId: ASIA.id };
  const open = { state: "open" } as const;

  test("administrators open reviews, coordinators prepare them, seat holders speak for their seat", () => {
    expect(rolesThat(mayOpenReviews)).toEqual(["admin"]);
    expect(rolesThat(maySetResponseDeadlines)).toEqual(["admin"]);
    expect(rolesThat(mayPrepareReviews)).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => maySpeakForSeat(one, held))).toEqual(SPEAKING);
    expect(rolesThat((one) => maySpeakForSeat(one, { ...held, personId: null }))).toEqual([]);
    expect(rolesThat((one) => maySitInReview(one, [{ ...held, personId: "another" }]))).toEqual(["admin"]);
  });

  test("a continent's view is written by its seats, and read by its branch, seat holders and who prepares", () => {
    expect(rolesThat((one) => mayAlign(one, ASIA, [held]))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayAlign(one, NEPAL, [{ ...held, networkId: NEPAL.id }]))).toEqual([]);
    expect(rolesThat((one) => mayReadView(one, ASIA, open, []))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayReadView(one, GUATEMALA, open, []))).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => mayReadView(one, GUATEMALA, open, [held]))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayReadView(one, GUATEMALA, { state: "closed" }, []))).toEqual([...ROLES]);
    expect(rolesThat((one) => mayCommentOnView(one, GUATEMALA))).toEqual(["admin"]);
  });

  test("observers see no meeting link", () => {
    expect(rolesThat(maySeeMeetingLink)).toEqual(SPEAKING);
  });

  test("a decision is withdrawn by who proposed it, and carried out by whom it names", () => {
    expect(rolesThat((one) => mayWithdraw(one, { proposedById: "someone" }))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayWithdraw(one, { proposedById: "another" }))).toEqual(["admin"]);
    expect(rolesThat((one) => mayCarryOut(one, { personId: null, networkId: NEPAL.id }))).toEqual(SPEAKING);
    expect(rolesThat((one) => mayCarryOut(one, { personId: null, networkId: GUATEMALA.id }))).toEqual([
      "coordinator",
      "admin",
    ]);
    expect(rolesThat((one) => mayCarryOut(one, { personId: "someone", networkId: null }))).toEqual([...ROLES]);
  });
});

describe("mail addresses", () => {
  test("are for administrators, for whoever invites into that branch, and for oneself", () => {
    const person = { id: "another", role: "member", networkId: NEPAL.id } as const;
    expect(rolesThat((one) => maySeeAddress(one, person))).toEqual(["coordinator", "admin"]);
    expect(rolesThat((one) => maySeeAddress(one, { ...person, networkId: GUATEMALA.id }))).toEqual(["admin"]);
    expect(rolesThat((one) => maySeeAddress(one, { ...person, id: "someone" }))).toEqual([...ROLES]);
  });
});
