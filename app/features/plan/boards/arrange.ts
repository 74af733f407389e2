import type { Stage } from "~/domain.ts";

/** Where a card is to stand: in a stage, below a named card, or at its top. */
export interface Place {
  stage: Stage;
  /** The card above, null at the top. */
  after: string | null;
}

interface Column<C> {
  stage: Stage;
  count: number;
  cards: C[];
}

/**
 * The columns with some cards placed elsewhere: what a board looks like while a card is in the hand, and until the server
 * has answered. A card whose neighbour is not shown goes to the end of what is.
 */
export function arrange<C extends { ref: string }, L extends Column<C>>(
  columns: readonly L[],
  places: ReadonlyMap<string, Place>,
): L[] {
  let arranged = [...columns];
  for (const [ref, place] of places) arranged = placeOne(arranged, ref, place);
  return arranged;
}

function placeOne<C extends { ref: string }, L extends Column<C>>(
  columns: L[],
  ref: string,
  { stage, after }: Place,
): L[] {
  const from = columns.find((column) => column.cards.some((card) => card.ref === ref));
  const card = from?.cards.find((one) => one.ref === ref);
  if (!from || !card) return columns;
  return columns.map((column) => {
    if (column !== from && column.stage !== stage) return column;
    const cards = column.cards.filter((one) => one.ref !== ref);
    let { count } = column;
    if (column === from) count -= 1;
    if (column.stage === stage) {
      cards.splice(after === null ? 0 : indexAfter(cards, after), 0, card);
      count += 1;
    }
    return { ...column, cards, count };
  });
}

function indexAfter<C extends { ref: string }>(cards: C[], after: string): number {
  const above = cards.findIndex((card) => card.ref === after);
  return above < 0 ? cards.length : above + 1;
}

/** Where a card stands now. */
export function placeOf<C extends { ref: string }>(columns: readonly Column<C>[], ref: string): Place | null {
  for (const { stage, cards } of columns) {
    const index = cards.findIndex((card) => card.ref === ref);
    if (index >= 0) return { stage, after: cards[index - 1]?.ref ?? null };
  }
  return null;
}

export type Direction = "up" | "down" | "left" | "right";

/** The next place in a direction, for moving by keyboard: a step within the column, or level with it in the one beside. */
export function step<C extends { ref: string }>(
  columns: readonly Column<C>[],
  ref: string,
  direction: Direction,
): Place | null {
  const at = columns.findIndex((column) => column.cards.some((card) => card.ref === ref));
  const column = columns[at];
  if (!column) return null;
  const index = column.cards.findIndex((card) => card.ref === ref);
  if (direction === "left" || direction === "right") {
    const beside = columns[direction === "left" ? at - 1 : at + 1];
    return beside
      ? { stage: beside.stage, after: beside.cards[Math.min(index, beside.cards.length) - 1]?.ref ?? null }
      : null;
  }
  const others = column.cards.filter((card) => card.ref !== ref);
  const to = direction === "up" ? index - 1 : index + 1;
  if (to < 0 || to > others.length) return null;
  return { stage: column.stage, after: others[to - 1]?.ref ?? null };
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.stage === b?.stage && a?.after === b?.after;
}
