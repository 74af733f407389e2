import "~/areas.server.ts";
import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openReview } from "~/features/committee/reviews/mutations.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { OPEN_STAGES } from "~/features/plan/actions/stage.ts";
import { readBoardState } from "~/features/plan/boards/filters.ts";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import { calendarItems } from "~/features/plan/calendar/items.server.ts";
import { daysShown, monthsShown, readCalendar, withKind } from "~/features/plan/calendar/query.ts";
import { quarterOf } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions, milestones } from "~db/schema/plan.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { statementsOf } from "../../support/statements.ts";
import { suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const today = TODAY.toISOString().slice(0, 10);

function calendar(db: Database, viewer: Viewer, board: BoardScope, search: string, zone = "UTC") {
  const query = new URLSearchParams(search);
  const read = readCalendar(query, today);
  const asked = {
    board,
    state: readBoardState(query, board),
    viewer,
    networks: allNetworks(db),
    language: "en" as const,
    now: quarterOf(TODAY),
    at: TODAY,
  };
  return calendarItems(db, asked, { ...read, ...daysShown(read) }, zone);
}

describe("a calendar", () => {
  test("has each open action of a quarter on its last day, of one board or of all", () => {
    const db = seededDatabase();
    addSyntheticActions(db, 100, TODAY);
    const viewer = someone(db, "observer", "asia");
    const due = db
      .select({ ref: actions.ref })
      .from(actions)
      .where(and(eq(actions.dueQuarter, "2027-Q2"), inArray(actions.stage, [...OPEN_STAGES])))
      .all()
      .map(({ ref }) => ref);
    expect(due.length).toBeGreaterThan(0);
    const shown = calendar(db, viewer, "plan", "period=quarter&month=2027-05&show=due").items;
    expect(shown.map(({ ref }) => ref).sort()).toEqual(due.sort());
    expect(new Set(shown.map(({ first }) => first))).toEqual(new Set(["2027-06-30"]));
    expect(calendar(db, viewer, "plan", "month=2027-05&show=due").items).toEqual([]);
    const own = calendar(db, viewer, "learning", "month=2027-06&show=due").items.map(({ ref }) => ref);
    expect(own.sort()).toEqual(due.filter((ref) => ref.startsWith("LRN")));
  });

  test("has what later areas registered, and under filters of actions only these and their milestones", () => {
    const db = seededDatabase();
    const viewer = someone(db, "member", "nepal");
    suggest(db, viewer, { board: "learning" }, TODAY);
    const action = db.select().from(actions).where(eq(actions.ref, "LRN-1")).get();
    db.insert(milestones)
      .values({
        actionId: action?.id ?? 0,
        name: { en: "First draft" },
        day: today,
        state: "ahead",
        createdAt: TODAY,
      })
      .run();
    const month = (days: number) => new Date(+TODAY + days * 86_400_000).toISOString().slice(0, 7);
    const kinds = (board: BoardScope, search: string) =>
      calendar(db, viewer, board, search).items.map(({ kind }) => kind);
    expect(calendar(db, viewer, "plan", "").kinds.map(({ kind }) => kind)).toEqual([
      "due",
      "milestone",
      "window",
      "exchange",
      "publication",
      "answer",
      "decision",
      "meeting",
    ]);
    expect(kinds("learning", `month=${month(30)}&show=answer`)).toContain("answer");
    expect(kinds("lobbying", `month=${month(30)}&show=answer`)).toEqual([]);
    expect(kinds("learning", "show=milestone")).toEqual(["milestone"]);
    const filtered = calendar(db, viewer, "learning", `month=${month(30)}&level=national`);
    expect(filtered.actionsAlone).toBe(true);
    expect(filtered.kinds.map(({ kind }) => kind)).toEqual(["due", "milestone"]);
  });

  test("shows a meeting on the day that it is where the reader is", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const admin = someone(db, "admin", "asia");
    openReview(db, { personId: admin.id, at: TODAY }, admin, quarterOf(TODAY), {
      meetingAt: new Date("2027-03-31T22:30:00Z"),
      timeZone: "UTC",
      link: "",
      agenda: [],
    });
    const on = (zone: string, month: string) =>
      calendar(db, viewer, "plan", `month=${month}&show=meeting`, zone).items.map(({ first }) => first);
    expect(on("UTC", "2027-03")).toEqual(["2027-03-31"]);
    expect(on("Asia/Kathmandu", "2027-03")).toEqual([]);
    expect(on("Asia/Kathmandu", "2027-04")).toEqual(["2027-04-01"]);
  });

  test("asks one statement a kind, however many actions there are", () => {
    const db = seededDatabase();
    const viewer = someone(db, "observer", "asia");
    const ask = () => calendar(db, viewer, "plan", "period=quarter");
    ask();
    const few = statementsOf(db, ask);
    addSyntheticActions(db, 100, TODAY);
    expect(statementsOf(db, ask)).toBe(few);
  });
});

test("an address names a month or its quarter, a day, and kinds that are added and taken away", () => {
  const read = (search: string) => readCalendar(new URLSearchParams(search), "2026-11-28");
  expect(read("month=2026-13&day=2026-02-30&period=year")).toMatchObject({
    month: "2026-11",
    day: null,
    period: "month",
  });
  expect(monthsShown(read("period=quarter&month=2026-11"))).toEqual(["2026-10", "2026-11", "2026-12"]);
  expect(daysShown(read("period=quarter&month=2027-02"))).toEqual({ from: "2027-01-01", to: "2027-03-31" });
  const once = withKind(new URLSearchParams("view=calendar&day=2026-11-28"), "due");
  expect(once).toBe("?view=calendar&show=due");
  expect(withKind(new URLSearchParams(once), "due")).toBe("?view=calendar");
});
