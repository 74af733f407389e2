import { describe, expect, test } from "vitest";
import { lookedAtAgain } from "~/features/committee/decisions/decided.server.ts";
import {
  adoptDecision,
  lookAgain,
  rejectDecision,
  withdrawDecision,
} from "~/features/committee/decisions/deciding.server.ts";
import { completeRecords, recordOf } from "~/features/committee/decisions/record.server.ts";
import { decisionScreen } from "~/features/committee/decisions/screen.server.ts";
import { closeReview, signOff } from "~/features/committee/reviews/closing.server.ts";
import { frozenOf } from "~/features/committee/reviews/frozen.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { openReview as openByAdmin } from "~/features/committee/reviews/mutations.server.ts";
import { readSnapshot } from "~/features/committee/reviews/read-snapshot.server.ts";
import { reviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { editProfile } from "~/features/people/accounts/mutations.server.ts";
import { editNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks, committeeSeats } from "~/features/people/networks/queries.server.ts";
import { editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import type { Database } from "~db/connection.ts";
import { migrateDatabase } from "~db/migrate.ts";
import { TODAY } from "../../support/database.ts";
import { rewriteHistory } from "../../support/history.ts";
import { MEETING, snapshotOf } from "../../support/quarter.ts";
import { committeeScene, decisionOf, openReview, QUARTER } from "../../support/reviews.ts";
import { by } from "../../support/suggestions.ts";

const LATER = new Date("2027-01-20T12:00:00Z");

type Scene = ReturnType<typeof committeeScene>;

/** Everything that once changed what a decided decision said: names, a successor, a seat that is gone. */
function muchChanges({ db, admin, asia, seats }: Scene): void {
  const [name, seat] = [{ nl: "A", fr: "B", es: "C", en: "D" }, committeeSeats(db).find(({ id }) => id === seats.asia)];
  const { id, slug: _, version, ...rest } = allNetworks(db).find(({ slug }) => slug === "asia") as never as Network;
  editNetwork(db, by(admin, LATER), admin, id, version, { ...rest, names: name });
  if (seat) editSeat(db, by(admin, LATER), admin, seat.id, { ...seat, holder: "A successor" });
  removeSeat(db, by(admin, LATER), admin, seats.africa);
  editProfile(db, by(asia, LATER), asia, { name: "Another name", language: "en" });
}
type Network = ReturnType<typeof allNetworks>[number];

const close = ({ db, admin, reviewId }: Scene, at = LATER) =>
  closeReview(db, by(admin, at), admin, { reviewId, networks: allNetworks(db) });

describe("a decided decision", () => {
  test("keeps who sat and what they said, whatever becomes of them; its screen shows nothing else", () => {
    const scene = committeeScene();
    const { db, asia, seats, propose, consent, adopt } = scene;
    const id = propose({ refs: ["LOB-1"], doerId: asia.id });
    consent(id);
    adopt(id);
    const screen = () => {
      const shown = decisionScreen(db, id, { viewer: scene.admin, networks: allNetworks(db), language: "en" });
      if (!shown) throw new Error(`There is no decision ${id}.`);
      return shown;
    };
    const before = screen();
    expect(before.seats.filter(({ position }) => position)).toMatchObject([
      { id: seats.asia, position: "consent", network: "Asia" },
      { id: seats.africa, position: "consent", holder: "Dr Ingrid Mulamba", network: "Central Africa" },
    ]);
    muchChanges(scene);
    expect(screen()).toEqual(before);
  });

  test("from before records is rebuilt from history, seats that are gone and names of then with it", () => {
    const scene = committeeScene();
    const { db, propose, consent, adopt } = scene;
    const id = propose();
    consent(id);
    adopt(id);
    const written = recordOf(db, id);
    muchChanges(scene);
    forget(db);
    expect(recordOf(db, id)).toEqual(written);
    expect([completeRecords(db), completeRecords(db)]).toEqual([1, 0]);
    expect(recordOf(db, id)).toEqual(written);
    expect(() => db.$client.exec("update decision_records set record = '{}'")).toThrow(/never edited/);
  });

  /** As a database from before records: nothing of them, and no numbers of seats in events, until the program starts. */
  function forget(db: Database): void {
    db.$client.exec("drop trigger decision_records_are_not_removed; delete from decision_records");
    rewriteHistory(db, ({ kind, before, after }) => {
      if (!kind.startsWith("seat.")) return { before, after };
      return { before: before && { ...before, seat: undefined }, after: after && { ...after, seat: undefined } };
    });
    db.$client.exec("update history_format set version = 1");
    migrateDatabase(db);
  }
});

describe("a closed review", () => {
  test("of the first format is completed from history as it stood at the closing", async () => {
    const scene = committeeScene();
    const { db, admin, reviewId } = scene;
    close(scene);
    const frozen = frozenOf(db, reviewId)?.snapshot;
    if (!frozen) throw new Error("It is closed.");
    const { continents: _, network, ...rest } = frozen;
    const first = JSON.stringify({
      ...rest,
      format: 1,
      heard: frozen.heard.map(({ networkId: __, ...one }) => one),
      views: [],
      seats: frozen.seats.map(({ id: __, changedSince: ___, ...seat }) => seat),
      network: { members: 97, national: network.entered.national, continental: network.entered.continental },
    });
    muchChanges(scene);
    expect(readSnapshot(db, reviewId, first)).toEqual({ ...frozen, views: [] });
    expect(() => readSnapshot(db, reviewId, '{"format":3}')).toThrow(/unknown/);
    const review = findReview(db, QUARTER);
    if (!review) throw new Error("There is a review.");
    const seen = {
      viewer: admin,
      networks: allNetworks(db),
      language: "en" as const,
      at: LATER,
      url: new URL("http://a/"),
    };
    expect((await reviewScreen(db, review, seen)).views.map(({ name }) => name)).toContain("Asia");
  });

  test("hands what was left undecided to the next one, where it is decided; until then it can be withdrawn", () => {
    const scene = committeeScene();
    const { db, asia, admin, consent, propose } = scene;
    const [left, gone] = [propose(), propose({ text: "Never mind." })];
    close(scene);
    expect(withdrawDecision(db, by(asia, LATER), asia, { id: gone, version: 1, why: "" }).status).toBe("settled");
    openByAdmin(db, by(admin, LATER), admin, "2027-Q1", MEETING);
    expect(decisionOf(db, left).reviewId).toBe(findReview(db, "2027-Q1")?.id);
    consent(left);
    db.$client.exec("update reviews set quorum = 2");
    const version = decisionOf(db, left).version;
    expect(adoptDecision(db, by(asia, LATER), asia, { id: left, version }).status).toBe("adopted");
    expect(frozenOf(db, scene.reviewId)?.snapshot.decisions.map(({ state }) => state)).toEqual([
      "proposed",
      "proposed",
    ]);
  });
});

test("what an early closing leaves is taken over by the next review that is open or opened, whichever its quarter", () => {
  const scene = committeeScene();
  const { db, admin, propose } = scene;
  const left = propose();
  close(scene, TODAY);
  openByAdmin(db, by(admin, TODAY), admin, "2026-Q2", MEETING);
  const taken = findReview(db, "2026-Q2");
  expect(decisionOf(db, left).reviewId).toBe(taken?.id);
  openByAdmin(db, by(admin, TODAY), admin, "2026-Q1", MEETING);
  closeReview(db, by(admin, TODAY), admin, { reviewId: taken?.id ?? 0, networks: allNetworks(db) });
  expect(decisionOf(db, left).reviewId).toBe(findReview(db, "2026-Q1")?.id);
});

test("a signature from before a change is renewed in one step; signing again what stayed the same changes nothing", () => {
  const scene = committeeScene();
  const { db, asia, seats, propose, consent, adopt } = scene;
  const sign = () => signOff(db, by(asia), asia, { reviewId: scene.reviewId, seatId: seats.asia, signs: true }).status;
  const changed = () => snapshotOf(db, QUARTER, TODAY).seats.find(({ id }) => id === seats.asia)?.changedSince;
  const id = propose();
  consent(id);
  expect([sign(), sign()]).toEqual(["signed", "unchanged"]);
  adopt(id);
  expect([changed(), sign(), changed()]).toEqual([true, "signed", false]);
});

test("a sign-off is bound to what was signed: a decision adopted afterwards shows", () => {
  const scene = committeeScene();
  const { db, asia, seats, propose, consent, adopt } = scene;
  const changed = () => snapshotOf(db, QUARTER, TODAY).seats.find(({ id }) => id === seats.asia)?.changedSince;
  const id = propose();
  consent(id);
  expect(changed()).toBeNull();
  signOff(db, by(asia), asia, { reviewId: scene.reviewId, seatId: seats.asia, signs: true });
  expect(changed()).toBe(false);
  adopt(id);
  expect(changed()).toBe(true);
  close(scene, TODAY);
  const frozen = frozenOf(db, scene.reviewId)?.snapshot.seats.find((seat) => seat.id === seats.asia);
  expect(frozen).toMatchObject({ signedOff: TODAY.toISOString(), changedSince: true });
});

describe("what a seat says", () => {
  test("leaves the reason of an objection behind when it turns to consent, and asks for a new one when it turns back", () => {
    const { db, asia, seats, propose, say } = committeeScene();
    const id = propose();
    const said = () => db.$client.prepare("select position, reason from seat_positions").all();
    say(id, asia, seats.asia, "objection", "Not without Latin America.");
    say(id, asia, seats.asia, "consent", "Not without Latin America.");
    expect(said()).toEqual([{ position: "consent", reason: "" }]);
    expect(say(id, asia, seats.asia, "objection").status).toBe("reason-missing");
  });
});

describe("refusing a decision", () => {
  test("takes an objection and the quorum; one seat alone cannot, and an administrator confirms", () => {
    const { db, asia, africa, admin, seats, propose, consent, say } = committeeScene();
    const reject = (who: typeof asia, id: number, sure = false) =>
      rejectDecision(db, by(who), who, { id, version: decisionOf(db, id).version, why: "", sure });
    const held = propose();
    consent(held);
    expect(reject(asia, held)).toMatchObject({ status: "not-refused", missing: [{ what: "no-objection" }] });
    expect(reject(asia, held, true).status).toBe("not-refused");
    expect(reject(admin, held).status).toBe("not-refused");
    const objected = propose({ text: "Otherwise." });
    say(objected, africa, seats.africa, "objection", "Too soon.");
    expect(reject(asia, objected).status).toBe("settled");
    expect(reject(admin, held, true).status).toBe("settled");
  });
});

test("looking again has an outcome: kept with its reason, changed by another decision, ended", () => {
  const scene = committeeScene();
  const { db, asia, propose, consent, adopt, admin } = scene;
  const [kept, changed, ended] = ["Keep.", "Change.", "End."].map((text) =>
    propose({ text, lookAgainOn: "2027-02-01" }),
  );
  for (const id of [kept, changed, ended] as number[]) {
    consent(id);
    adopt(id);
  }
  close(scene);
  const next = openReview(db, { quarter: "2027-Q1" });
  const look = (id: number, outcome: "kept" | "ended") =>
    lookAgain(db, by(asia, LATER), asia, {
      id,
      version: decisionOf(db, id).version,
      outcome,
      reason: `Because: ${outcome}`,
      language: "en",
      until: "2028-01-01",
    });
  look(kept as number, "kept");
  look(ended as number, "ended");
  db.$client.exec(`update reviews set state = 'closed' where id <> ${next}`);
  const review = findReview(db, "2027-Q1");
  if (!review) throw new Error("It is open.");
  expect(lookedAtAgain(db, review, LATER)).toMatchObject([
    { id: ended, outcome: { what: "ended", reason: { text: "Because: ended" }, until: null } },
    { id: changed, outcome: null },
    { id: kept, outcome: { what: "kept", until: "2028-01-01" } },
  ]);
  expect(decisionOf(db, ended as number).endedAt).toEqual(LATER);
  expect(() => look(ended as number, "kept")).toThrow(/not before a review/);
  expect(admin.role).toBe("admin");
});

test("what stands so already is no change", () => {
  const { db, propose } = committeeScene();
  db.$client.exec("update actions set priority = 'high' where ref = 'LOB-1'");
  const id = propose({
    planChanges: [
      { ref: "LOB-1", priority: "high", due: "2027-Q4" },
      { ref: "LOB-2", stage: "under-way" },
    ],
  });
  expect(decisionOf(db, id).planChanges.map(({ was: _, ...change }) => change)).toEqual([
    { ref: "LOB-1", due: "2027-Q4" },
  ]);
});
