import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { notifyOfClosing } from "~/features/committee/decisions/notify.server.ts";
import { remindOfDecisions } from "~/features/committee/decisions/reminding.server.ts";
import { change } from "~/features/core/history/change.server.ts";
import { composeDigest } from "~/features/core/notifications/digest.server.tsx";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { actionSubject } from "~/features/core/notifications/notice.ts";
import { gather } from "~/features/core/notifications/outbox-worker.server.ts";
import { unreadAt, unreadCount } from "~/features/core/notifications/queries.server.ts";
import { openDatabase } from "~db/connection.ts";
import { events, mails, notices } from "~db/schema.ts";
import { minute, toldTo } from "../../support/notices.ts";
import { committeeScene, decisionOf, QUARTER } from "../../support/reviews.ts";
import { actionOf, by, newAction, suggest } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

describe("a proposed decision", () => {
  test("is told to the seats that it waits for, and not to whoever proposed it", () => {
    const { db, asia, africa, coordinator, propose } = committeeScene();
    propose();
    expect(toldTo(db, africa)).toEqual(["decision.proposed as seat"]);
    expect(toldTo(db, asia)).toEqual([]);
    expect(toldTo(db, coordinator)).toEqual([]);
  });
});

describe("an adopted decision", () => {
  test("is told to its doer, to followers and coordinators of the actions, and to authors of the suggestions", () => {
    const { db, coordinator, propose, consent, adopt } = committeeScene();
    const author = someone(db, "member", "nepal");
    const doer = someone(db, "member", "india");
    const follower = someone(db, "observer", "insp-r");
    const elsewhere = someone(db, "coordinator", "west-africa", ["communication"]);
    const suggestion = suggest(db, author, newAction("Health cover for home workers"));
    follow(db, follower.id, actionSubject(actionOf(db, "LOB-3").id));
    db.delete(notices).run();
    const id = propose({ refs: ["LOB-3"], suggestions: [suggestion], doerId: doer.id });
    consent(id);
    adopt(id);
    expect(toldTo(db, doer)).toEqual(["decision.adopted as doer"]);
    expect(toldTo(db, follower)).toEqual(["decision.adopted as follower"]);
    expect(toldTo(db, coordinator)).toEqual(["decision.adopted as coordinator"]);
    expect(toldTo(db, author)).toEqual(["decision.adopted as author"]);
    expect(toldTo(db, elsewhere)).toEqual([]);
  });

  test("is mailed in the reader's language with what was decided, and opening it reads it", () => {
    const { db, africa, propose } = committeeScene();
    const id = propose();
    expect(gather(db, minute(5), 60_000)).toBe(1);
    const mail = db.select().from(mails).get();
    const reader = { ...africa, boards: [], language: "fr" as const, mailFrequency: "at-once" as const };
    const message = composeDigest(db, mail?.id ?? 0, reader, minute(0));
    expect(message?.subject).toContain("We hold a seminar.");
    expect(message?.text).toContain(`/decisions/${id}`);
    expect(message?.text).toContain("> We hold a seminar.");
    expect(unreadAt(db, africa, `/decisions/${id}`, minute(6))).toBe(0);
    expect(unreadCount(db, africa.id)).toBe(0);
  });
});

describe("whoever carries it out", () => {
  const due = "2026-12-15";
  const at = (on: string) => new Date(`${on}T06:07:00Z`);

  test("is reminded a week before and on the day, once each, whatever runs or starts anew in between", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const doer = someone(db, "member", "india");
    const id = propose({ doerId: doer.id, dueOn: due });
    consent(id);
    adopt(id);
    db.delete(notices).run();
    expect(remindOfDecisions(db, at("2026-12-07"))).toBe(0);
    expect(remindOfDecisions(db, at("2026-12-08"))).toBe(1);
    expect(remindOfDecisions(db, at("2026-12-08"))).toBe(0);
    // Another process, or this one after a restart.
    const other = openDatabase(db.$client.name);
    expect(remindOfDecisions(other, at("2026-12-10"))).toBe(0);
    expect(remindOfDecisions(other, at(due))).toBe(1);
    other.$client.close();
    expect(remindOfDecisions(db, at(due))).toBe(0);
    expect(remindOfDecisions(db, at("2027-01-15"))).toBe(0);
    expect(toldTo(db, doer)).toEqual(["decision.due as doer", "decision.due as doer"]);
    expect(decisionOf(db, id).remindedAt).toEqual(at(due));
  });

  test("is not reminded of what is done, not adopted, or without a day", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const doer = someone(db, "member", "india");
    propose({ text: "Not adopted.", doerId: doer.id, dueOn: due });
    const dayless = propose({ text: "Without a day.", doerId: doer.id });
    consent(dayless);
    adopt(dayless);
    expect(remindOfDecisions(db, at(due))).toBe(0);
    expect(db.select().from(events).where(eq(events.kind, "decision.due")).all()).toEqual([]);
  });

  test("is everybody of the network where no person is named", () => {
    const { db, propose, consent, adopt } = committeeScene();
    const nepal = someone(db, "member", "nepal");
    const india = someone(db, "member", "india");
    const id = propose({ doerNetworkId: nepal.networkId, dueOn: due });
    consent(id);
    adopt(id);
    db.delete(notices).run();
    remindOfDecisions(db, at(due));
    expect(toldTo(db, nepal)).toEqual(["decision.due as doer"]);
    expect(toldTo(db, india)).toEqual([]);
  });
});

test("when a review is closed, seats and members are told what was decided", () => {
  const { db, reviewId, admin, africa, propose, consent, adopt } = committeeScene();
  const nepal = someone(db, "member", "nepal");
  const observer = someone(db, "observer", "insp-r");
  const id = propose();
  consent(id);
  adopt(id);
  db.delete(notices).run();
  change(db, by(admin), (tx, record) => {
    const event = record({
      kind: "review.closed",
      reviewId,
      before: null,
      after: { quarter: "2026-Q3", sha256: "" },
    });
    notifyOfClosing(tx, by(admin), event, reviewId);
  });
  expect(toldTo(db, africa)).toEqual(["review.closed as seat"]);
  expect(toldTo(db, nepal)).toEqual(["review.closed as member"]);
  expect([...toldTo(db, observer), ...toldTo(db, admin)]).toEqual([]);
  gather(db, minute(5), 60_000);
  const mail = db.select().from(mails).where(eq(mails.personId, nepal.id)).get();
  const reader = { ...nepal, boards: [], language: "en" as const, mailFrequency: "at-once" as const };
  const message = composeDigest(db, mail?.id ?? 0, reader, minute(0));
  expect(message?.text).toContain("The committee closed this review, with 1 decision:");
  expect(message?.text).toContain("We hold a seminar.");
  expect(message?.text).toContain(`/reviews/${QUARTER}`);
  expect(unreadAt(db, nepal, `/reviews/${QUARTER}`, minute(6))).toBe(0);
});
