import type { Board } from "~/domain.ts";

/** What notices are about and people follow. */
export type Thing =
  | `suggestion:${number}`
  | `action:${number}`
  | `board:${Board}`
  | `decision:${number}`
  | `review:${number}`;

export const suggestionThing = (id: number): Thing => `suggestion:${id}`;
export const actionThing = (id: number): Thing => `action:${id}`;
export const boardThing = (board: Board): Thing => `board:${board}`;
export const decisionThing = (id: number): Thing => `decision:${id}`;
export const reviewThing = (id: number): Thing => `review:${id}`;
