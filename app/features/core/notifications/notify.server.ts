import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Board } from "~/domain.ts";
import type { By, Transaction } from "~/features/core/history/change.server.ts";
import { follows, notices } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import type { NotificationReason } from "~db/stored/notifications.ts";
import { actionSubject, boardSubject, type NotificationSubject } from "./notice.ts";

/*
 * Who is told of what. Notices are written with the event that they tell of, in its transaction: nobody misses one, and
 * what was rolled back is told to nobody. Nobody is told of what they did themselves.
 */

/** People and why each of them is told; where there are several reasons, the nearest stands. */
export type Audience = Map<string, NotificationReason>;

/** The lower, the nearer to the person. */
const DISTANCE: Record<NotificationReason, number> = {
  replied: 0,
  doer: 1,
  author: 2,
  mentioned: 3,
  seat: 4,
  supporter: 5,
  coordinator: 6,
  follower: 7,
  member: 8,
};

export function add(audience: Audience, people: Iterable<string>, reason: NotificationReason): Audience {
  for (const person of people) {
    const known = audience.get(person);
    if (!known || DISTANCE[reason] < DISTANCE[known]) audience.set(person, reason);
  }
  return audience;
}

/** Writes an event's notices, but for whoever brought it about and for those who are suspended. 2 statements at most. */
export function notify(
  tx: Transaction,
  by: By,
  eventId: number,
  subject: NotificationSubject,
  audience: Audience,
): void {
  if (by.personId) audience.delete(by.personId);
  if (audience.size === 0) return;
  const reachable = tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...audience.keys()]), isNull(people.suspendedAt)))
    .all();
  const rows = reachable.map(({ id }) => {
    const reason = audience.get(id) ?? "follower";
    return { personId: id, eventId, subject, reason, at: by.at };
  });
  if (rows.length > 0) tx.insert(notices).values(rows).run();
}

/** What becomes of an action, for those who follow it or one of its boards: two when it goes from one to another. */
export function notifyOfAction(tx: Transaction, by: By, eventId: number, actionId: number, ...boards: Board[]): void {
  notify(
    tx,
    by,
    eventId,
    actionSubject(actionId),
    followersOf(tx, actionSubject(actionId), ...boards.map(boardSubject)),
  );
}

/** Adds those to whom an action goes back: whose suggestion it came of. */
export type AddOrigin = (tx: Transaction, actionId: number, audience: Audience) => void;

let registered: AddOrigin | undefined;

/** Called once, at the composition root of what writes (`app/listeners.server.ts`). */
export function registerOrigin(add: AddOrigin): void {
  registered = add;
}

/** @throws where nothing was registered: those who suggested the action would never hear of it */
const addOrigin: AddOrigin = (tx, actionId, audience) => {
  if (!registered) throw new Error("Nobody is registered behind actions: app/listeners.server.ts was not loaded.");
  registered(tx, actionId, audience);
};

/** A change of stage: for those too whose suggestion the action came of, or was shaped by. */
export function notifyOfMove(tx: Transaction, by: By, eventId: number, action: { id: number; board: Board }): void {
  const audience = followersOf(tx, actionSubject(action.id), boardSubject(action.board));
  addOrigin(tx, action.id, audience);
  notify(tx, by, eventId, actionSubject(action.id), audience);
}

/** A move that is taken back before anybody has read of it was never news; those who have are told that it was. */
export function notifyOfUndo(
  tx: Transaction,
  by: By,
  { move, undone }: { move: number; undone: number },
  action: { id: number },
): void {
  notify(tx, by, undone, actionSubject(action.id), withdrawUnheard(tx, move));
}

/** Takes back the notices of an event that nobody has read or been mailed yet. Returns those who have heard of it. */
export function withdrawUnheard(tx: Transaction, eventId: number): Audience {
  const ofEvent = eq(notices.eventId, eventId);
  tx.delete(notices)
    .where(and(ofEvent, isNull(notices.readAt), isNull(notices.mailId)))
    .run();
  const told = tx.select({ id: notices.personId, reason: notices.reason }).from(notices).where(ofEvent).all();
  return new Map(told.map(({ id, reason }) => [id, reason]));
}

export function followersOf(tx: Transaction, ...subjects: NotificationSubject[]): Audience {
  const found = tx.select({ id: follows.personId }).from(follows).where(inArray(follows.subject, subjects)).all();
  return add(new Map(), ids(found), "follower");
}

/** The coordinators of a board. */
export function coordinatorsOf(tx: Transaction, board: Board, audience: Audience = new Map()): Audience {
  const found = tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.role, "coordinator"),
        sql`exists (select 1 from json_each(${people.boards}) where value = ${board})`,
      ),
    )
    .all();
  return add(audience, ids(found), "coordinator");
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
