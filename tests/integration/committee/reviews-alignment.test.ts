import { describe, expect, test } from "vitest";
import { commentOnView, reportBack, viewOf, writeView } from "~/features/committee/reviews/alignment.server.ts";
import { closeReview } from "~/features/committee/reviews/closing.server.ts";
import { frozenOf } from "~/features/committee/reviews/frozen.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { viewsOf } from "~/features/committee/reviews/views.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { ensureEvaluationAccounts, removeEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { allNetworks, committeeSeats, seatAccounts } from "~/features/people/networks/queries.server.ts";
import { createSeat, editSeat } from "~/features/people/networks/seats.server.ts";
import { commentsOn } from "~/features/plan/comments/queries.server.ts";
import { events } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { toldTo } from "../../support/notices.ts";
import { opened, seated } from "../../support/quarter.ts";
import { by, networkOf } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const Q = "2026-Q3";
const SAID = { language: "fr" as const, progress: "Deux lois.", concerns: "Le budget.", asks: "Un plaidoyer commun." };

function setUp() {
  const db = seededDatabase();
  const admin = someone(db, "admin", "insp-r");
  const reviewId = opened(db, admin, Q, TODAY);
  const holder = someone(db, "committee", "central-africa");
  seated(db, holder, "central-africa");
  const of = { reviewId, network: networkOf(db, "central-africa") };
  const write = (viewer: Viewer, version = 0, said = SAID) =>
    writeView(db, by(viewer), viewer, of, { ...said, version }).status;
  const report = (viewer: Viewer, version: number, text = "Adopté.") =>
    reportBack(db, by(viewer), viewer, of, { version, report: text, language: "fr" }).status;
  const say = (viewer: Viewer, text: string) =>
    commentOnView(db, by(viewer), viewer, of, { text, replyTo: null, language: "fr" });
  const close = () => closeReview(db, by(admin), admin, { reviewId, networks: allNetworks(db) });
  return { db, admin, reviewId, holder, of, write, report, say, close };
}

test("a comment on a view names nobody who may not read it yet", () => {
  const { db, holder, write, say } = setUp();
  write(holder);
  const reads = someone(db, "member", "dr-congo");
  const doesNot = someone(db, "member", "nepal");
  say(holder, `@${reads.name} and @${doesNot.name}`);
  expect(toldTo(db, reads)).toEqual(["review.commented as mentioned"]);
  expect(toldTo(db, doesNot)).toEqual([]);
});

describe("a continental network’s view", () => {
  test("is its own seats’ to write, and nobody else’s", () => {
    const { db, holder, write } = setUp();
    const asia = someone(db, "committee", "asia");
    seated(db, asia, "asia");
    for (const viewer of [
      asia,
      someone(db, "coordinator", "central-africa", ["lobbying"]),
      someone(db, "member", "nepal"),
    ])
      expect(() => write(viewer)).toThrow(/may not speak for/);
    expect(write(holder)).toBe("saved");
  });

  test("of two who write at once the second is told, and nothing of the first is lost", () => {
    const { db, holder, of, write } = setUp();
    expect([write(holder, 0), write(holder, 0, { ...SAID, asks: "Autre chose." })]).toEqual(["saved", "stale"]);
    expect(viewOf(db, of)).toMatchObject({ ...SAID, version: 1 });
    expect([write(holder, 1), write(holder, 1, { ...SAID, asks: "Autre chose." })]).toEqual(["unchanged", "saved"]);
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "review.aligned",
      reviewId: of.reviewId,
      networkId: of.network.id,
      before: { asks: SAID.asks },
      after: { asks: "Autre chose." },
    });
  });

  test("is no longer written once the review is closed, and stands in what is frozen", () => {
    const { db, holder, reviewId, write, close } = setUp();
    write(holder);
    close();
    expect(write(holder, 1, { ...SAID, asks: "Trop tard." })).toBe("closed");
    expect(frozenOf(db, reviewId)?.snapshot.views).toMatchObject([{ ...SAID, report: "" }]);
  });

  test("the report back comes after the meeting, after closing too, and changes nothing that is frozen", () => {
    const { db, holder, of, write, report, close } = setUp();
    write(holder);
    expect(report(holder, 1)).toBe("saved");
    close();
    expect(report(holder, 2, "Adopté, et financé.")).toBe("saved");
    expect(viewOf(db, of)).toMatchObject({ report: "Adopté, et financé.", asks: SAID.asks });
    expect(frozenOf(db, of.reviewId)?.snapshot.views).toMatchObject([{ report: "Adopté." }]);
  });

  test("is commented on by its branch alone, once it is there", () => {
    const { db, holder, of, write, say } = setUp();
    const congo = allNetworks(db).find(({ parentId }) => parentId === of.network.id);
    const member = someone(db, "member", congo?.slug ?? "");
    expect(() => say(member, "Et la santé ?")).toThrow(/no view/);
    write(holder);
    expect(() => say(someone(db, "member", "nepal"), "Hello.")).toThrow(/may not comment/);
    expect(() => say(someone(db, "observer", "central-africa"), "Hello.")).toThrow(/may not comment/);
    say(member, "Et la santé ?");
    expect(toldTo(db, holder)).toEqual(["review.commented as author"]);
    const row = viewOf(db, of);
    expect(
      commentsOn(db, { alignmentId: row?.id ?? 0, reviewId: row?.reviewId ?? 0 }, { page: null, comment: null }),
    ).toMatchObject({
      total: 1,
      threads: [{ text: "Et la santé ?", by: member.name }],
    });
  });

  test("all five are listed, those that are missing too", () => {
    const { db, holder, write } = setUp();
    write(holder);
    const seen = { viewer: holder, networks: allNetworks(db), language: "en" as const };
    const views = viewsOf(db, findReview(db, Q) as NonNullable<ReturnType<typeof findReview>>, seen);
    expect(views).toHaveLength(5);
    expect(views.filter(({ said }) => said)).toMatchObject([{ slug: "central-africa", mine: true }]);
  });
});

describe("a seat’s account", () => {
  const seat = { holder: "Somebody", capacity: "representative" as const };

  test("may be one of the committee, a coordinator or an administrator, and history names it", () => {
    const { db, admin, holder } = setUp();
    const networkId = networkOf(db, "asia").id;
    const id = createSeat(db, by(admin), admin, { ...seat, networkId, personId: holder.id });
    expect(db.select().from(events).all().at(-1)).toMatchObject({
      kind: "seat.created",
      networkId,
      personId: holder.id,
      after: { account: holder.name },
    });
    for (const viewer of [someone(db, "member", "nepal"), someone(db, "observer", "asia")])
      expect(() => editSeat(db, by(admin), admin, id, { ...seat, networkId, personId: viewer.id })).toThrow(
        /may not hold/,
      );
    editSeat(db, by(admin), admin, id, { ...seat, networkId, personId: null });
    expect(committeeSeats(db).at(-1)).toMatchObject({ personId: null });
    expect(seatAccounts(db).map(({ id }) => id)).toEqual(expect.arrayContaining([admin.id, holder.id]));
    expect(seatAccounts(db).map(({ id }) => id)).not.toContain("member-nepal-");
  });

  test("for trying: the committee’s account holds a seat of Central Africa, and leaves it with the accounts", () => {
    const db = seededDatabase();
    ensureEvaluationAccounts(db, TODAY);
    ensureEvaluationAccounts(db, TODAY);
    const tied = () => committeeSeats(db).filter(({ personId }) => personId !== null);
    expect(tied()).toMatchObject([{ personId: "eval-committee", holder: "Dr Ingrid Mulamba" }]);
    removeEvaluationAccounts(db);
    expect(tied()).toEqual([]);
  });
});
