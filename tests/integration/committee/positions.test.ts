import { describe, expect, test } from "vitest";
import { decidedIn } from "~/features/committee/decisions/decided.server.ts";
import { listDecisions } from "~/features/committee/decisions/list.server.ts";
import { lapseFormerPositions } from "~/features/committee/decisions/positions.server.ts";
import { decisionScreen } from "~/features/committee/decisions/screen.server.ts";
import { meetingScreen } from "~/features/committee/meeting/screen.server.ts";
import { signOff } from "~/features/committee/reviews/closing.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { editProfile } from "~/features/people/accounts/mutations.server.ts";
import { editNetwork } from "~/features/people/networks/mutations.server.ts";
import { allNetworks, committeeSeats } from "~/features/people/networks/queries.server.ts";
import { editSeat, removeSeat } from "~/features/people/networks/seats.server.ts";
import { TODAY } from "../../support/database.ts";
import { snapshotOf } from "../../support/quarter.ts";
import { committeeScene, QUARTER } from "../../support/reviews.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

type Scene = ReturnType<typeof committeeScene>;

/** How many consents each screen counts for a decision: list, page, meeting, pack. */
function consentsOf({ db, admin, reviewId }: Scene, id: number) {
  const networks = allNetworks(db);
  const filters = { show: "all", state: null, review: null, doer: null, page: 1 } as const;
  const listed = listDecisions(db, filters, "en", TODAY).decisions.find((one) => one.id === id);
  const page = decisionScreen(db, id, { viewer: admin, networks, language: "en" });
  const review = findReview(db, QUARTER);
  if (!review) throw new Error("It is open.");
  const decisionsItem = review.agenda.findIndex(({ kind }) => kind === "decisions") + 1;
  const asked = { viewer: admin, networks, language: "en", at: TODAY } as const;
  const meeting = meetingScreen(db, review, asked, { item: decisionsItem, page: 1 });
  const item = meeting.item as unknown as { decisions: { id: number; consents: number }[] };
  return {
    list: listed?.consents,
    page: page?.seats.filter(({ position }) => position === "consent").length,
    meeting: item.decisions.find((one) => one.id === id)?.consents,
    pack: decidedIn(db, reviewId, networks)
      .find((one) => one.id === id)
      ?.stands.filter(({ stand }) => stand === "consent").length,
  };
}

const all = (n: number) => ({ list: n, page: n, meeting: n, pack: n });

const seatOf = ({ db }: Scene, id: number) => {
  const seat = committeeSeats(db).find((one) => one.id === id);
  if (!seat) throw new Error(`There is no seat ${id}.`);
  return seat;
};

const lapsed = ({ db }: Scene) =>
  db.$client
    .prepare(
      "select decision_id, before ->> '$.holder' as holder, before ->> '$.position' as position from events where kind = 'decision.lapsed'",
    )
    .all();

describe("a position on an open decision lapses", () => {
  test("with the seat that is removed: list, page, meeting and pack count the same", () => {
    const scene = committeeScene();
    const id = scene.propose();
    scene.consent(id);
    expect(consentsOf(scene, id)).toEqual(all(2));
    removeSeat(scene.db, by(scene.admin), scene.admin, scene.seats.africa);
    expect(consentsOf(scene, id)).toEqual(all(1));
    expect(lapsed(scene)).toEqual([{ decision_id: id, holder: "Dr Ingrid Mulamba", position: "consent" }]);
  });

  test.each(["holder", "account", "network"] as const)(
    "with another %s; the successor is told and says it anew",
    (what) => {
      const scene = committeeScene();
      const { db, admin, reviewId, africa, seats } = scene;
      const id = scene.propose();
      scene.consent(id);
      signOff(db, by(africa), africa, { reviewId, seatId: seats.africa, signs: true });
      const successor = someone(db, "committee", "asia");
      const seat = seatOf(scene, seats.africa);
      const networkId = allNetworks(db).find(({ slug }) => slug === "west-africa")?.id ?? 0;
      editSeat(db, by(admin), admin, seat.id, {
        ...seat,
        ...(what === "holder" && { holder: "Somebody Else", personId: successor.id }),
        ...(what === "account" && { personId: successor.id }),
        ...(what === "network" && { networkId }),
      });
      expect(consentsOf(scene, id)).toEqual(all(1));
      expect(lapsed(scene)).toEqual([{ decision_id: id, holder: "Dr Ingrid Mulamba", position: "consent" }]);
      const told = db.$client
        .prepare(
          "select n.person_id from notices n join events e on e.id = n.event_id where e.kind = 'decision.lapsed'",
        )
        .pluck()
        .all();
      expect(told).toEqual([what === "network" ? africa.id : successor.id]);
      const after = snapshotOf(db, QUARTER, TODAY).seats.find((one) => one.id === seat.id);
      expect(after).toMatchObject({ signedOff: null, present: false });
      const holder = what === "network" ? africa : successor;
      scene.say(id, holder, seat.id, "abstention");
      expect(consentsOf(scene, id)).toEqual(all(1));
    },
  );

  test("not with another capacity, nor on what is decided", () => {
    const scene = committeeScene();
    const { db, admin, seats } = scene;
    const [open, decided] = [scene.propose(), scene.propose({ text: "Decided." })];
    for (const id of [open, decided]) scene.consent(id);
    scene.adopt(decided);
    editSeat(db, by(admin), admin, seats.africa, { ...seatOf(scene, seats.africa), capacity: "thematic-coordinator" });
    expect(consentsOf(scene, open)).toEqual(all(2));
    removeSeat(db, by(admin), admin, seats.africa);
    expect([consentsOf(scene, open), consentsOf(scene, decided)]).toEqual([all(1), all(2)]);
  });

  test("when the server starts, where its seat changed before positions lapsed with it", () => {
    const scene = committeeScene();
    const { db, seats, asia } = scene;
    const id = scene.propose();
    scene.consent(id);
    expect(lapseFormerPositions(db, TODAY)).toBe(0);
    const events = db.$client.prepare(
      "insert into events (at, kind, network_id, before, after) values (1, 'seat.edited', ?, ?, ?)",
    );
    const { holder, networkId, capacity } = seatOf(scene, seats.africa);
    const before = { seat: seats.africa, holder, networkId, capacity };
    events.run(networkId, JSON.stringify(before), JSON.stringify({ ...before, holder: "Somebody Else" }));
    db.$client.prepare("update seats set holder = 'Somebody Else' where id = ?").run(seats.africa);
    db.$client.prepare("update seats set person_id = null where id = ?").run(seats.asia);
    expect([lapseFormerPositions(db, TODAY), lapseFormerPositions(db, TODAY)]).toEqual([2, 0]);
    expect(consentsOf(scene, id)).toEqual(all(0));
    expect(lapsed(scene)).toMatchObject([{ holder: seatOf(scene, seats.asia).holder }, { holder }]);
    expect(asia.role).toBe("committee");
  });
});

test("lists name decided decisions as they were decided: doer, network and what seats said", () => {
  const scene = committeeScene();
  const { db, admin, asia, seats } = scene;
  const node = allNetworks(db).find(({ slug }) => slug === "asia");
  if (!node) throw new Error("The seed has Asia.");
  const id = scene.propose({ doerId: asia.id, doerNetworkId: node.id });
  scene.consent(id);
  scene.adopt(id);
  const filters = { show: "all", state: null, review: null, doer: null, page: 1 } as const;
  const before = listDecisions(db, filters, "en", TODAY).decisions;
  const names = { nl: "A", fr: "B", es: "C", en: "D" };
  const { slug: _, id: networkId, version, ...rest } = node;
  editNetwork(db, by(admin), admin, networkId, version, { ...rest, names });
  editProfile(db, by(asia), asia, { name: "Another name", language: "en" });
  removeSeat(db, by(admin), admin, seats.africa);
  expect(listDecisions(db, filters, "en", TODAY).decisions).toEqual(before);
  expect(before).toMatchObject([{ doer: asia.name, network: "Asia", consents: 2 }]);
});
