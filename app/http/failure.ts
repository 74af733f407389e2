import type { Refusal } from "./context.ts";

/** What the server refused a request for, or that it has too much to do at the moment. */
export type FailureReason = NonNullable<Refusal["reason"]> | "busy";

/** What an error page is told: the id under which the log has the rest. */
export interface Failure {
  requestId: string;
  /** Where the status alone does not say enough. */
  reason?: FailureReason;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && typeof (value as Failure).requestId === "string";
}
