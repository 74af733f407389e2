import type { Board, DecisionState, Language, NetworkKind, RegisterName, Stage, SuggestionState } from "~/domain.ts";
import type { SearchKind } from "./kinds.ts";

/** What was found, as a list shows it. */
export interface Found {
  kind: SearchKind;
  /** Where it is read: an address within the site. */
  to: string;
  /** `LOB-3`, `S-12`; null for what has no reference. */
  ref: string | null;
  /** Its title, with what was found between marks (terms.ts). */
  title: string;
  /** A piece of what it says around what was found; empty where the title says it all. */
  text: string;
  /** The languages of the title and of the text, where they are not the reader's. */
  lang: Language | null;
  textLang: Language | null;
  board: Board | null;
  stage: Stage | null;
  state: SuggestionState | null;
  decisionState: DecisionState | null;
  /** Of what belongs to a review. */
  quarter: string | null;
  /** Of a suggestion: the network from which it comes. */
  origin: string | null;
  networkKind: NetworkKind | null;
  /** Of an entry of a board's tool: the register. */
  register: RegisterName | null;
}
