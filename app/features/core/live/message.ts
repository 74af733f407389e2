import type { Board } from "~/domain.ts";

/** What a page hears of a change: that something happened and where. What may be seen of it is decided when the page asks. */
export interface LiveMessage {
  /** The event's id: a page that was cut off asks for those after it. */
  id: number;
  board: Board | null;
  /** The id of the action or the suggestion that it is about. */
  action?: number;
  suggestion?: number;
  /** The id of the review that it belongs to, where it belongs to one. */
  review?: number;
}
