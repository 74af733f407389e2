import type { Board } from "~/domain.ts";
import type { EventKind } from "~db/stored/events.ts";

/** What notices are about and people follow. */
export type NotificationSubject =
  | `suggestion:${number}`
  | `action:${number}`
  | `board:${Board}`
  | `decision:${number}`
  | `review:${number}`;

export const suggestionSubject = (id: number): NotificationSubject => `suggestion:${id}`;
export const actionSubject = (id: number): NotificationSubject => `action:${id}`;
export const boardSubject = (board: Board): NotificationSubject => `board:${board}`;
export const decisionSubject = (id: number): NotificationSubject => `decision:${id}`;
export const reviewSubject = (id: number): NotificationSubject => `review:${id}`;

/** The kinds of events that somebody is told of: each area has a sentence for each of its own. */
export const NOTIFIED_KINDS = [
  "suggestion.submitted",
  "suggestion.edited",
  "suggestion.supported",
  "suggestion.commented",
  "suggestion.comment-edited",
  "suggestion.taken-up",
  "suggestion.put-off",
  "suggestion.asked",
  "suggestion.merged",
  "suggestion.unmerged",
  "suggestion.answered",
  "suggestion.withdrawn",
  "action.commented",
  "action.comment-edited",
  "action.created",
  "action.edited",
  "action.moved",
  "link.created",
  "link.removed",
  "link.answered",
  "check-in.given",
  "document.added",
  "dependency.freed",
  "review.commented",
  "review.comment-edited",
  "decision.proposed",
  "decision.edited",
  "decision.lapsed",
  "decision.adopted",
  "decision.rejected",
  "decision.withdrawn",
  "decision.done",
  "decision.due",
  "review.closed",
] as const satisfies readonly EventKind[];
export type NotifiedKind = (typeof NOTIFIED_KINDS)[number];
