import { describe, expect, test } from "vitest";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { commentOnAction } from "~/features/plan/comments/mutations.server.ts";
import { changesPanelAlone, refOf, withPanel } from "~/features/plan/panel/address.ts";
import { loadPanel } from "~/features/plan/panel/panel.server.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { someone } from "../../support/viewers.ts";

function setUp(role: "coordinator" | "member" = "coordinator") {
  const db = seededDatabase();
  const viewer = someone(db, role, "asia", ["lobbying"]);
  const networks = allNetworks(db);
  const load = (panel: string) =>
    loadPanel({
      db,
      viewer,
      networks,
      language: "en",
      at: TODAY,
      url: new URL(`http://plan.example/boards/lobbying?panel=${encodeURIComponent(panel)}`),
    } as unknown as SignedInVisit);
  return { db, viewer, load };
}

describe("the panel", () => {
  test("is of the action that the address names, however it is written, and of none that there is not", () => {
    const { load } = setUp();
    expect(load("LOB-3")?.ref).toBe("LOB-3");
    expect(load(" lob-3 ")?.ref).toBe("LOB-3");
    expect(load("LOB-999")).toBeNull();
    expect(load("")).toBeNull();
  });

  test("offers choices to those who work on the action alone", () => {
    expect(setUp().load("LOB-3")?.choices.leads).not.toEqual([]);
    const { choices } = setUp("member").load("LOB-3") ?? {};
    expect(choices).toEqual({ quarters: [], leads: [], people: [] });
  });

  test("asks as many statements for a talk of forty as for one of two", () => {
    const { db, viewer, load } = setUp();
    const actionId =
      db
        .select({ id: actions.id, ref: actions.ref })
        .from(actions)
        .all()
        .find(({ ref }) => ref === "LOB-3")?.id ?? 0;
    const comment = () =>
      commentOnAction(db, { personId: viewer.id, at: TODAY }, viewer, {
        actionId,
        text: "See LOB-4.",
        language: "en",
        replyTo: null,
        notify: [],
      });
    for (let i = 0; i < 2; i++) comment();
    const few = statementsOf(db, () => load("LOB-3"));
    for (let i = 0; i < 38; i++) comment();
    expect(statementsOf(db, () => load("LOB-3"))).toBe(few);
    expect(load("LOB-3")?.comments.total).toBe(40);
  });
});

describe("the panel's address", () => {
  const at = (path: string) => new URL(path, "http://plan.example");
  const step = (from: string, to: string, formMethod?: string) =>
    changesPanelAlone({ currentUrl: at(from), nextUrl: at(to), formMethod });

  test("keeps all else of its list's", () => {
    expect(withPanel("?view=table&shown=planned:62,done:62", "LOB-4")).toBe(
      "?view=table&shown=planned:62,done:62&panel=LOB-4",
    );
    expect(withPanel("?view=table&panel=LOB-4", null)).toBe("?view=table");
    expect(withPanel("?panel=LOB-4", null)).toBe("?");
  });

  test("is of a link to the page of an action itself", () => {
    expect(refOf("/actions/LOB-4")).toBe("LOB-4");
    expect([refOf("/actions/LOB-4/edit"), refOf("/actions/new"), refOf("/boards/lobbying")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("leaves the list as it is where nothing else changes", () => {
    expect(step("/boards/lobbying", "/boards/lobbying?panel=LOB-4")).toBe(true);
    expect(step("/boards/lobbying?q=a&panel=LOB-4", "/boards/lobbying?q=a&panel=LOB-5")).toBe(true);
    expect(step("/boards/lobbying?panel=LOB-4", "/boards/lobbying?panel=LOB-4")).toBe(false);
    expect(step("/boards/lobbying", "/boards/lobbying?q=a&panel=LOB-4")).toBe(false);
    expect(step("/boards/lobbying", "/boards/learning?panel=LOB-4")).toBe(false);
    expect(step("/boards/lobbying", "/boards/lobbying?panel=LOB-4", "POST")).toBe(false);
  });
});
