import { useCallback, useMemo, useState } from "react";
import type { ReplanAnswer } from "~/features/plan/actions/replan.server.ts";
import type { Row, Timeline } from "~/features/plan/boards/timeline/queries.server.ts";
import { type End, type Plan, samePlan } from "~/features/plan/boards/timeline/visible-range.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Sent } from "~/ui/sent-form.tsx";

export type ReplanFields = Record<string, string>;

/** What comes of a change of quarters: the server's answer, or a line that dropped on the way. */
export type ReplanResult = ReplanAnswer | { outcome: "line-lost"; ref: string; fields: ReplanFields };

/** A change on its way to the server. */
export interface SentReplan extends Sent {
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
  typed?: { start?: string; due?: string };
  problems?: Record<string, ProblemCode>;
}

let sentSoFar = 0;

/**
 * The changes of quarters of one timeline: optimistic, held until the loader's data agree or the change fails; the end
 * that is in the hand; the form that is open; what came of the last change.
 */
export function useReplans({ groups }: Timeline, opened: OpenPlan | null, news: ReplanResult | null) {
  const [sent, setSent] = useState<SentReplan[]>([]);
  const [held, setHeld] = useState<HeldEnd | null>(null);
  const [open, setOpen] = useState(opened);
  const [result, setResult] = useState(news);

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

  const send = useCallback((ref: string, plan: Plan | null, fields: ReplanFields) => {
    sentSoFar += 1;
    const key = `replan-${sentSoFar}`;
    setResult(null);
    setOpen(null);
    setSent((all) => [...all, { key, ref, plan, fields: { ...fields, ref, quick: "1" } }]);
  }, []);

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

  const settle = useCallback((replan: SentReplan, answer: ReplanResult) => {
    setSent((all) => all.filter((one) => one !== replan));
    if (answer.outcome !== "unfit") return setResult(answer);
    const { ref, problems, typed } = answer;
    setOpen({ ref, problems, typed: typed as OpenPlan["typed"] });
  }, []);

  return { drawn, sent, held, open, result, rowOf, propose, sendForm, settle, setHeld, setOpen, setResult };
}

export type Replans = ReturnType<typeof useReplans>;
