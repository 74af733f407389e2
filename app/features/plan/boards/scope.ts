import { BOARDS, type Board, isOneOf, REFERENCE_PREFIX } from "~/domain.ts";
import type { Labels } from "~/ui/labels.ts";

/** What the views of actions are about: one board, or all four as the whole plan. */
export type BoardScope = Board | "plan";

/** Returns the scope that a route's `:board` names: the plan where the route has none; null for a board that there is not. */
export function scopeFrom(board: string | undefined): BoardScope | null {
  if (board === undefined) return "plan";
  return isOneOf(BOARDS, board) ? board : null;
}

/** What a scope is called. */
export const scopeName = (labels: Labels, scope: BoardScope): string =>
  scope === "plan" ? labels.wholePlan() : labels.board(scope);

/** The address of a scope's page. */
export const scopePath = (scope: BoardScope): string => (scope === "plan" ? "/plan" : `/boards/${scope}`);

export const boardsOf = (scope: BoardScope): readonly Board[] => (scope === "plan" ? BOARDS : [scope]);

/** The board of an action, which its reference says. */
export function boardOfRef(ref: string): Board {
  return BOARDS.find((board) => ref.startsWith(REFERENCE_PREFIX[board])) ?? BOARDS[0];
}

/** What a viewer may move: as the server sends it. */
export interface MovableData {
  /** The boards that they work on. */
  boards: readonly Board[];
  /** The lead networks for which they do. */
  leads: readonly number[];
}

type Led = { ref: string; lead: number };

/** Which actions a viewer may move, asked of each card. */
export interface Movable {
  /** Whether there may be any. */
  some: boolean;
  /** The boards on which there may be. */
  boards: readonly Board[];
  has: (action: Led) => boolean;
  /** Whether they work on the board of an action. */
  onBoardOf: (action: Led) => boolean;
}

export function movableIn({ boards, leads }: MovableData): Movable {
  const led = new Set(leads);
  const onBoardOf = ({ ref }: Led) => boards.includes(boardOfRef(ref));
  return {
    some: boards.length > 0 && led.size > 0,
    boards,
    has: (action) => led.has(action.lead) && onBoardOf(action),
    onBoardOf,
  };
}
