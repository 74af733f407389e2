import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { USUAL_AGENDA } from "~/features/committee/reviews/agenda-form.ts";
import { canonicalJson, sumOf } from "~/features/committee/reviews/canonical.server.ts";
import { addToReview, closeReview, signOff } from "~/features/committee/reviews/closing.server.ts";
import { frozenOf } from "~/features/committee/reviews/frozen.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { openReview, prepareReview } from "~/features/committee/reviews/mutations.server.ts";
import { openReviewFor } from "~/features/committee/reviews/open-review.server.ts";
import { isWhole, verifyReviews } from "~/features/committee/reviews/verify.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { events, settings } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { entered, MEETING, moved, opened, seated } from "../../support/quarter.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const Q = "2026-Q3";

function setUp() {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const id = opened(db, admin, Q, TODAY);
  const close = (viewer: Viewer = admin) =>
    closeReview(db, by(viewer), viewer, { reviewId: id, networks: allNetworks(db) });
  const bytes = () => db.$client.prepare("select snapshot, sha256 from frozen_reviews").get();
  const kinds = () =>
    db
      .select()
      .from(events)
      .all()
      .map(({ kind }) => kind);
  return { db, admin, id, close, bytes, kinds };
}

describe("opening a review", () => {
  test("is the administrator’s, of a quarter since Geneva that has begun, and once", () => {
    const { db, admin } = setUp();
    for (const role of ["observer", "member", "committee", "coordinator"] as const) {
      const viewer = someone(db, role, "asia");
      expect(() => openReview(db, by(viewer), viewer, "2026-Q4", MEETING)).toThrow(/may not open/);
    }
    expect(() => openReview(db, by(admin), admin, "2019-Q3", MEETING)).toThrow(/no review/);
    expect(() => openReview(db, by(admin), admin, "2027-Q1", MEETING)).toThrow(/no review/);
    expect(openReview(db, by(admin), admin, "2019-Q4", MEETING).status).toBe("opened");
    expect(openReview(db, by(admin), admin, Q, MEETING)).toEqual({ status: "there-already" });
  });

  test("copies how it decides from the settings, and keeps it whatever they say later", () => {
    const { db, admin } = setUp();
    expect(findReview(db, Q)).toMatchObject({ rule: "continental-consent", quorum: 7 });
    db.insert(settings)
      .values({ name: "decisionRule", value: { rule: "majority", quorum: 5 } })
      .run();
    opened(db, admin, "2026-Q4", TODAY);
    expect(findReview(db, "2026-Q4")).toMatchObject({ rule: "majority", quorum: 5 });
    expect(findReview(db, Q)).toMatchObject({ rule: "continental-consent", quorum: 7 });
  });
});

describe("preparing a review", () => {
  const later = { ...MEETING, meetingAt: new Date("2026-12-01T13:00:00Z") };

  test("is a coordinator’s or an administrator’s; of two at once the second is told", () => {
    const { db, id } = setUp();
    const seat = someone(db, "committee", "asia");
    expect(() => prepareReview(db, by(seat), seat, { id, version: 1, meeting: later })).toThrow(/may not prepare/);
    const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
    expect(prepareReview(db, by(coordinator), coordinator, { id, version: 1, meeting: later }).status).toBe("saved");
    expect(prepareReview(db, by(coordinator), coordinator, { id, version: 1, meeting: MEETING }).status).toBe("stale");
    expect(prepareReview(db, by(coordinator), coordinator, { id, version: 2, meeting: later }).status).toBe(
      "unchanged",
    );
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "review.edited",
      reviewId: id,
      actorId: coordinator.id,
      before: { meetingAt: null },
      after: { meetingAt: "2026-12-01T13:00:00.000Z" },
    });
  });

  test("leaves a meeting at its point when others are arranged around it", () => {
    const { db, admin, id } = setUp();
    db.$client.exec("update reviews set at_item = 2");
    const agenda = [{ kind: "point" as const, about: { en: "Welcome" }, minutes: 5 }, ...USUAL_AGENDA];
    prepareReview(db, by(admin), admin, { id, version: 1, meeting: { ...MEETING, agenda } });
    expect(findReview(db, Q)?.atItem).toBe(3);
  });
});

describe("signing off", () => {
  test("is done by whoever holds the seat, taken back until it is closed, and not after", () => {
    const { db, id, close, kinds } = setUp();
    const holder = someone(db, "committee", "central-africa");
    const seatId = seated(db, holder, "central-africa");
    const other = someone(db, "committee", "asia");
    const sign = (viewer: Viewer, signs: boolean) =>
      signOff(db, by(viewer), viewer, { reviewId: id, seatId, signs }).status;
    expect(() => sign(other, true)).toThrow(/does not hold/);
    expect([sign(holder, true), sign(holder, true), sign(holder, false), sign(holder, true)]).toEqual([
      "signed",
      "unchanged",
      "taken-back",
      "signed",
    ]);
    expect(kinds().filter((kind) => kind === "review.signed-off")).toHaveLength(3);
    close();
    expect(sign(holder, false)).toBe("closed");
    const signed = frozenOf(db, id)?.snapshot.seats.filter(({ signedOff }) => signedOff);
    expect(signed).toMatchObject([{ holder: "Dr Ingrid Mulamba", signedOff: TODAY.toISOString() }]);
  });

  test("an observer signs for nobody, though a seat be tied to them", () => {
    const { db, id } = setUp();
    const observer = someone(db, "observer", "asia");
    const seatId = seated(db, observer, "asia");
    expect(() => signOff(db, by(observer), observer, { reviewId: id, seatId, signs: true })).toThrow(/does not hold/);
  });
});

describe("closing a review", () => {
  test("is the administrator’s; of two at once one wins and the other is told", () => {
    const { db, close, kinds } = setUp();
    expect(() => close(someone(db, "coordinator", "asia", ["lobbying"]))).toThrow(/may not close/);
    expect(close().status).toBe("closed");
    expect(close()).toEqual({ status: "closed-already" });
    expect(kinds().filter((kind) => kind === "review.closed")).toHaveLength(1);
  });

  test("freezes: the bytes are the same after the plan has changed, and their sum verifies", () => {
    const { db, admin, id, close, bytes } = setUp();
    const ref = entered(db, new Date("2026-05-01T00:00:00Z"), { due: Q });
    close();
    const golden = bytes() as { snapshot: string; sha256: string };
    expect(sumOf(golden.snapshot)).toBe(golden.sha256);
    expect(golden.snapshot).toBe(canonicalJson(JSON.parse(golden.snapshot)));
    moved(db, new Date("2026-12-01T00:00:00Z"), ref, "dropped", { en: "After all." });
    db.$client.exec("update networks set names = '{}'");
    addToReview(db, by(admin), admin, { reviewId: id, text: "The figure of Asia was 12.", language: "en" });
    expect(bytes()).toEqual(golden);
    expect(isWhole(verifyReviews(db))).toBe(true);
  });

  test("nobody edits or removes what is frozen or added", () => {
    const { db, admin, id, close } = setUp();
    close();
    addToReview(db, by(admin), admin, { reviewId: id, text: "A correction.", language: "en" });
    for (const sql of [
      "update frozen_reviews set snapshot = '{}'",
      "delete from frozen_reviews",
      "insert or replace into frozen_reviews select * from frozen_reviews",
      "update review_additions set text = ''",
      "delete from review_additions",
    ])
      expect(() => db.$client.exec(sql)).toThrow(/never edited/);
  });

  test("leaves nothing to prepare", () => {
    const { db, admin, id, close } = setUp();
    close();
    expect(prepareReview(db, by(admin), admin, { id, version: 2, meeting: MEETING }).status).toBe("closed");
  });
});

describe("a correction", () => {
  test("is added to a closed review alone, by an administrator, once though the form be sent twice", () => {
    const { db, admin, id, close } = setUp();
    const add = (viewer: Viewer) =>
      addToReview(db, by(viewer), viewer, { reviewId: id, text: "It was 12.", language: "en" });
    expect(() => add(admin)).toThrow(/needs no correction/);
    close();
    expect(() => add(someone(db, "coordinator", "asia", ["lobbying"]))).toThrow(/may not correct/);
    expect(add(admin)).toBe(add(admin));
  });
});

describe("verifying", () => {
  /** As an intruder would who has the file: the triggers go first. */
  const intrude = ({ $client }: ReturnType<typeof seededDatabase>, sql: string) =>
    $client.exec(`drop trigger frozen_reviews_are_not_edited; drop trigger frozen_reviews_are_not_removed; ${sql}`);

  test("finds what was changed, with its sum or without, and what is gone", () => {
    for (const [sql, finding] of [
      ["update frozen_reviews set snapshot = replace(snapshot, '2026-Q3', '2026-Q2')", "changed"],
      ["update frozen_reviews set sha256 = 'aa'", "sum-changed"],
      ["delete from frozen_reviews", "missing"],
      ["delete from frozen_reviews; update reviews set state = 'open'", "missing"],
    ] as const) {
      const { db, close } = setUp();
      close();
      expect(verifyReviews(db)).toMatchObject([{ quarter: Q, finding: "as-frozen" }]);
      intrude(db, sql);
      expect(verifyReviews(db)).toMatchObject([{ quarter: Q, finding }]);
      expect(isWhole(verifyReviews(db))).toBe(false);
    }
  });

  test("finds a row whose sum was made anew too: history has the one of the closing", () => {
    const { db, close } = setUp();
    close();
    const forged = '{"format":1}';
    intrude(db, `update frozen_reviews set snapshot = '${forged}', sha256 = '${sumOf(forged)}'`);
    expect(verifyReviews(db)).toMatchObject([{ finding: "changed" }]);
  });

  test("an open review has nothing frozen, and that is as it should be", () => {
    const { db } = setUp();
    expect(verifyReviews(db)).toEqual([{ quarter: Q, finding: "open", sha256: null }]);
    expect(isWhole(verifyReviews(db))).toBe(true);
  });

  test("`npm run verify:reviews` says what it found and ends with 1 when something is wrong", () => {
    const { db, close } = setUp();
    close();
    const run = () => {
      try {
        const env = { ...process.env, DATABASE: db.$client.name };
        return {
          code: 0,
          said: execFileSync("node", ["--import", "tsx", "scripts/verify-reviews.ts"], { env }).toString(),
        };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: Buffer };
        return { code: status, said: stdout.toString() };
      }
    };
    expect(run()).toMatchObject({ code: 0, said: expect.stringContaining(`${Q}  as it was when it was closed`) });
    intrude(db, "update frozen_reviews set snapshot = '{}'");
    expect(run()).toMatchObject({ code: 1, said: expect.stringContaining("CHANGED") });
  });
});

test("the overview says what is open, and what its reader owes", () => {
  const { db, close } = setUp();
  const holder = someone(db, "committee", "central-africa");
  seated(db, holder, "central-africa");
  const owes = { viewOf: "central-africa", toSign: true };
  expect(openReviewFor(db, holder)).toMatchObject({ quarter: Q, ...owes });
  expect(openReviewFor(db, someone(db, "member", "nepal"))).toMatchObject({ quarter: Q, viewOf: null, toSign: false });
  close();
  expect(openReviewFor(db, holder)).toBeNull();
});
