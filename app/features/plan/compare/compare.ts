import { type PlainFieldName, withDefaults } from "~/features/plan/actions/fields.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { ActionFields, FieldName } from "~db/stored/action-fields.ts";
import type { Cause } from "~db/stored/events.ts";

/* The plan between two instants, from the events between them alone. Pure: no two screens can tell it differently. */

/** An event that made an action's next version. */
export interface PlanEvent {
  id: number;
  at: number;
  /** Null for the seed and the system. */
  byId: string | null;
  ref: string;
  /** Null where the action was entered. */
  before: Partial<ActionFields> | null;
  after: Partial<ActionFields>;
  cause: Cause | null;
}

/** What a change can come of: a suggestion that was accepted, a decision of the committee. */
export type Reason = Extract<Cause, { suggestion: number } | { decision: number }>;

/** Who made a change, and when. */
export type Made = Pick<PlanEvent, "id" | "at" | "byId">;

/** A field that is not at the end what it was at the beginning. */
export interface FieldDiffers {
  field: FieldName;
  before: unknown;
  after: unknown;
}

/** What became of one action: entered, or changed in the fields that differ. Of one that was entered, all its fields. */
export interface ActionDiffers {
  ref: string;
  entered: boolean;
  fields: FieldDiffers[];
}

/** A field that differs, and whose hand that was. */
export interface FieldChanged extends FieldDiffers {
  /** The last that changed it. */
  made: Made;
  /** What brought any of its changes about. */
  causes: readonly Reason[];
}

/** What became of one action, by whom and because of what. */
export interface ActionChanged {
  ref: string;
  /** Null where it was there before. */
  entered: Entered | null;
  fields: FieldChanged[];
}

type Entered = Made & { causes: readonly Reason[] };

/**
 * What the events between two instants changed on the whole. The first `before` and the last `after` of each field are
 * exact, whatever lies between; a field that came back to what it was is not named, and an action without any is left out.
 *
 * @param events those of the plan after the first instant, up to and with the second, in their order. Of an action's
 *   moves, which name its whole placement each, the first and the last are enough
 */
export function differencesBetween(events: readonly Pick<PlanEvent, "ref" | "before" | "after">[]): ActionDiffers[] {
  const actions = new Map<string, { entered: boolean; fields: Map<FieldName, FieldDiffers> }>();
  for (const { ref, before, after } of events) {
    const action = actions.get(ref) ?? { entered: false, fields: new Map<FieldName, FieldDiffers>() };
    actions.set(ref, action);
    if (!before) action.entered = true;
    for (const field of Object.keys(after) as FieldName[]) {
      const earlier = action.fields.get(field);
      if (earlier) earlier.after = after[field] ?? null;
      else action.fields.set(field, { field, before: before?.[field] ?? null, after: after[field] ?? null });
    }
  }
  return [...actions].flatMap(([ref, { entered, fields }]) => {
    const differing = [...fields.values()].filter((one) => entered || !sameValue(one.before, one.after));
    return differing.length > 0 ? [{ ref, entered, fields: differing }] : [];
  });
}

/** As `differencesBetween`, with who and why: exact where all the events are there. */
export function changesBetween(events: readonly PlanEvent[]): ActionChanged[] {
  const makers = makersOf(events);
  return differencesBetween(events).map(({ ref, fields }) => {
    const by = makers.get(ref) as Makers;
    return {
      ref,
      entered: by.entered,
      fields: fields.map((one) => ({ ...one, ...(by.fields.get(one.field) as Maker) })),
    };
  });
}

type Maker = Pick<FieldChanged, "made" | "causes">;

interface Makers {
  entered: Entered | null;
  fields: Map<FieldName, Maker>;
}

function makersOf(events: readonly PlanEvent[]): Map<string, Makers> {
  const actions = new Map<string, Makers>();
  for (const { ref, before, after, cause, id, at, byId } of events) {
    const made = { id, at, byId };
    const action = actions.get(ref) ?? { entered: null, fields: new Map<FieldName, Maker>() };
    actions.set(ref, action);
    if (!before) action.entered = { ...made, causes: causesWith(NONE, cause) };
    for (const field of Object.keys(after) as FieldName[]) {
      const earlier = action.fields.get(field);
      // A move names its whole placement, what stayed of it too: that is the field's value then, and nobody's change.
      const changed = !before || !sameValue(before[field], after[field]);
      if (changed) action.fields.set(field, { made, causes: causesWith(earlier?.causes ?? NONE, cause) });
      else if (!earlier) action.fields.set(field, { made, causes: NONE });
    }
  }
  return actions;
}

const NONE: readonly Reason[] = [];

/** What is taken back, and what was changed in one step, has no reason of its own. */
function causesWith(causes: readonly Reason[], cause: Cause | null): readonly Reason[] {
  if (!cause || !("suggestion" in cause || "decision" in cause)) return causes;
  return causes.some((one) => sameValue(one, cause)) ? causes : [...causes, cause];
}

/** A plan with the changes made in it: what stood at the first instant becomes what stood at the second. */
export function withChanges(
  plan: ReadonlyMap<string, ActionFields>,
  changes: readonly ActionDiffers[],
): Map<string, ActionFields> {
  const changed = new Map(plan);
  for (const { ref, fields } of changes) {
    const after = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
    changed.set(ref, withDefaults({ ...plan.get(ref), ...after } as ActionFields));
  }
  return changed;
}

/** The kinds of change that people ask for, in the order in which they are told. */
export const CHANGES = [
  "added",
  "gone",
  "moved",
  "priority",
  "due",
  "led",
  "reworded",
  "refiled",
  "key-results",
] as const;
export type Change = (typeof CHANGES)[number];

/** What sort of change each field sees; null where no screen tells of it: a place in a stage is order, an outcome is told with its stage. */
const KIND_OF_FIELD: Record<PlainFieldName, Change | null> = {
  board: "refiled",
  stage: "moved",
  rank: null,
  priority: "priority",
  actionKind: "refiled",
  level: "led",
  lead: "led",
  responsible: "refiled",
  partners: "refiled",
  labels: "refiled",
  principles: "refiled",
  start: "refiled",
  due: "due",
  sourceLanguage: "refiled",
  outcome: null,
  origin: "refiled",
};

/** Whether a screen tells of a field at all. */
export const isTold = (differs: FieldDiffers) => kindOf(differs) !== null;

/** What sort of changes an action saw; none where all that changed is its place in its stage. */
export function kindsOf({ entered, fields }: ActionDiffers): Change[] {
  if (entered) return ["added"];
  const kinds = new Set<Change>(fields.flatMap((one) => kindOf(one) ?? []));
  if (kinds.size === 0 && fields.some(({ field }) => field === "outcome")) kinds.add("reworded");
  return CHANGES.filter((kind) => kinds.has(kind));
}

function kindOf({ field, after }: FieldDiffers): Change | null {
  if (field === "stage" && after === "dropped") return "gone";
  return field.includes(".") ? "reworded" : KIND_OF_FIELD[field as PlainFieldName];
}
