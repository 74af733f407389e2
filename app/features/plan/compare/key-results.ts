import type { Translated } from "~/domain.ts";
import type { KeyResultThen } from "~/features/plan/key-results/as-of.server.ts";
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

/** A key result at two instants. */
export interface KeyResultAtBoth {
  id: number;
  ref: string;
  /** Undefined where it was not there yet. */
  earlier: KeyResultThen | undefined;
  later: KeyResultThen | undefined;
  /** The last value given up to each of the two instants; null before there is one. */
  valueThen: number | null;
  valueNow: number | null;
  /** The last that entered, changed or retired it between the two; null where nobody did. */
  made: Made | null;
  /** Who gave the later value, and when. */
  valueMade: Made | null;
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

/** What became of a key result; null where nothing did, or nothing of it is there at either instant. */
export function keyResultChanged({ id, ref, earlier, later, ...between }: KeyResultAtBoth): KeyResultChanged | null {
  if (!later || earlier?.retiredAt) return null;
  const { valueThen, valueNow, made, valueMade } = between;
  const retired = later.retiredAt !== null;
  const after = measuresOf(later);
  if (!earlier) {
    return retired ? null : { id, ref, what: "added", before: null, after, valueThen: null, valueNow, made };
  }
  const before = measuresOf(earlier);
  const edited = !sameValue(before, after);
  if (!retired && !edited && valueThen === valueNow) return null;
  const told = retired || edited ? made : valueMade;
  return { id, ref, what: retired ? "retired" : "changed", before, after, valueThen, valueNow, made: told };
}

function measuresOf({ id, name, unit, start, target, due }: KeyResultThen): Measures {
  return { keyResultId: id, name, unit, from: start, target, due };
}
