import type { Board } from "~/words.ts";

/**
 * Why somebody is told: as the author, with a voice of theirs in it, as a coordinator of the board, as one who follows it,
 * by name, by a reply; as whoever is to do it, with a seat in the committee, as a member of the network.
 */
export type Because =
  | "author"
  | "supporter"
  | "coordinator"
  | "follower"
  | "mentioned"
  | "replied"
  | "doer"
  | "seat"
  | "member";

/**
 * A mail in the outbox waits, is being handed over, or is out. `unsure`: the line broke after the text had gone and before
 * the mail server said yes. It is not sent again, since it may well have arrived; the notices stand in the app anyway.
 */
export type MailState = "waiting" | "sending" | "sent" | "unsure" | "given-up";

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
