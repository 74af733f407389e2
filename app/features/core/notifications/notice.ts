import type { Board } from "~/domain.ts";

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
export const decisionThing = (id: number): NotificationSubject => `decision:${id}`;
export const reviewSubject = (id: number): NotificationSubject => `review:${id}`;
