import { eq } from "drizzle-orm";
import { BOARDS, type Board } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { maySetResponseDeadlines, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { RESPONSE_DAYS } from "~/features/suggestions/response-deadline.ts";
import { addDays } from "~/lib/utc-days.ts";
import type { Database } from "~db/connection.ts";
import { settings } from "~db/schema/people.ts";

export type ResponseDeadlines = Record<Board, number>;

const NAME = "responseDeadlines";

/** Within how many days each board answers a suggestion. 1 statement. */
export function loadResponseDeadlines(db: Database | Transaction): ResponseDeadlines {
  const stored = db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME)).get()?.value;
  const unset = Object.fromEntries(BOARDS.map((board) => [board, RESPONSE_DAYS])) as ResponseDeadlines;
  return { ...unset, ...(stored as Partial<ResponseDeadlines> | undefined) };
}

/** Until when a board answers what is submitted now. A promise that was given stays, whatever is promised later. */
export function responseDeadline(db: Database | Transaction, board: Board, submittedAt: Date): Date {
  return addDays(submittedAt, loadResponseDeadlines(db)[board]);
}

/** @throws Refusal 403 for all but administrators */
export function updateResponseDeadlines(db: Database, by: By, viewer: Viewer, wanted: ResponseDeadlines): void {
  if (!maySetResponseDeadlines(viewer)) throw new Refusal(403, `${viewer.role} may not set the answer promise`);
  change(db, by, (tx, record) => {
    const before = loadResponseDeadlines(tx);
    if (BOARDS.every((board) => before[board] === wanted[board])) return;
    tx.insert(settings)
      .values({ name: NAME, value: wanted })
      .onConflictDoUpdate({ target: settings.name, set: { value: wanted } })
      .run();
    record({ kind: "response-deadlines.edited", before, after: wanted });
  });
}
