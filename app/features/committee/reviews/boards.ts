import { BOARDS, type Board } from "~/domain.ts";
import { countsOf, progressOfAction, progressOfMany, type StageTally } from "~/features/plan/actions/progress.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { quarterAfter } from "~/lib/quarter.ts";
import { byGravity, type Known, saidOf, whyAttention } from "./attention.ts";
import type { DateRange } from "./date-range.ts";
import type { MeasuresOfQuarter } from "./measures-then.server.ts";
import type { Planned, PlanOfQuarter } from "./plan-then.server.ts";
import type { ActionInReview, AssessedInReview, BoardReview, Names, PlanStatus } from "./snapshot.ts";

/*
 * What became of the plan in a quarter, by comparing how it stood when the quarter began with how it stands. There and back
 * again within the quarter is nothing: what counts is what became of it.
 */

/** All that the figures are made of. */
export interface Figured {
  window: DateRange;
  plan: PlanOfQuarter;
  measures: MeasuresOfQuarter;
  known: Known;
  /** A lead network's names. */
  namesOf: (networkId: number) => Names;
  /** How somebody was called at the end of the window. */
  personName: (id: string) => string | null;
}

type Assessed = AssessedInReview & { actionId: number };

/** One board's part of the review. */
export function boardReview(
  figured: Figured,
  board: Board,
  names: Names,
  assessed: readonly Assessed[],
): Omit<BoardReview, "promisesBroken"> {
  const { window, plan, measures } = figured;
  const now = [...plan.now.values()].filter((one) => one.board === board).sort(byReference);
  const show = (one: Planned) => actionInReview(figured, one);
  const before = (one: Planned) => plan.then.get(one.id);
  const slipped = now.flatMap((one) => {
    const dueThen = before(one)?.due;
    return dueThen && isUnfinished(one) && slippedFrom(dueThen, one) ? [{ ...show(one), dueThen }] : [];
  });
  const moved = now.flatMap((one) => {
    const from = before(one)?.stage;
    return from && from !== one.stage && isUnfinished(one) ? [{ ...show(one), from }] : [];
  });
  const became = (stage: "done" | "dropped") =>
    now.filter((one) => one.stage === stage && before(one)?.stage !== stage).map(show);
  const attention = now
    .map((one) => ({ one, why: whyAttention(one, window, figured.known) }))
    .filter(({ why }) => why.length > 0)
    .sort(byGravity);
  const done = became("done");
  const followed = now.filter(
    ({ ref, stage }) => isOpen(stage) || stage === "on-hold" || done.some((one) => one.ref === ref),
  );
  return {
    board,
    names,
    ...planStatusOf(figured, board),
    done,
    moved,
    slipped,
    added: now.filter((one) => !before(one)).map(show),
    dropped: became("dropped"),
    attention: attention.map(({ one, why }) => {
      const checkIn = saidOf(why, one.id, figured.known);
      return checkIn ? { ...show(one), why, checkIn } : { ...show(one), why };
    }),
    keyResults: followed.flatMap(({ id, ref }) => measures.keyResults(id, ref)),
    health: healthOf(figured, now),
    assessed: assessed
      .filter(({ actionId }) => plan.now.get(actionId)?.board === board)
      .map(({ actionId: _, ...one }) => one),
  };
}

/** How far a board or the whole plan is, now and when the quarter began. */
export function planStatusOf({ window, plan, measures }: Figured, board: Board | null): PlanStatus {
  const of = (actions: ReadonlyMap<number, Planned>) =>
    [...actions.values()].filter((one) => board === null || one.board === board);
  const talliesNow = of(plan.now).map((one) => tally(one, measures.measuredNow(one.id)));
  const talliesThen = of(plan.then).map((one) => tally(one, measures.measuredThen(one.id)));
  return {
    progress: progressOfMany(talliesNow),
    progressThen: progressOfMany(talliesThen),
    counts: countsOf(talliesNow),
    countsThen: countsOf(talliesThen),
    commitment: commitmentOf(of(plan.then), plan.now, window.quarter),
  };
}

/**
 * What became of the actions that were due in the quarter when it began. Each counts once: what was done did not slip, and
 * what was done ahead of its quarter was due and is done, as in the chart of due and done (flow.ts).
 */
function commitmentOf(then: readonly Planned[], now: ReadonlyMap<number, Planned>, quarter: string) {
  const commitment = { due: 0, done: 0, slipped: 0, dropped: 0, open: 0 };
  for (const before of then) {
    if (before.due !== quarter || before.stage === "dropped") continue;
    const one = now.get(before.id) ?? before;
    commitment.due += 1;
    if (one.stage === "done" || one.stage === "dropped") commitment[one.stage] += 1;
    else if (slippedFrom(quarter, one)) commitment.slipped += 1;
    else commitment.open += 1;
  }
  return commitment;
}

/** Pushed out: due in a later quarter, or in none any more. Quarters sort as text. */
const slippedFrom = (dueThen: string, one: Planned) => one.due === null || one.due > dueThen;

const isUnfinished = ({ stage }: Planned) => stage !== "done" && stage !== "dropped";

function tally({ stage }: Planned, measured: number | null): StageTally {
  return { stage, count: 1, measured: measured === null ? 0 : 1, sum: measured ?? 0 };
}

function healthOf({ known }: Figured, now: readonly Planned[]): BoardReview["health"] {
  const health: BoardReview["health"] = { "on-track": 0, "at-risk": 0, "off-track": 0, unknown: 0 };
  for (const { id, stage } of now) if (isOpen(stage)) health[known.checked.get(id)?.health ?? "unknown"] += 1;
  return health;
}

/** An action as a review names it. */
export function actionInReview({ measures, namesOf, personName }: Figured, one: Planned): ActionInReview {
  const { id, ref, board, titles, sourceLanguage, stage, priority, level, lead, due, outcome } = one;
  const responsible = one.responsible && personName(one.responsible);
  return {
    ref,
    board,
    titles,
    sourceLanguage,
    stage,
    priority,
    level,
    due,
    lead: namesOf(lead),
    ...(responsible && { responsible }),
    progress: progressOfAction(stage, measures.measuredNow(id)),
    outcome: stage === "done" || stage === "on-hold" || stage === "dropped" ? outcome : null,
  };
}

/** What is due in the quarter after, by board. */
export function dueNext(figured: Figured): ActionInReview[] {
  const next = quarterAfter(figured.window.quarter, 1);
  return [...figured.plan.now.values()]
    .filter((one) => one.due === next && isOpen(one.stage))
    .sort((a, b) => BOARDS.indexOf(a.board) - BOARDS.indexOf(b.board) || byReference(a, b))
    .map((one) => actionInReview(figured, one));
}

/** References count up, so that LOB-9 stands before LOB-10. */
function byReference(a: Planned, b: Planned): number {
  return a.id - b.id;
}

/** Whether nothing at all became of a board in the quarter: said outright, and not left as an empty place. */
export function nothingMoved({ done, moved, slipped, added, dropped }: BoardReview): boolean {
  return [done, moved, slipped, added, dropped].every((list) => list.length === 0);
}
