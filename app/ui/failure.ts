/** Why the server refuses a request before any page sees it, where the status alone does not say enough. */
export type RefusalReason = "other-site" | "no-length" | "too-large" | "evaluation-only";

/** Why there is no page: what a request was refused for, or that the server has too much to do. */
export type FailureReason = RefusalReason | "too-often" | "too-often-kept" | Unavailable | "files-waiting";

/** The server cannot at the moment: it has too much to do, or its database cannot be used; for a form, or for a page or a file to be read. */
export type Unavailable = "busy" | "busy-reading" | "no-database-reading";

/** What an error page is told: the id under which the log has the rest. */
export interface Failure {
  requestId: string;
  /** Where the status alone does not say enough. */
  reason?: FailureReason;
  /** After how many minutes one may try again. */
  minutes?: number;
  /** The page that the form belongs to. */
  back?: string;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && typeof (value as Failure).requestId === "string";
}
