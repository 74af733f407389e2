import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Assessment } from "~/domain.ts";
import { assess, attend, turnTo } from "~/features/committee/meeting/mutations.server.ts";
import { readMeeting } from "~/features/committee/meeting/schemas.ts";
import { meetingScreen } from "~/features/committee/meeting/screen.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import type { Database } from "~db/connection.ts";
import { assessments, events, presences, reviews } from "~db/schema.ts";
import { TODAY } from "../../support/database.ts";
import { AGENDA, committeeScene, QUARTER } from "../../support/reviews.ts";
import { actionOf, by, day, edit } from "../../support/suggestions.ts";

const statusOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
  return 200;
};

const LOBBYING = AGENDA.findIndex((item) => item.kind === "board" && item.board === "lobbying");

function screenOf(db: Database, viewer: Viewer, query = "", at = TODAY) {
  const review = db.select().from(reviews).where(eq(reviews.quarter, QUARTER)).get();
  if (!review) throw new Error("There is no review.");
  const asked = { viewer, networks: allNetworks(db), language: "en" as const, at };
  return meetingScreen(db, review, asked, readMeeting(new URLSearchParams(query)));
}

const boardOf = (db: Database, viewer: Viewer, at = TODAY) => {
  const { item } = screenOf(db, viewer, `item=${LOBBYING + 1}`, at);
  if (item?.kind !== "board") throw new Error("It is no board.");
  return item;
};

const find = (db: Database, viewer: Viewer, ref: string) =>
  boardOf(db, viewer).actions.find((action) => action.ref === ref);

describe("assessing", () => {
  const said = (ref: string, version: number, assessment: Assessment, note = "") => ({
    quarter: QUARTER,
    ref,
    version,
    assessment,
    note,
    language: "en" as const,
  });

  test("is one word an action and review; who was overtaken changes nothing", () => {
    const { db, asia, africa } = committeeScene();
    expect(assess(db, by(asia), asia, said("LOB-3", 0, "at-risk", "No host."))).toEqual({
      status: "saved",
      version: 1,
    });
    expect(assess(db, by(africa), africa, said("LOB-3", 0, "on-track")).status).toBe("stale");
    expect(find(db, africa, "LOB-3")).toMatchObject({ assessment: "at-risk", note: "No host.", by: asia.name });
    expect(assess(db, by(africa), africa, said("LOB-3", 1, "on-track"))).toEqual({ status: "saved", version: 2 });
    expect(assess(db, by(africa), africa, said("LOB-3", 2, "on-track"))).toEqual({ status: "saved", version: 2 });
    expect(db.select().from(assessments).all()).toHaveLength(1);
    const told = db.select().from(events).where(eq(events.kind, "review.assessed")).all();
    expect(told.map(({ before, after }) => [before?.assessment ?? null, after?.assessment])).toEqual([
      [null, "at-risk"],
      ["at-risk", "on-track"],
    ]);
  });

  test("is for seats and administrators, while the review is open", () => {
    const { db, reviewId, asia, coordinator, admin } = committeeScene();
    expect(statusOf(() => assess(db, by(coordinator), coordinator, said("LOB-3", 0, "on-track")))).toBe(403);
    expect(statusOf(() => assess(db, by(asia), asia, said("LOB-999", 0, "on-track")))).toBe(404);
    expect(statusOf(() => assess(db, by(admin), admin, said("LOB-3", 0, "on-track")))).toBe(200);
    db.update(reviews).set({ state: "closed" }).where(eq(reviews.id, reviewId)).run();
    expect(statusOf(() => assess(db, by(asia), asia, said("LOB-3", 1, "at-risk")))).toBe(409);
  });
});

describe("the actions of a board", () => {
  test("are those that are open, and those done or dropped in the quarter, the late ones first", () => {
    const { db, asia } = committeeScene();
    const before = boardOf(db, asia).actions.map(({ ref }) => ref);
    const [first, second, third] = before;
    const move = (ref: string | undefined, at: Date) =>
      moveAction(db, { personId: null, at }, null, {
        ref: ref ?? "",
        version: actionOf(db, ref ?? "").version,
        stage: "dropped",
        outcome: { en: "No money." },
      });
    expect(move(first, day(-30)).status).toBe("moved");
    expect(move(second, new Date("2026-08-01T00:00:00Z")).status).toBe("moved");
    edit(db, third ?? "", { start: null, due: "2026-Q1" });
    const after = boardOf(db, asia);
    expect(after.actions[0]).toMatchObject({ ref: third, late: 3 });
    expect(after.actions.at(-1)).toMatchObject({ ref: first, stage: "dropped" });
    expect(after.actions.some(({ ref }) => ref === second)).toBe(false);
    expect(after.total).toBe(before.length - 1);
  });
});

describe("who is there", () => {
  test("each seat marks itself, whoever leads the meeting marks all", () => {
    const { db, asia, africa, coordinator, seats } = committeeScene();
    const mark = (viewer: Viewer, seatId: number, present: boolean) =>
      statusOf(() => attend(db, by(viewer), viewer, { quarter: QUARTER, seatId, present }));
    expect(db.select().from(presences).all()).toHaveLength(2);
    expect(mark(asia, seats.africa, false)).toBe(403);
    expect(mark(africa, seats.africa, false)).toBe(200);
    expect(mark(africa, seats.africa, false)).toBe(200);
    expect(db.select().from(presences).all()).toHaveLength(1);
    expect(mark(coordinator, seats.africa, true)).toBe(200);
    expect(mark(coordinator, 999, true)).toBe(404);
    const marks = db.select().from(events).where(eq(events.kind, "review.attended")).all();
    expect(marks).toHaveLength(4);
    expect(screenOf(db, asia).seats.filter(({ present }) => present)).toHaveLength(2);
  });
});

describe("where the meeting is", () => {
  test("is turned by whoever prepares reviews, and followed unless one looks elsewhere", () => {
    const { db, asia, coordinator } = committeeScene();
    const turn = (viewer: Viewer, item: number) =>
      statusOf(() => turnTo(db, by(viewer), viewer, { quarter: QUARTER, item }));
    expect(turn(asia, 2)).toBe(403);
    expect(turn(coordinator, 99)).toBe(404);
    expect(turn(coordinator, 2)).toBe(200);
    expect(screenOf(db, asia)).toMatchObject({ shown: 2, following: true, item: { kind: "board", board: "learning" } });
    expect(screenOf(db, asia, "item=1")).toMatchObject({ shown: 0, atItem: 2, following: false });
    expect(screenOf(db, asia, "item=999")).toMatchObject({ shown: AGENDA.length - 1 });
    expect(db.select().from(reviews).get()?.version).toBe(1);
  });
});
