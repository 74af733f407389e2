import { eq, inArray } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { maySitInReview, type Viewer } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { differingFields, sameValue } from "~/lib/same-value.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, decisions, reviews, seatPositions } from "~db/schema/committee.ts";
import { people, seats } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import type { EventOf } from "~db/stored/events.ts";
import type { PlanChange } from "~db/stored/plan-change.ts";
import { planStateOf, rowsOf } from "./applying.server.ts";
import { withoutUnchanged } from "./changes.ts";
import { notifyOfProposal } from "./notify.server.ts";

export type DecisionRow = typeof decisions.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;

/** What somebody proposes that the committee decides. */
export interface DecisionInput {
  text: string;
  language: Language;
  /** References of the actions concerned, and numbers of suggestions. */
  refs: readonly string[];
  suggestions: readonly number[];
  doerId: string | null;
  doerNetworkId: number | null;
  dueOn: string | null;
  lookAgainOn: string | null;
  /** The earlier decision that it looks at again. */
  revisitsId: number | null;
  /** An action that is changed is concerned too, named or not. */
  planChanges: readonly Omit<PlanChange, "was">[];
}

/**
 * Proposes a decision to the committee in an open review: the seats are told that it waits for them.
 *
 * @returns its number
 * @throws Refusal 403 for whoever has no seat; 404 for an unknown review, action or suggestion; 409 once it is closed
 */
export function proposeDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { quarter, ...input }: DecisionInput & { quarter: string },
): number {
  return change(db, by, (tx, record) => {
    const review = tx.select().from(reviews).where(eq(reviews.quarter, quarter)).get();
    if (!review) throw new Refusal(404, `There is no review of ${quarter}.`);
    mustSit(tx, viewer);
    mustBeOpen(review);
    const row = tx
      .insert(decisions)
      .values({
        ...valuesOf(tx, input),
        reviewId: review.id,
        state: "proposed",
        proposedById: viewer.id,
        proposedAt: by.at,
      })
      .returning()
      .get();
    writeConcerns(tx, row.id, input);
    const event = record({
      kind: "decision.proposed",
      reviewId: review.id,
      decisionId: row.id,
      before: null,
      after: recorded(tx, row),
    });
    notifyOfProposal(tx, by, event, row);
    return row.id;
  });
}

export type DecisionEdited = { status: "saved" } | { status: "unchanged" } | { status: "stale" };

/**
 * Rewords what is proposed, or changes what it would do. What seats have said was said to the earlier wording: it is set
 * aside, and they are asked anew.
 *
 * @returns `stale` when somebody changed it since that version
 * @throws Refusal as `proposeDecision`; 409 too once it is decided
 */
export function editDecision(
  db: Database,
  by: By,
  viewer: Viewer,
  { id, version, input }: { id: number; version: number; input: DecisionInput },
): DecisionEdited {
  return change(db, by, (tx, record): DecisionEdited => {
    const { row } = loadOpenDecision(tx, id, () => mustSit(tx, viewer));
    if (row.version !== version) return { status: "stale" };
    const before = recorded(tx, row);
    const values = valuesOf(tx, input, row.planChanges);
    tx.update(decisions).set(values).where(eq(decisions.id, id)).run();
    tx.delete(decisionConcerns).where(eq(decisionConcerns.decisionId, id)).run();
    writeConcerns(tx, id, input);
    const after = recorded(tx, { ...row, ...values });
    const differing = differingFields(before, after);
    if (!differing) return { status: "unchanged" };
    tx.update(decisions)
      .set({ version: row.version + 1 })
      .where(eq(decisions.id, id))
      .run();
    tx.delete(seatPositions).where(eq(seatPositions.decisionId, id)).run();
    const event = record({
      kind: "decision.edited",
      reviewId: row.reviewId,
      decisionId: id,
      ...differing,
    });
    notifyOfProposal(tx, by, event, row);
    return { status: "saved" };
  });
}

// ── Below: what the other mutations of decisions build upon ──────────────────────────────────────────────────────

/** @throws Refusal 404 */
export function loadDecision(tx: Transaction | Database, id: number): { row: DecisionRow; review: ReviewRow } {
  const found = tx
    .select({ row: decisions, review: reviews })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(eq(decisions.id, id))
    .get();
  if (!found) throw new Refusal(404, `There is no decision ${id}.`);
  return found;
}

/**
 * A decision on which something can still be said. Who may not is told so (`allow` throws) before they learn how it stands.
 *
 * @throws Refusal 404; what `allow` throws; 409 once it is decided or its review closed
 */
export function loadOpenDecision(
  tx: Transaction,
  id: number,
  allow: (row: DecisionRow) => void,
): { row: DecisionRow; review: ReviewRow } {
  const found = loadDecision(tx, id);
  allow(found.row);
  if (found.row.state !== "proposed") throw new Refusal(409, `Decision ${id} is ${found.row.state}.`);
  mustBeOpen(found.review);
  return found;
}

/** @throws Refusal 409 once it is closed */
export function mustBeOpen({ state, quarter }: ReviewRow): void {
  if (state !== "open") throw new Refusal(409, `The review of ${quarter} is closed.`);
}

/** @throws Refusal 403 for whoever has no seat and is no administrator */
export function mustSit(tx: Transaction, viewer: Viewer): void {
  if (!maySitInReview(viewer, tx.select().from(seats).all()))
    throw new Refusal(403, `${viewer.id} does not sit in the committee`);
}

function valuesOf(tx: Transaction, input: DecisionInput, earlier: readonly PlanChange[] = []) {
  const { text, language, doerId, doerNetworkId, dueOn, lookAgainOn, revisitsId } = input;
  const rows = rowsOf(tx, input.planChanges);
  const asked = input.planChanges.map((one): PlanChange => {
    const row = rows.get(one.ref);
    if (!row) throw new Refusal(404, `There is no action ${one.ref}.`);
    // What nobody touched keeps how the action stood when that was written.
    const kept = earlier.find(({ was: _, ...old }) => sameValue(old, one));
    return { ...one, was: kept?.was ?? planStateOf(row) };
  });
  const planChanges = asked.flatMap(withoutUnchanged);
  return { text, language, doerId, doerNetworkId, dueOn, lookAgainOn, revisitsId, planChanges };
}

function writeConcerns(tx: Transaction, decisionId: number, input: DecisionInput): void {
  const refs = [...new Set([...input.refs, ...input.planChanges.map(({ ref }) => ref)])];
  const found = refs.length > 0 ? tx.select().from(actions).where(inArray(actions.ref, refs)).all() : [];
  if (found.length !== refs.length) throw new Refusal(404, `Not all of ${refs.join()} are actions.`);
  const numbers = [...new Set(input.suggestions)];
  const named =
    numbers.length > 0
      ? tx.select({ id: suggestions.id }).from(suggestions).where(inArray(suggestions.id, numbers)).all()
      : [];
  if (named.length !== numbers.length) throw new Refusal(404, `Not all of ${numbers.join()} are suggestions.`);
  const rows = [
    ...found.map(({ id }) => ({ decisionId, actionId: id })),
    ...numbers.map((suggestionId) => ({ decisionId, suggestionId })),
  ];
  if (rows.length > 0) tx.insert(decisionConcerns).values(rows).run();
}

/** A decision as history keeps it. */
function recorded(tx: Transaction, row: DecisionRow): EventOf<"decision.proposed">["after"] {
  const concerns = tx
    .select({ ref: actions.ref, suggestionId: decisionConcerns.suggestionId })
    .from(decisionConcerns)
    .leftJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .where(eq(decisionConcerns.decisionId, row.id))
    .orderBy(decisionConcerns.id)
    .all();
  const doer = row.doerId
    ? tx.select({ name: people.name }).from(people).where(eq(people.id, row.doerId)).get()
    : undefined;
  return {
    wording: row.text,
    language: row.language,
    refs: concerns.flatMap(({ ref }) => ref ?? []).sort(),
    suggestions: concerns.flatMap(({ suggestionId }) => (suggestionId ? suggestionName(suggestionId) : [])).sort(),
    doer: doer?.name ?? null,
    networkId: row.doerNetworkId,
    dueOn: row.dueOn,
    lookAgainOn: row.lookAgainOn,
    planChanges: row.planChanges,
  };
}
