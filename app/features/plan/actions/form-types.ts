import type { Board, Stage } from "~/domain.ts";
import type { PersonChoice } from "./responsible.server.ts";

/** What stands in an action's form: the names of its controls, each as typed. */
export type ActionValues = Record<string, string | string[] | undefined>;

/** What a form of an action can offer without knowing its people. */
export interface FormChoices {
  boards: readonly Board[];
  leads: { id: number; name: string; depth: number }[];
  quarters: string[];
}

/** What the whole form of an action offers. */
export interface ActionChoices extends FormChoices {
  people: PersonChoice[];
  labels: string[];
}

/** A column's cards, as places to put an action below. */
export interface Neighbours {
  stage: Stage;
  cards: { ref: string; title: string }[];
}
