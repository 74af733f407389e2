/**
 * Thrown inside a transaction when the thing is not there for this viewer (404), is there and not theirs to change (403), or
 * was theirs until somebody else settled it (409), or is asked for too often (429): the transaction rolls back, and the page
 * that called answers with that status. Thrown for a body that is larger than any of ours, too (413).
 */
export class Refusal extends Error {
  readonly status: 403 | 404 | 409 | 413 | 429;

  constructor(status: 403 | 404 | 409 | 413 | 429, message: string) {
    super(message);
    this.name = "Refusal";
    this.status = status;
  }
}
