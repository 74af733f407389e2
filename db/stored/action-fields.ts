import type { ActionKind, Board, Language, Level, Principle, Priority, Stage, Translated } from "../../app/domain.ts";

/** Where an action comes from: the Geneva planning, a suggestion (which its history names), or a coordinator's own hand. */
export type ActionOrigin = "geneva" | "suggestion" | "direct";

/** What an action says in one language. */
export interface ActionText {
  title: string;
  description: string;
  expectedResult: string;
}

export type TextField = keyof ActionText;
export type TextFieldName = `${TextField}.${Language}`;

/** The fields that are the same in every language. */
export interface PlainFields {
  board: Board;
  stage: Stage;
  rank: string;
  priority: Priority;
  level: Level;
  /** The lead network's id. */
  lead: number;
  partners: string[];
  principles: Principle[];
  start: string | null;
  due: string | null;
  sourceLanguage: Language;
  outcome: Translated | null;
  origin: ActionOrigin;
  /** Null while nobody has said what it is. Absent from history before there were kinds. */
  actionKind: ActionKind | null;
  /** The id of the person who is responsible; null for nobody. Absent from history before actions had one. */
  responsible: string | null;
  /** Free tags, in alphabetical order. Absent from history before there were any. */
  labels: string[];
}

/**
 * An action as history keeps it: one flat record, a text field for each language in which it is written. Flat, so that a
 * change is the list of the names that differ, and replaying history is laying records over each other.
 */
export type ActionFields = PlainFields & Partial<Record<TextFieldName, string | null>>;

export type FieldName = keyof ActionFields;

/** Where an action stands: what a move changes. */
export type Placement = Pick<ActionFields, "stage" | "rank" | "outcome">;
