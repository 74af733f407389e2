import { sameValue } from "~/lib/same-value.ts";
import type { ActionFields, FieldName } from "~db/stored/action-fields.ts";
import { ACTION_FIELDS, type PlainFieldName } from "./fields.ts";

/** A field on which two people came to different ends, from the same beginning. */
export interface Clash {
  field: FieldName;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface Comparison {
  /** Changed by both, differently: somebody must decide. */
  clashes: Clash[];
  /** Changed by them alone: taken as it is now. */
  theirs: FieldName[];
  /** Changed by me alone: kept as I typed it. */
  mine: FieldName[];
}

/**
 * Three-way comparison of an edit that came too late: what both began from, how it stands now, what was typed. Only the
 * fields that a form has are compared; a move meanwhile is no clash with a rewording.
 */
export function compare(base: ActionFields, now: ActionFields, submitted: Partial<ActionFields>): Comparison {
  const comparison: Comparison = { clashes: [], theirs: [], mine: [] };
  const names = new Set([...Object.keys(base), ...Object.keys(now), ...Object.keys(submitted)]) as Set<FieldName>;
  for (const field of names) {
    if (field in ACTION_FIELDS && ACTION_FIELDS[field as PlainFieldName].changedBy !== "form") continue;
    const byThem = !sameValue(base[field], now[field]);
    const byMe = !sameValue(base[field], submitted[field]);
    if (byThem && byMe && !sameValue(now[field], submitted[field])) {
      comparison.clashes.push({
        field,
        base: base[field] ?? null,
        theirs: now[field] ?? null,
        mine: submitted[field] ?? null,
      });
    } else if (byThem && !byMe) comparison.theirs.push(field);
    else if (byMe && !byThem) comparison.mine.push(field);
  }
  return comparison;
}

/** The edit as it would be saved: mine where I changed it, theirs where only they did; a clash as `choices` says, else mine. */
export function merge(
  now: ActionFields,
  submitted: Partial<ActionFields>,
  { clashes, theirs }: Comparison,
  choices: ReadonlyMap<FieldName, "mine" | "theirs"> = new Map(),
): Partial<ActionFields> {
  const merged: Partial<Record<FieldName, unknown>> = { ...submitted };
  for (const field of theirs) merged[field] = now[field] ?? null;
  for (const { field } of clashes) if (choices.get(field) === "theirs") merged[field] = now[field] ?? null;
  return merged as Partial<ActionFields>;
}
