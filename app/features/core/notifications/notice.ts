import type { Board } from "~/domain.ts";

/** What notices are about and people follow. */
export type NotificationSubject =
  | `suggestion:${number}`
  | `action:${number}`
  | `board:${Board}`
  | `decision:${number}`
  | `review:${number}`;

export const suggestionSubject = (id: number): NotificationSubject => `suggestion:${id}`;
export const actionThing = (id: number): NotificationSubject => `action:${id}`;
export const boardThing = (board: Board): NotificationSubject => `board:${board}`;
export const decisionThing = (id: number): NotificationSubject => `decision:${id}`;
export const reviewSubject = (id: number): NotificationSubject => `review:${id}`;
