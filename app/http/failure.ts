/** What an error page is told: the id under which the log has the rest. */
export interface Failure {
  requestId: string;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && typeof (value as Failure).requestId === "string";
}
