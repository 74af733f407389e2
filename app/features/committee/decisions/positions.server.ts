import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { SeatPosition } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { decisionSubject } from "~/features/core/notifications/notice.ts";
import { add, notify } from "~/features/core/notifications/notify.server.ts";
import type { SeatChanged } from "~/features/people/networks/seat-changes.server.ts";
import type { Database } from "~db/connection.ts";
import { decisions, presences, reviews, seatPositions, signOffs } from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import { seatsAtEvent } from "./seats-then.server.ts";

/*
 * What seats say to decisions that are not decided yet. A position belongs to the person and the network that recorded it:
 * when another holder, account or network takes the seat, or the seat is removed, it lapses.
 */

export type Position = ReturnType<typeof positionsOn>[number];

/**
 * Returns the positions on proposed decisions, in the order of the seats. List, page, meeting, pack and the rule read this
 * one query, so that none counts a seat that another leaves out. 1 statement.
 */
export function positionsOn(db: Database | Transaction, which: SQL | undefined) {
  return db
    .select({
      decisionId: seatPositions.decisionId,
      seatId: seatPositions.seatId,
      position: seatPositions.position,
      reason: seatPositions.reason,
      language: seatPositions.language,
      holder: seats.holder,
      networkId: seats.networkId,
    })
    .from(seatPositions)
    .innerJoin(decisions, eq(decisions.id, seatPositions.decisionId))
    .innerJoin(seats, eq(seats.id, seatPositions.seatId))
    .where(and(eq(decisions.state, "proposed"), which))
    .orderBy(asc(seatPositions.seatId), asc(seatPositions.decisionId))
    .all();
}

/**
 * Lets lapse what a seat said to open decisions, its presence at open reviews and its signatures under them, in the
 * transaction that changes the seat. Whoever holds it from now on is told of each decision that waits for them.
 */
export function lapseOfSeat(tx: Transaction, record: RecordEvent, by: By, changed: SeatChanged): void {
  const { seatId, before } = changed;
  const said = tx
    .select({
      id: seatPositions.id,
      decisionId: seatPositions.decisionId,
      position: seatPositions.position,
      reviewId: decisions.reviewId,
    })
    .from(seatPositions)
    .innerJoin(decisions, eq(decisions.id, seatPositions.decisionId))
    .where(and(eq(seatPositions.seatId, seatId), eq(decisions.state, "proposed")))
    .orderBy(asc(seatPositions.decisionId))
    .all();
  for (const one of said) lapse(tx, record, by, { ...one, ...changed });
  const open = tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.state, "open"));
  const signed = and(eq(signOffs.seatId, seatId), inArray(signOffs.reviewId, open));
  for (const { reviewId } of tx.select({ reviewId: signOffs.reviewId }).from(signOffs).where(signed).all())
    record({
      kind: "review.sign-off-lapsed",
      reviewId,
      networkId: before.networkId,
      before: { seat: seatId, holder: before.holder },
      after: null,
    });
  tx.delete(signOffs).where(signed).run();
  const present = and(eq(presences.seatId, seatId), inArray(presences.reviewId, open));
  for (const { reviewId } of tx.select({ reviewId: presences.reviewId }).from(presences).where(present).all())
    record({ kind: "review.attended", reviewId, before: { seat: seatId }, after: null });
  tx.delete(presences).where(present).run();
}

interface Lapsing extends SeatChanged {
  id: number;
  decisionId: number;
  reviewId: number;
  position: SeatPosition;
}

function lapse(tx: Transaction, record: RecordEvent, by: By, lapsing: Lapsing): void {
  const { id, decisionId, reviewId, seatId, position, before, personId } = lapsing;
  tx.delete(seatPositions).where(eq(seatPositions.id, id)).run();
  const event = record({
    kind: "decision.lapsed",
    reviewId,
    decisionId,
    networkId: before.networkId,
    before: { seat: seatId, holder: before.holder, position },
    after: null,
  });
  if (personId) notify(tx, by, event, decisionSubject(decisionId), add(new Map(), [personId], "seat"));
}

/**
 * Lets lapse the positions on open decisions whose seat changed before positions lapsed with it, as history tells. Returns
 * how many.
 */
export function lapseFormerPositions(db: Database, at: Date): number {
  const former = formerPositions(db);
  if (former.length > 0)
    change(db, { personId: null, at }, (tx, record) => {
      for (const one of former) lapse(tx, record, { personId: null, at }, one);
    });
  return former.length;
}

function formerPositions(db: Database): Lapsing[] {
  const said = db.all<{
    id: number;
    decisionId: number;
    reviewId: number;
    seatId: number;
    position: SeatPosition;
    event: number | null;
    saidBy: string;
    holder: string | null;
    networkId: number | null;
    personId: string | null;
  }>(sql`
    select t.id, t.decision_id as decisionId, d.review_id as reviewId, t.seat_id as seatId, t.position, t.person_id as saidBy,
      s.holder, s.network_id as networkId, s.person_id as personId,
      (select max(e.id) from events as e where e.decision_id = t.decision_id and e.kind = 'decision.position-recorded'
        and e.after ->> '$.seat' = t.seat_id) as event
    from seat_positions as t join decisions as d on d.id = t.decision_id left join seats as s on s.id = t.seat_id
    where d.state = 'proposed' order by t.id`);
  return said.flatMap(({ event, saidBy, holder, networkId, ...row }) => {
    const then = event === null ? undefined : seatsAtEvent(db, event).find(({ id }) => id === row.seatId);
    const before = { holder: then?.holder ?? holder ?? "", networkId: then?.networkId ?? networkId ?? 0 };
    const same = row.personId === saidBy && before.holder === holder && before.networkId === networkId;
    return same ? [] : [{ ...row, before }];
  });
}
