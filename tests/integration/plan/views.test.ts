import { describe, expect, test } from "vitest";
import type { Viewer } from "~/features/core/policy.ts";
import { savedQuery } from "~/features/plan/boards/addresses.ts";
import { removeView, renameView, saveView, VIEWS_MOST } from "~/features/plan/saved-views/mutations.server.ts";
import { viewsOn } from "~/features/plan/saved-views/queries.server.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

function setUp() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const member = someone(db, "member", "nepal");
  const admin = someone(db, "admin", "asia");
  const keep = (who: Viewer, name: string, forAll: boolean, query = "view=table&sort=-due&moved=4&page=3") =>
    saveView(db, { personId: who.id, at: TODAY }, who, { board: "lobbying", name, query, forAll }) ?? 0;
  const names = (who: Viewer) => viewsOn(db, "lobbying", who.id).map(({ name }) => name);
  const by = (who: Viewer) => ({ personId: who.id, at: TODAY });
  return { db, coordinator, member, admin, keep, names, by };
}

const status = (work: () => unknown) => {
  try {
    work();
    return 200;
  } catch (refusal) {
    return (refusal as { status: number }).status;
  }
};

describe("saved views", () => {
  test("are seen by their owner, and by all where they are for all; without what is of the moment", () => {
    const { db, coordinator, member, keep, names } = setUp();
    keep(coordinator, "What is late", true);
    keep(coordinator, "Élan", false);
    keep(member, "Mine", false, "mine=1");
    expect(names(coordinator)).toEqual(["Élan", "What is late"]);
    expect(names(member)).toEqual(["Mine", "What is late"]);
    expect(viewsOn(db, "lobbying", member.id)[1]?.query).toBe("sort=-due&view=table");
    expect(viewsOn(db, "learning", coordinator.id)).toEqual([]);
  });

  test("are kept for all by those who work on the board alone", () => {
    const { member, keep, names } = setUp();
    expect(status(() => keep(member, "For all", true))).toBe(403);
    expect(names(member)).toEqual([]);
  });

  test("are renamed and removed by their owner; administrators any for all; what one does not see is not there", () => {
    const { db, coordinator, member, admin, keep, names, by } = setUp();
    const forAll = keep(coordinator, "For all", true);
    const own = keep(coordinator, "Own", false);
    const rename = (who: Viewer, id: number) =>
      status(() => renameView(db, by(who), who, { board: "lobbying", id, name: "Anew" }));
    expect([rename(member, forAll), rename(member, own), rename(admin, own), rename(admin, forAll)]).toEqual([
      403, 404, 404, 200,
    ]);
    expect(status(() => removeView(db, by(member), member, { board: "lobbying", id: forAll }))).toBe(403);
    // An address of another board does not reach it.
    expect(status(() => removeView(db, by(coordinator), coordinator, { board: "learning", id: own }))).toBe(404);
    expect(names(coordinator)).toEqual(["Anew", "Own"]);
    removeView(db, by(coordinator), coordinator, { board: "lobbying", id: own });
    removeView(db, by(admin), admin, { board: "lobbying", id: forAll });
    expect(names(coordinator)).toEqual([]);
  });

  test("have a limit for each person and board", () => {
    const { coordinator, member, keep } = setUp();
    for (let i = 0; i < VIEWS_MOST; i++) keep(coordinator, `View ${i}`, false);
    expect(keep(coordinator, "One more", false)).toBe(0);
    expect(keep(member, "Another person's", false)).toBeGreaterThan(0);
  });
});

test("two addresses that show the same are kept the same", () => {
  const kept = (search: string) => savedQuery(new URLSearchParams(search));
  expect(kept("view=table&level=national&together=9&q=")).toBe(kept("level=national&view=table&page=2"));
});
