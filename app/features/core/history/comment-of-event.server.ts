import { type SQL, sql } from "drizzle-orm";
import { events } from "~db/schema/history.ts";
import type { EventKind } from "~db/stored/events.ts";

/** The kinds of events that carry what a comment says. */
const WITH_COMMENT = [
  "action.commented",
  "action.comment-edited",
  "suggestion.commented",
  "suggestion.comment-edited",
  "suggestion.asked",
  "review.commented",
  "review.comment-edited",
] as const satisfies readonly EventKind[];

const kinds: SQL = sql.join(
  WITH_COMMENT.map((kind) => sql`${kind}`),
  sql`, `,
);

/** SQL for the number of the comment that an event carries, null for other events and for a payload that is no JSON. */
export const commentOfEvent = sql<number | null>`case
  when ${events.kind} in (${kinds}) and json_valid(${events.after}) then ${events.after} ->> '$.comment' end`;
