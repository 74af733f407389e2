import type { Board, NetworkKind, RegisterName } from "~/domain.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Fields, Values } from "./field.ts";

/** Who keeps a register: those who work on its board, or beside them every network in its own name. */
export type Maintainers = "coordinators" | "networks";

/** What stands against entering something, beside the field of which it is said; `about` is what the words are about. */
export interface Objection {
  field: string;
  code: ProblemCode;
  about?: string;
}

/** What belongs to an entry and is entered one by one: a contact made, an endorsement, a payment. */
export interface PartDefinition<F extends Fields = Fields> {
  maintainers: Maintainers;
  /** Whether a part is entered in a network's name. */
  network: boolean;
  /** Which kinds of networks; all where nothing is said. */
  kinds?: readonly NetworkKind[];
  /** A network has one at most: a sign-up, an endorsement. */
  once?: true;
  fields: F;
  /** Fields of which one at least must say something: a text, or the link to where it is. */
  oneOf?: readonly string[];
  /** Why none is entered, changed or removed today: its time has passed, or has not come. */
  closedBecause?: (entry: Values, today: string) => ProblemCode | null;
  /** Whether there is room for none more: the entry's own page then offers no further one. */
  isFull?: (entry: Values, others: readonly Values[]) => boolean;
  /** What stands against one beside the others of its kind: asked in the transaction that writes it. */
  objectionTo?: (part: Values, around: { entry: Values; others: readonly Values[] }) => Objection | null;
  /** The field by which they stand in order, `-` before it for the newest first; `id` for the order of entering. */
  order: string;
}

export type Parts = Record<string, PartDefinition>;

/**
 * One of the boards' own tools: a list of entries of one sort, joined to the board's actions. What these lists have in
 * common is made from their definitions (docs/decisions/0018-registers.md).
 */
export interface Register<F extends Fields = Fields, P extends Parts = Parts> {
  /** Its address too: `/stakeholders`. */
  name: RegisterName;
  board: Board;
  maintainers: Maintainers;
  /** To which kinds of networks an entry can belong; all where nothing is said. */
  kinds?: readonly NetworkKind[];
  fields: F;
  parts: P;
  /** The field by which the list stands in order, `-` before it for the newest first; `title` for the alphabet. */
  order: string;
  /**
   * The days after which an entry has passed, the first of them that it has: such a register shows what lies ahead, and what
   * has passed apart.
   */
  expiryFields?: readonly string[];
  /**
   * The day by which an entry that says this is named on the overview among what lies ahead: a meeting's first, a deadline
   * that nobody has met yet. Null for none. It is kept beside the entry whenever that changes, so it knows nothing of today.
   */
  aheadOn?: (values: Values) => string | null;
  /** Whether somebody owes something by that day, so that it is late when it has passed. */
  isOwed?: true;
  /** What is wrong between several fields, or between them and today's day, by the field beside which it is said. */
  validate?: (values: Values, today: string) => Record<string, ProblemCode>;
}

/** For `kinds`: networks, and not their member organisations. */
export const NETWORKS_ALONE: readonly NetworkKind[] = ["international", "continental", "national"];

/** For `validate`: what lasts from a first day to a last one does not end before it begins. */
export function endsBeforeItBegins({ first, last }: Values): Record<string, ProblemCode> {
  return first && last && String(last) < String(first) ? { last: "last-before-first" } : {};
}

/** Whether something can belong to a network of this kind, or be entered in its name. */
export function fitsKind(
  { kinds }: { kinds?: readonly NetworkKind[] | undefined },
  { kind }: { kind: NetworkKind },
): boolean {
  return !kinds || kinds.includes(kind);
}

/** A register's definition, kept as exact as it was written. */
export function register<const F extends Fields, const P extends Parts>(definition: Register<F, P>): Register<F, P> {
  return definition;
}

/** A part's definition, kept as exact as it was written. */
export function part<const F extends Fields>(definition: PartDefinition<F>): PartDefinition<F> {
  return definition;
}
