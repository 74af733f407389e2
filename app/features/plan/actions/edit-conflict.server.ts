import { and, asc, eq, inArray } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Shown } from "~/features/core/history/field-change.ts";
import { changesOf, type Known } from "~/features/core/history/lines.server.ts";
import { personNameAtEvent } from "~/features/core/history/names-then.server.ts";
import { type DiffPart, soleBudget } from "~/features/core/history/word-diff.ts";
import type { Network } from "~/features/core/network-tree.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import type { ActionFields, FieldName } from "~db/stored/action-fields.ts";
import { actionAtVersion } from "./as-of.server.ts";
import { plainFields } from "./columns.server.ts";
import { compare, merge } from "./conflict.ts";
import { textFields } from "./fields.ts";
import { valuesOf } from "./form.server.ts";
import type { ActionValues } from "./form-types.ts";
import type { PlanAction } from "./queries.server.ts";
import { nameOfPerson } from "./responsible.server.ts";

/** An edit that came too late: both states, for the person to decide. Plain data for the screen. */
export interface EditConflict {
  by: string | null;
  at: number;
  /** The version that stands now: what the decision is saved on. */
  version: number;
  /** Changed by them alone, and taken over. */
  taken: FieldName[];
  /** Changed by both: theirs as it stands, mine as it was typed. */
  clashes: { field: FieldName; theirs: Shown; mine: Shown; parts: DiffPart[] | null }[];
  /** The form as it would be saved: mine where I changed something, theirs where only they did. */
  values: ActionValues;
}

/**
 * Compares an edit with what became of the action since the version that it was made on.
 *
 * @param submitted the edit's fields
 * @param base the version that the person had before them
 */
export function editConflict(
  db: Database,
  { networks, language }: { networks: readonly Network[]; language: Language },
  action: PlanAction,
  base: number,
  submitted: Partial<ActionFields>,
): EditConflict {
  const now = fieldsNow(action);
  const then = actionAtVersion(db, action.id, base) ?? now;
  const comparison = compare(then, now, submitted);
  const known: Known = {
    language,
    personName: nameOfPerson(db),
    budget: soleBudget(),
    networkName: (id) => networks.find((one) => one.id === id)?.names[language] ?? null,
  };
  const clashing = comparison.clashes.map(({ field }) => field);
  const last = changedBy(db, action.id, base, clashing.length > 0 ? clashing : comparison.theirs);
  return {
    by: last?.by ?? null,
    at: +(last?.at ?? action.updatedAt),
    version: action.version,
    taken: comparison.theirs,
    clashes: comparison.clashes.map(({ field, theirs, mine }) => {
      const [change] = changesOf({ [field]: theirs }, { [field]: mine }, known);
      if (change && "before" in change) return { field, theirs: change.before, mine: change.after, parts: null };
      return { field, theirs: String(theirs ?? ""), mine: String(mine ?? ""), parts: change?.parts ?? null };
    }),
    values: valuesOf(merge(now, submitted, comparison)),
  };
}

/**
 * Who last changed one of these fields since a version; of no field, who changed the action last. Comments, links and
 * check-ins are events of the action too, and whoever made them is not to be named. 1 statement.
 */
function changedBy(db: Database, actionId: number, base: number, fields: readonly FieldName[]) {
  const since = db
    .select({ by: personNameAtEvent(events.actorId, events.id), at: events.at, after: events.after })
    .from(events)
    .where(and(eq(events.actionId, actionId), inArray(events.kind, [...OF_THE_PLAN])))
    .orderBy(asc(events.id))
    .all()
    // Each of these events makes the action's next version.
    .slice(base)
    .reverse();
  return since.find(({ after }) => fields.some((field) => after && field in after)) ?? since[0];
}

/** The choices that the form of a decision carries: `choice.title.fr` is `mine` or `theirs`. */
export function applyChoices(form: FormData, action: PlanAction): void {
  const now = valuesOf(fieldsNow(action));
  for (const [name, choice] of [...form]) {
    if (!name.startsWith("choice.") || choice !== "theirs") continue;
    const field = name.slice("choice.".length);
    form.delete(field);
    for (const value of [now[field] ?? ""].flat()) form.append(field, value);
  }
}

/** The action's fields as they stand, named as history and forms name them. */
export function fieldsNow(action: PlanAction): ActionFields {
  return { ...plainFields({ ...action, leadId: action.lead.id }), ...textFields(action.texts) };
}
