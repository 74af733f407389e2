import { useCallback, useMemo, useState } from "react";
import type { ReplanAnswer } from "~/features/plan/actions/replan.server.ts";
import type { Row, Timeline } from "~/features/plan/boards/timeline/queries.server.ts";
import { type End, type Plan, samePlan } from "~/features/plan/boards/timeline/visible-range.ts";
import type { HiddenName } from "~/ui/hidden-fields.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { useSentChanges } from "~/ui/use-sent-changes.ts";

export type ReplanFields = { [Name in HiddenName]?: string };

/** What comes of a change of quarters: the server's answer, or a line that dropped on the way. */
export type ReplanResult = ReplanAnswer | { outcome: "line-lost"; ref: string; fields: ReplanFields };

/** A change that is sent. It is drawn if it has a plan. */
interface Replan {
  ref: string;
  plan: Plan | null;
}

/** What the board's route says came of a change; a line that drops is told under the name that moves have. */
export const replanOf = ({ replan, move }: { replan?: ReplanResult; move?: ReplanResult }) => replan ?? move;

/** An end of a bar in the hand, and the quarters that it would leave the action with. */
export interface HeldEnd {
  ref: string;
  end: End;
  plan: Plan;
}

/** The form that is open on a row, with what was typed in it when it was not right. */
export interface OpenPlan {
  ref: string;
  submitted?: { start?: string; due?: string };
  problems?: Record<string, ProblemCode>;
}

function reopened(_: Replan, answer: ReplanResult): OpenPlan | null {
  if (answer.outcome !== "invalid") return null;
  const { ref, problems, submitted } = answer;
  return { ref, problems, submitted: submitted as OpenPlan["submitted"] };
}

/**
 * The changes of quarters of one timeline: optimistic, held until the loader's data agree or the change fails; the end
 * that is in the hand; the form that is open; what came of the last change.
 */
export function useReplans({ groups }: Timeline, opened: OpenPlan | null, news: ReplanResult | null) {
  const { send: sendChange, ...changes } = useSentChanges({ opened, news, reopened });
  const { sent } = changes;
  const [held, setHeld] = useState<HeldEnd | null>(null);

  const rowOf = useCallback(
    (ref: string): Row | undefined => groups.flatMap(({ rows }) => rows).find((row) => row.ref === ref),
    [groups],
  );

  /** The quarters that rows are drawn with, where these are not the loader's. */
  const drawn = useMemo(() => {
    const plans = new Map<string, Plan>();
    for (const { ref, plan } of sent) if (plan) plans.set(ref, plan);
    if (held) plans.set(held.ref, held.plan);
    return plans;
  }, [sent, held]);

  const send = useCallback(
    (ref: string, plan: Plan | null, fields: ReplanFields) => sendChange({ ref, plan }, { ...fields, ref }),
    [sendChange],
  );

  const propose = useCallback(
    (ref: string, plan: Plan) => {
      const row = rowOf(ref);
      if (!row || samePlan(row, plan)) return;
      const { start, due } = plan;
      send(ref, plan, { intent: "replan", version: String(row.version), start: start ?? "", due: due ?? "" });
    },
    [rowOf, send],
  );

  const sendForm = useCallback(
    (ref: string, fields: ReplanFields) => {
      const { start, due } = fields;
      // What the server will refuse is not drawn first.
      const plan = start && due && due < start ? null : { start: start || null, due: due || null };
      send(ref, fields.intent === "replan" ? plan : null, fields);
    },
    [send],
  );

  return { ...changes, drawn, held, rowOf, propose, sendForm, setHeld };
}

export type Replans = ReturnType<typeof useReplans>;
