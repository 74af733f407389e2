import type { Translated } from "~/domain.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { Made } from "./compare.ts";

/** A key result's fields as history names them. */
export interface Measures {
  keyResultId: number;
  name: Translated;
  unit: string;
  from: number;
  target: number;
  due: string | null;
}

/** A key result as the tables hold it: what it is now, and what never changes about it. */
export interface KeyResultNow extends Omit<Measures, "keyResultId"> {
  id: number;
  ref: string;
  enteredAt: number;
  /** Null while it is followed. */
  retiredAt: number | null;
  /** The last value given up to each of the two instants; null before there is one. */
  valueThen: number | null;
  valueNow: number | null;
  /** Who gave the later one, and when. */
  valueMade: Made | null;
}

/** An event of a key result: entered (no `before`), changed, or no longer followed (no `after`). */
export interface KeyResultEvent extends Made {
  keyResultId: number;
  before: Measures | null;
  after: Measures | null;
}

/** What became of a key result between two instants. */
export interface KeyResultChanged {
  id: number;
  ref: string;
  what: "added" | "changed" | "retired";
  /** What it was at the first instant; null where there was none. */
  before: Measures | null;
  /** What it was at the second; for one that is followed no longer, what it was last. */
  after: Measures;
  valueThen: number | null;
  valueNow: number | null;
  made: Made | null;
}

/**
 * What became of key results between two instants: each is followed backwards from what it is now.
 *
 * @param events all of these key results after the first instant, to this day, in their order
 */
export function keyResultsBetween(
  keyResults: readonly KeyResultNow[],
  events: readonly KeyResultEvent[],
  { from, to }: { from: number; to: number },
): KeyResultChanged[] {
  const states = keyResults
    .filter(({ enteredAt }) => enteredAt <= to)
    .map((row) => ({ row, atEnd: measuresOf(row), atBeginning: measuresOf(row), made: null as Made | null }));
  const byId = new Map(states.map((state) => [state.row.id, state]));
  for (const { keyResultId, before, after, ...made } of events.toReversed()) {
    const state = byId.get(keyResultId);
    if (!state) continue;
    const within = made.at <= to;
    if (within) state.made ??= made;
    if (!before || !after) continue;
    state.atBeginning = before;
    if (!within) state.atEnd = before;
  }

  return states.flatMap(({ row, atEnd, atBeginning, made }): KeyResultChanged[] => {
    const { id, ref, enteredAt, retiredAt, valueThen, valueNow, valueMade } = row;
    const added = enteredAt > from;
    const retired = retiredAt !== null && retiredAt <= to;
    // Over before the first instant, or come and gone between the two: nothing of it is there at either.
    if (retired && (added || retiredAt <= from)) return [];
    const edited = !sameValue(atBeginning, atEnd);
    if (!added && !retired && !edited && valueThen === valueNow) return [];
    const values = { valueThen: added ? null : valueThen, valueNow };
    const what = added ? "added" : retired ? "retired" : "changed";
    const told = !added && !retired && !edited ? valueMade : made;
    return [{ id, ref, what, before: added ? null : atBeginning, after: atEnd, ...values, made: told }];
  });
}

function measuresOf({ id, name, unit, from, target, due }: KeyResultNow): Measures {
  return { keyResultId: id, name, unit, from, target, due };
}
