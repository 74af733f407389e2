import { desc, eq } from "drizzle-orm";
import { type By, change, type Transaction } from "~/features/history/change.server.ts";
import { mayCarryOut, maySitInReview, mayWithdraw, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import type { Database } from "~db/connection.ts";
import { decisions, networks, reviews, seats, stands } from "~db/schema.ts";
import { applyChanges, type Checked, NotApplied } from "./applying.server.ts";
import { committeeAt, votesOf } from "./committee.server.ts";
import { type DecisionRow, isStillOpen, loadDecision, openDecision, sits } from "./mutations.server.ts";
import { type Missing, missingFor } from "./rule.ts";
import { tellOfAdoption, tellOfDone, tellOfRefusal } from "./telling.server.ts";

export type Adopted =
  | { status: "adopted" }
  | { status: "stale" }
  /** The rule does not hold yet. */
  | { status: "missing"; missing: Missing[] }
  /** Something is in the way of what it changes, or an action has moved on unseen. */
  | { status: "not-applied"; checked: Checked[] };

/**
 * Adopts a decision under the review's rule and changes the plan as it says, in one transaction: all of it, or nothing.
 *
 * @param seen the versions of actions that have moved on, as whoever adopts it has seen and confirmed them
 * @throws Refusal 403 for whoever has no seat, 404 for an unknown decision, 409 once it is decided or its review closed
 */
export function adoptDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, seen = new Map() }: { id: number; version: number; seen?: ReadonlyMap<string, number> },
): Adopted {
  try {
    return change(db, by, (tx, record): Adopted => {
      const { row, review } = openDecision(tx, id, () => sits(tx, viewer));
      if (row.version !== version) return { status: "stale" };
      const missing = missingFor(review, votesIn(tx, row));
      if (missing.length > 0) return { status: "missing", missing };
      settle(tx, row, { state: "adopted", decidedAt: by.at });
      const event = record({
        ...{ kind: "decision.adopted", reviewId: row.reviewId, decisionId: id, before: null },
        after: { wording: row.text, planChanges: row.planChanges },
      });
      applyChanges(tx, record, by, row, seen);
      tellOfAdoption(tx, by, event, row);
      return { status: "adopted" };
    });
  } catch (error) {
    if (error instanceof NotApplied) return { status: "not-applied", checked: error.checked };
    throw error;
  }
}

export type Refused = { status: "settled" } | { status: "stale" };

/** Says that the committee did not adopt it. Throws as `adoptDecision`. */
export function rejectDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, why }: { id: number; version: number; why: string },
): Refused {
  return change(db, by, (tx, record): Refused => {
    const { row } = openDecision(tx, id, () => sits(tx, viewer));
    if (row.version !== version) return { status: "stale" };
    settle(tx, row, { state: "rejected", decidedAt: by.at });
    const event = record({
      ...{ kind: "decision.rejected", reviewId: row.reviewId, decisionId: id, before: null, after: {} },
      why: why || null,
    });
    tellOfRefusal(tx, by, event, row);
    return { status: "settled" };
  });
}

/** Takes back what one proposed oneself; administrators, what anybody did. Throws as `adoptDecision`. */
export function withdrawDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, why }: { id: number; version: number; why: string },
): Refused {
  return change(db, by, (tx, record): Refused => {
    const { row } = openDecision(tx, id, (one) => {
      if (!mayWithdraw(viewer, one)) throw new Refusal(403, `${viewer.id} did not propose decision ${id}`);
    });
    if (row.version !== version) return { status: "stale" };
    settle(tx, row, { state: "withdrawn", decidedAt: by.at });
    const event = record({
      ...{ kind: "decision.withdrawn", reviewId: row.reviewId, decisionId: id, before: null, after: null },
      why: why || null,
    });
    tellOfRefusal(tx, by, event, row);
    return { status: "settled" };
  });
}

/**
 * Says that an adopted decision is carried out, or that it is not after all: also when its review is closed.
 *
 * @throws Refusal 403 for whoever is not to do it, 404 for an unknown decision, 409 for one that is not adopted
 */
export function carryOut(db: Database, by: By, viewer: Viewer, { id, done }: { id: number; done: boolean }): void {
  change(db, by, (tx, record) => {
    const { row } = loadDecision(tx, id);
    if (!mayCarryOut(viewer, { personId: row.doerId, networkId: row.doerNetworkId }))
      throw new Refusal(403, `${viewer.id} is not to carry out decision ${id}`);
    if (row.state !== "adopted") throw new Refusal(409, `Decision ${id} is ${row.state}.`);
    if ((row.doneAt !== null) === done) return;
    settle(tx, row, { doneAt: done ? by.at : null });
    const event = record({
      ...{ kind: "decision.done", reviewId: row.reviewId, decisionId: id },
      before: done ? null : { on: row.doneAt?.toISOString() },
      after: done ? { on: by.at.toISOString() } : null,
    });
    tellOfDone(tx, by, event, row);
  });
}

/**
 * The committee has looked at an adopted decision again in an open review, and it stands: with another day on which to look
 * again, or none.
 *
 * @throws Refusal 403 for whoever has no seat, 404 for an unknown decision, 409 where no review is open
 */
export function lookAgain(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, until }: { id: number; version: number; until: string | null },
): Refused {
  return change(db, by, (tx, record): Refused => {
    const { row } = loadDecision(tx, id);
    if (!maySitInReview(viewer, tx.select().from(seats).all()))
      throw new Refusal(403, `${viewer.id} does not sit in the committee`);
    const open = tx.select().from(reviews).where(eq(reviews.state, "open")).orderBy(desc(reviews.quarter)).get();
    if (!open || row.state !== "adopted") throw new Refusal(409, `Decision ${id} is not before a review.`);
    isStillOpen(open);
    if (row.version !== version) return { status: "stale" };
    settle(tx, row, { lookAgainOn: until });
    record({
      // In the review that looked at it, not in the one that adopted it.
      ...{ kind: "decision.edited", reviewId: open.id, decisionId: id },
      ...{ before: { lookAgainOn: row.lookAgainOn }, after: { lookAgainOn: until } },
    });
    return { status: "settled" };
  });
}

function settle(tx: Transaction, row: DecisionRow, values: Partial<DecisionRow>): void {
  tx.update(decisions)
    .set({ ...values, version: row.version + 1 })
    .where(eq(decisions.id, row.id))
    .run();
}

function votesIn(tx: Transaction, row: DecisionRow) {
  const said = tx.select().from(stands).where(eq(stands.decisionId, row.id)).all();
  const committee = committeeAt(tx, tx.select().from(networks).all(), row.reviewId);
  return votesOf(committee, new Map(said.map(({ seatId, stand }) => [seatId, stand])));
}
