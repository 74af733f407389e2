import type { Refusal } from "./context.ts";

/** What an error page is told: the id under which the log has the rest. */
export interface Failure {
  requestId: string;
  /** Where the status alone does not say enough. */
  reason?: NonNullable<Refusal["reason"]>;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && typeof (value as Failure).requestId === "string";
}
