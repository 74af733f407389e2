import { desc, eq } from "drizzle-orm";
import type { Language, LookOutcome } from "~/domain.ts";
import { type By, change, type RecordEvent, type Transaction } from "~/features/core/history/change.server.ts";
import { mayCarryOut, mayChairDecisions, mayWithdraw, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { decisionLooks, decisions, reviews } from "~db/schema/committee.ts";
import { networks } from "~db/schema/people.ts";
import { applyChanges, type Checked, NotApplied } from "./applying.server.ts";
import { committeeAt, votesOf } from "./committee.server.ts";
import { type DecisionRow, loadDecision, loadOpenDecision, mustSit } from "./mutations.server.ts";
import { notifyOfAdoption, notifyOfDone, notifyOfRejection } from "./notify.server.ts";
import { positionsOn } from "./positions.server.ts";
import { writeRecord } from "./record.server.ts";
import { type Missing, type MissingToReject, missingFor, missingToReject } from "./rule.ts";

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
      const { row, review } = loadOpenDecision(tx, id, () => mustSit(tx, viewer));
      if (row.version !== version) return { status: "stale" };
      const missing = missingFor(review, votesIn(tx, row));
      if (missing.length > 0) return { status: "missing", missing };
      settle(tx, row, { state: "adopted", decidedAt: by.at });
      const event = record({
        kind: "decision.adopted",
        reviewId: row.reviewId,
        decisionId: id,
        before: null,
        after: { wording: row.text, planChanges: row.planChanges },
      });
      applyChanges(tx, record, by, row, seen);
      if (row.revisitsId) recordLook(tx, record, by, viewer, row.revisitsId, changedBy(row));
      writeRecord(tx, id, by.at);
      notifyOfAdoption(tx, by, event, row);
      return { status: "adopted" };
    });
  } catch (error) {
    if (error instanceof NotApplied) return { status: "not-applied", checked: error.checked };
    throw error;
  }
}

export type SettleResult = { status: "settled" } | { status: "stale" };

export type Rejected =
  | SettleResult
  /** The committee has not refused it under the rule; whoever chairs may say so all the same, and has to say that it is sure. */
  | { status: "not-refused"; missing: MissingToReject[] };

/**
 * Rejects a decision where the rule says so. An administrator who chairs may reject it all the same, with `sure`. Throws as
 * `adoptDecision`.
 */
export function rejectDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, why, sure = false }: { id: number; version: number; why: string; sure?: boolean },
): Rejected {
  return change(db, by, (tx, record): Rejected => {
    const { row, review } = loadOpenDecision(tx, id, () => mustSit(tx, viewer));
    if (row.version !== version) return { status: "stale" };
    const missing = missingToReject(review, votesIn(tx, row));
    if (missing.length > 0 && !(sure && mayChairDecisions(viewer))) return { status: "not-refused", missing };
    settle(tx, row, { state: "rejected", decidedAt: by.at });
    const event = record({
      kind: "decision.rejected",
      reviewId: row.reviewId,
      decisionId: id,
      before: null,
      after: {},
      why: why || null,
    });
    writeRecord(tx, id, by.at);
    notifyOfRejection(tx, by, event, row);
    return { status: "settled" };
  });
}

/**
 * Takes back what one proposed oneself; administrators, what anybody did. Also once its review is closed: an open decision
 * that a later review has taken over is withdrawn there.
 *
 * @throws Refusal 403 for whoever did not propose it, 404 for an unknown decision, 409 once it is decided
 */
export function withdrawDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, why }: { id: number; version: number; why: string },
): SettleResult {
  return change(db, by, (tx, record): SettleResult => {
    const { row } = loadDecision(tx, id);
    if (!mayWithdraw(viewer, row)) throw new Refusal(403, `${viewer.id} did not propose decision ${id}`);
    if (row.state !== "proposed") throw new Refusal(409, `Decision ${id} is ${row.state}.`);
    if (row.version !== version) return { status: "stale" };
    settle(tx, row, { state: "withdrawn", decidedAt: by.at });
    const event = record({
      kind: "decision.withdrawn",
      reviewId: row.reviewId,
      decisionId: id,
      before: null,
      after: null,
      why: why || null,
    });
    writeRecord(tx, id, by.at);
    notifyOfRejection(tx, by, event, row);
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
    const doneAt = row.doneAt ?? by.at;
    settle(tx, row, { doneAt: done ? doneAt : null });
    const event = record({
      kind: "decision.done",
      reviewId: row.reviewId,
      decisionId: id,
      before: done ? null : { on: doneAt.toISOString() },
      after: done ? { on: doneAt.toISOString() } : null,
    });
    notifyOfDone(tx, by, event, row);
  });
}

export interface Look {
  id: number;
  version: number;
  outcome: "kept" | "ended";
  reason: string;
  language: Language;
  /** The next day on which to look at a decision that is kept; null for none. */
  until: string | null;
}

/**
 * The committee has looked at an adopted decision again in an open review: it keeps it, with another day on which to look
 * again or none, or ends it. That it is changed is said by the decision that changes it.
 *
 * @throws Refusal 403 for whoever has no seat, 404 for an unknown decision, 409 where no review is open or it has ended
 */
export function lookAgain(db: Database, by: By, viewer: Viewer, look: Look): SettleResult {
  const { id, version, outcome, reason, language, until } = look;
  return change(db, by, (tx, record): SettleResult => {
    const { row } = loadDecision(tx, id);
    mustSit(tx, viewer);
    if (row.version !== version) return { status: "stale" };
    if (row.state !== "adopted" || row.endedAt) throw new Refusal(409, `Decision ${id} is not before a review.`);
    recordLook(tx, record, by, viewer, id, { outcome, reason, language, until: outcome === "kept" ? until : null });
    return { status: "settled" };
  });
}

interface ReconsideredOutcome {
  outcome: LookOutcome;
  reason: string;
  language: Language;
  until: string | null;
  /** The review that looked at it; the newest that is open where none is named. */
  reviewId?: number;
  byDecisionId?: number;
}

/** What a decision says of the earlier one that it changes: its own text is the reason. */
function changedBy({ id, reviewId, text, language }: DecisionRow): ReconsideredOutcome {
  return { outcome: "changed", reason: text, language, until: null, reviewId, byDecisionId: id };
}

/** Writes what came of another look, in the review that looked at it and not in the one that adopted it. */
function recordLook(
  tx: Transaction,
  record: RecordEvent,
  by: By,
  viewer: Viewer,
  decisionId: number,
  { outcome, reason, language, until, reviewId: named, byDecisionId }: ReconsideredOutcome,
): void {
  const row = loadDecision(tx, decisionId).row;
  // A decision that changes one that is no longer in force says nothing new about it.
  if (row.state !== "adopted" || row.endedAt) return;
  const reviewId = named ?? newestOpen(tx);
  if (!reviewId) throw new Refusal(409, `Decision ${decisionId} is not before a review.`);
  const before = row.lookAgainOn;
  settle(tx, row, { lookAgainOn: until, ...(outcome === "kept" ? {} : { endedAt: by.at }) });
  tx.insert(decisionLooks)
    .values({
      decisionId,
      reviewId,
      outcome,
      reason,
      language,
      byDecisionId: byDecisionId ?? null,
      personId: viewer.id,
      at: by.at,
    })
    .run();
  record({
    kind: "decision.looked-at",
    reviewId,
    decisionId,
    before: null,
    after: { outcome, lookAgainOn: until, lookedAtFor: before, ...(byDecisionId && { by: byDecisionId }) },
    why: reason,
  });
}

function newestOpen(tx: Transaction): number | undefined {
  return tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(eq(reviews.state, "open"))
    .orderBy(desc(reviews.quarter))
    .limit(1)
    .get()?.id;
}

function settle(tx: Transaction, row: DecisionRow, values: Partial<DecisionRow>): void {
  tx.update(decisions)
    .set({ ...values, version: row.version + 1 })
    .where(eq(decisions.id, row.id))
    .run();
}

function votesIn(tx: Transaction, row: DecisionRow) {
  const said = positionsOn(tx, eq(decisions.id, row.id));
  const committee = committeeAt(tx, tx.select().from(networks).all(), row.reviewId);
  return votesOf(committee, new Map(said.map(({ seatId, position }) => [seatId, position])));
}
