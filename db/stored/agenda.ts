import type { Board, Translated } from "~/domain.ts";

/** What the committee goes through, in this order; `about` names a point of the committee's own. */
export type AgendaItem =
  | { kind: "board"; board: Board; minutes: number | null }
  | { kind: "alignment" | "decisions" | "look-again" | "sign-off"; minutes: number | null }
  | { kind: "point"; about: Translated; minutes: number | null };
