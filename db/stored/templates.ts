import type { Translated } from "../../app/domain.ts";
import type { ActionFields } from "./action-fields.ts";

/** A measure of a template: due so many quarters after the start quarter of the action; null where nothing is agreed. */
export interface TemplateKeyResult {
  name: Translated;
  unit: string;
  start: number;
  target: number;
  dueAfter: number | null;
}

/** A day of a template: in the first month of the action's start quarter or one after it, counted from 1. */
export interface TemplateMilestone {
  name: Translated;
  month: number;
  /** The last of its month where that has no such day. */
  day: number;
}

/** What an action is made from: its fields and texts as history names an action's, and what is counted from its start quarter. */
export interface TemplateContent extends Partial<ActionFields> {
  /** By how many quarters an action ends after it begins; null where nothing is agreed. */
  dueAfter: number | null;
  keyResults: TemplateKeyResult[];
  milestones: TemplateMilestone[];
}
