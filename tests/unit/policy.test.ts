import { describe, expect, test } from "vitest";
import {
  type Belonging,
  mayEditNetworks,
  mayInvite,
  mayManage,
  maySeePeople,
  mayWorkOn,
  type Viewer,
} from "~/features/policy.ts";
import { BOARDS, ROLES, type Role } from "~/words.ts";

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
const on = (board: Belonging["board"], lead: Belonging["lead"]): Belonging => ({ board, lead });

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
