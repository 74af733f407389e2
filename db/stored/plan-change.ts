import type { Priority, Stage, Translated } from "~/domain.ts";

/** What a decision changes of one action once it is adopted; what it does not name stays as it is. */
export interface PlanChange {
  ref: string;
  stage?: Stage;
  /** What the stage asks for: a result for done, a reason for on hold and dropped. */
  outcome?: Translated;
  priority?: Priority;
  /** A quarter, or null for no due quarter. */
  due?: string | null;
  /** How the action stood when the decision was written: adopting asks again where it has moved on since. */
  was?: PlanState;
}

/** What of an action a decision can change, as it stands. */
export interface PlanState {
  stage: Stage;
  priority: Priority;
  due: string | null;
}
