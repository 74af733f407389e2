import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { mayBeResponsible, type Viewer } from "~/features/core/policy.ts";
import { myLists } from "~/features/home/my/queries.server.ts";
import { evaluationHasWorked } from "~/features/people/accounts/evaluation.server.ts";
import { editProfile } from "~/features/people/accounts/mutations.server.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { bulkEdit } from "~/features/plan/actions/bulk-edit.server.ts";
import { createAction, type Edit, editAction } from "~/features/plan/actions/mutations.server.ts";
import { peopleChoices, responsibleFault } from "~/features/plan/actions/responsible.server.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import { boardColumns } from "~/features/plan/boards/queries.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { suspend, toldTo } from "../../support/notices.ts";
import { entered, opened, snapshotOf } from "../../support/quarter.ts";
import { actionOf, amendmentOf, answer, by, day, editOf, networkOf, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/** An action that Nepal leads, its coordinator, somebody of Nepal's and somebody of Guatemala's. */
function scene() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const own = someone(db, "member", "nepal");
  const other = someone(db, "member", "guatemala");
  const ref = entered(db, TODAY, {});
  const set = (changes: Partial<Edit>, who: Viewer | null = coordinator, at = TODAY) => {
    const action = actionOf(db, ref);
    const input = { ...editOf(action), ...changes };
    return editAction(db, { personId: who?.id ?? null, at }, who, { ref, version: action.version, input }).status;
  };
  const named = () => actionOf(db, ref).responsibleId;
  return { db, coordinator, own, other, ref, set, named };
}

function cards(db: Database, viewer: Viewer, query: string): string[] {
  const networks = allNetworks(db);
  const state = readBoardState(new URLSearchParams(query), "lobbying");
  const asked = {
    board: "lobbying" as const,
    state,
    viewer,
    networks,
    language: "en" as const,
    now: quarterOf(TODAY),
    at: TODAY,
  };
  return boardColumns(db, asked).flatMap((column) => column.cards.map((card) => card.ref));
}

describe("who may be responsible", () => {
  test("an account of the lead network's branch, and any where the international network leads", () => {
    const branch = new Set([2, 5]);
    expect(mayBeResponsible({ networkId: 5 }, { id: 2, kind: "continental" }, branch)).toBe(true);
    expect(mayBeResponsible({ networkId: 7 }, { id: 2, kind: "continental" }, branch)).toBe(false);
    expect(mayBeResponsible({ networkId: 7 }, { id: 1, kind: "international" }, branch)).toBe(true);
  });

  test("nobody of another branch, whatever the form says", () => {
    const { db, coordinator, own, other, set, named } = scene();
    expect(set({ responsible: other.id })).toBe("person-not-in-branch");
    expect(set({ responsible: "nobody-known" })).toBe("person-gone");
    expect(set({ responsible: own.id })).toBe("saved");
    expect(named()).toBe(own.id);
    const input = { ...editOf(actionOf(db, "LOB-1")), responsible: other.id, lead: networkOf(db, "nepal").id };
    const create = () =>
      createAction(db, by(coordinator), coordinator, {
        ...input,
        stage: "proposed",
        level: "national",
        origin: "direct",
      });
    expect(create).toThrow(/may not be responsible/);
  });

  test("another lead network asks for somebody else, and an answer, which cannot ask, leaves nobody", () => {
    const { db, own, set, named, ref } = scene();
    const admin = someone(db, "admin", "insp-r");
    expect(set({ responsible: own.id })).toBe("saved");
    const guatemala = networkOf(db, "guatemala").id;
    expect(set({ lead: guatemala }, admin)).toBe("person-not-in-branch");
    expect(set({ lead: networkOf(db, "asia").id, level: "continental" }, admin)).toBe("saved");
    const suggested = suggest(db, own, amendmentOf(db, ref, { lead: guatemala }));
    answer(db, admin, suggested, "accepted", {}, day(1));
    expect(named()).toBeNull();
    const [line] = latestLines(db, { actionId: actionOf(db, ref).id }, "en", 1);
    expect(line?.changes).toContainEqual({ field: "responsible", before: own.name, after: null });
  });

  test("who has left stays named until somebody else is, and cannot be named anew", () => {
    const { db, own, set, named, ref } = scene();
    set({ responsible: own.id });
    suspend(db, own);
    expect(set({ priority: "low" })).toBe("saved");
    expect(named()).toBe(own.id);
    const choices = peopleChoices(db, { networks: allNetworks(db), language: "en" }, networkOf(db, "nepal").id, own.id);
    expect(choices.find(({ id }) => id === own.id)).toMatchObject({ gone: true, fits: true });
    expect(set({ responsible: null })).toBe("saved");
    expect(set({ responsible: own.id })).toBe("person-gone");
    const { lead } = editOf(actionOf(db, ref));
    expect(responsibleFault(db, { lead, responsible: own.id }, { lead, responsible: own.id })).toBeNull();
  });

  test("several actions at once name the one that cannot", () => {
    const { db, own, ref } = scene();
    const admin = someone(db, "admin", "insp-r");
    const guatemala = entered(db, TODAY, { lead: networkOf(db, "guatemala").id });
    const choose = (...refs: string[]) => refs.map((one) => ({ ref: one, version: actionOf(db, one).version }));
    const together = (...refs: string[]) =>
      bulkEdit(db, by(admin), admin, { board: "lobbying", chosen: choose(...refs), changes: { responsible: own.id } });
    expect(together(ref, guatemala)).toEqual({
      status: "hindered",
      by: [{ ref: guatemala, why: "person-not-in-branch" }],
    });
    expect(actionOf(db, ref).responsibleId).toBeNull();
    expect(together(ref)).toMatchObject({ status: "changed" });
    expect(actionOf(db, ref).responsibleId).toBe(own.id);
  });
});

describe("whoever is responsible", () => {
  test("is told once, and not by themselves", () => {
    const { db, coordinator, own, set, ref } = scene();
    set({ responsible: own.id });
    set({ priority: "low" });
    expect(toldTo(db, own)).toEqual(["action.edited as doer"]);
    const asia = networkOf(db, "asia").id;
    set({ responsible: coordinator.id, lead: asia, level: "continental" });
    expect(toldTo(db, coordinator)).toEqual([]);
    const created = { ...editOf(actionOf(db, ref)), responsible: own.id, stage: "proposed" as const };
    createAction(db, by(coordinator), coordinator, { ...created, origin: "direct" });
    expect(toldTo(db, own)).toEqual(["action.edited as doer", "action.created as doer"]);
  });

  test("finds the action among their own, on the board and in their part", () => {
    const { db, other, ref, set } = scene();
    const lead = networkOf(db, "insp-r").id;
    expect(cards(db, other, "mine=1")).not.toContain(ref);
    expect(set({ responsible: other.id, lead })).toBe("saved");
    expect(cards(db, other, "mine=1")).toContain(ref);
    expect(cards(db, other, `responsible=${other.id}`)).toEqual([ref]);
    const mine = { viewer: other, networks: allNetworks(db), language: "en" as const, at: TODAY };
    expect(myLists(db, mine).responsible.rows.map((one) => one.ref)).toEqual([ref]);
  });

  test("is named in a review as they were called then", () => {
    const { db, own, set, ref } = scene();
    const admin = someone(db, "admin", "insp-r");
    opened(db, admin, "2026-Q4", TODAY);
    const old = own.name;
    set({ responsible: own.id });
    const added = () =>
      snapshotOf(db, "2026-Q4", day(60))
        .boards.flatMap((board) => board.added)
        .find((one) => one.ref === ref);
    editProfile(db, by(own, day(50)), own, { name: "Another name", language: "en" });
    expect(added()?.responsible).toBe(old);
    set({ responsible: null });
    expect(added()).not.toHaveProperty("responsible");
  });

  test("counts as an account that has worked, where accounts for trying are looked at", () => {
    const { db, own, set } = scene();
    db.update(people).set({ email: "somebody@evaluation.invalid" }).where(eq(people.id, own.id)).run();
    const before = evaluationHasWorked(db);
    set({ responsible: own.id });
    expect([before, evaluationHasWorked(db)]).toEqual([false, true]);
  });
});
