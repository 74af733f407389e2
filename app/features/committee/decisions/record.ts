import type {
  Board,
  DecisionRule,
  Language,
  SeatCapacity,
  SeatPosition,
  Stage,
  SuggestionState,
  Translated,
} from "~/domain.ts";
import type { NetworkThen } from "~/features/committee/reviews/snapshot.ts";

/**
 * What a decision was when it was adopted, rejected or withdrawn. It is shown from this alone: who leaves the committee,
 * takes another name or is succeeded later changes nothing of it.
 */
export interface DecisionRecord {
  /** Raised when the shape changes, so that an old record is read as what it was. */
  format: 1;
  /** The quarter in whose review it was decided, with how that review decided. */
  quarter: string;
  rule: DecisionRule;
  quorum: number;
  proposedBy: string;
  doer: { person: string | null; network: NetworkThen | null };
  actions: { ref: string; board: Board; stage: Stage; titles: Translated; sourceLanguage: Language }[];
  suggestions: { id: number; title: string; language: Language; state: SuggestionState }[];
  seats: SeatThen[];
}

/** A seat of the committee when a decision was decided, and what it had said. */
export interface SeatThen {
  id: number;
  holder: string;
  capacity: SeatCapacity;
  network: NetworkThen;
  /** The continental network that it spoke for; null for none. */
  continent: NetworkThen | null;
  present: boolean;
  stand: SeatPosition | null;
  /** Null where none was given. */
  reason: { text: string; language: Language } | null;
}
