import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { type Network, networkOptions } from "~/features/core/network-tree.ts";
import { suggestionName } from "~/features/core/references.ts";
import { quartersOutOfOrder } from "~/features/plan/actions/quarters-in-order.ts";
import { parseActionRef } from "~/features/plan/actions/reference.ts";
import { outcomeRequiredBy } from "~/features/plan/actions/stage.ts";
import { isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { decisionConcerns, type decisions } from "~db/schema/committee.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import type { PlanChange } from "~db/stored/plan-change.ts";
import { planStateOf, rowsOf } from "./applying.server.ts";
import { CHANGES_MOST, isInForce, partsOf } from "./changes.ts";
import type { DecisionInput } from "./mutations.server.ts";
import { changeSchema, decisionSchema, REASON_MOST } from "./schemas.ts";

const COLUMNS = ["changeRef", "changeStage", "changeOutcome", "changePriority", "changeDue"] as const;

export type ParsedDecision =
  | { ok: true; value: DecisionInput }
  | {
      ok: false;
      problems: Record<string, ProblemCode>;
      /** What a problem is about: the references that are unknown. */
      about: Record<string, string>;
      submitted: Submitted;
    };

/**
 * Reads the form of a decision, with what only the tables know: which actions, suggestions and people there are. 5 statements
 * at most.
 *
 * @param earlier what the decision changed before it is reworded: a change that nobody touched is as it was written
 */
export function parseDecision(
  db: Database,
  form: FormData,
  networks: readonly Network[],
  earlier: readonly PlanChange[] = [],
): ParsedDecision {
  const parsed = parseForm(decisionSchema, form);
  const submitted = submittedIn(form, [...COLUMNS]);
  if (!parsed.ok) return { ok: false, problems: parsed.problems, about: {}, submitted };
  const { doer, doerNetwork, revisits, ...value } = parsed.value;
  const problems: Record<string, ProblemCode> = {};
  const about: Record<string, string> = {};
  const planChanges = changesTyped(parsed.value, value.language, problems);

  const known = startsOf(db, [...value.refs, ...planChanges.map(({ ref }) => ref)]);
  const unknown = value.refs.filter((ref) => !known.has(ref));
  if (unknown.length > 0) {
    problems.refs = "unknown-actions";
    about.refs = unknown.join(", ");
  }
  const rows = rowsOf(db, planChanges);
  for (const [row, { ref, due = null }] of rowsWith(parsed.value)) {
    if (ref && !known.has(ref)) problems[`change.${row}`] ??= "not-an-action";
    const now = rows.get(ref);
    const written = planChanges.find((one) => one.ref === ref);
    const kept = earlier.some(({ was: _, ...old }) => sameValue(old, written));
    if (now && written && !kept && partsOf(written).some((part) => isInForce(written, part, planStateOf(now))))
      problems[`change.${row}`] ??= "change-stands";
    const late = quartersOutOfOrder({ start: known.get(ref) ?? null, due }).due;
    if (late) problems[`change.${row}`] ??= late;
  }
  const lost = suggestionsUnknown(db, value.suggestions);
  if (lost.length > 0) {
    problems.suggestions = "unknown-suggestions";
    about.suggestions = lost.map(suggestionName).join(", ");
  }
  if (doer && !db.select({ id: people.id }).from(people).where(eq(people.id, doer)).get())
    problems.doer = "not-a-choice";
  if (doerNetwork && !networks.some(({ id }) => id === doerNetwork)) problems.doerNetwork = "not-a-choice";
  if (value.dueOn && !doer && !doerNetwork) problems.doer ??= "doer-missing";
  if (Object.keys(problems).length > 0) return { ok: false, problems, about, submitted };

  const { text, language, refs, dueOn, lookAgainOn } = value;
  return {
    ok: true,
    value: {
      text,
      language,
      refs,
      suggestions: value.suggestions,
      planChanges,
      dueOn,
      lookAgainOn,
      doerId: doer,
      doerNetworkId: doerNetwork,
      revisitsId: revisits,
    },
  };
}

type Columns = Record<(typeof COLUMNS)[number], string[]>;

/** The rows in which something is changed, by their place in the form. */
function rowsWith(submitted: Columns) {
  return submitted.changeRef.slice(0, CHANGES_MOST).flatMap((sent, row) => {
    const ref = parseActionRef(sent) ?? sent.trim();
    const { stage, outcome, priority, due } = changeSchema.parse({
      stage: submitted.changeStage[row] ?? "",
      outcome: submitted.changeOutcome[row] ?? "",
      priority: submitted.changePriority[row] ?? "",
      due: submitted.changeDue[row] ?? "",
    });
    const changes = stage !== undefined || priority !== undefined || due !== undefined;
    return changes ? [[row, { ref, stage, outcome, priority, due }] as const] : [];
  });
}

function changesTyped(
  submitted: Columns,
  language: Language,
  problems: Record<string, ProblemCode>,
): Omit<PlanChange, "was">[] {
  const seen = new Set<string>();
  return rowsWith(submitted).map(([row, { ref, stage, outcome, priority, due }]) => {
    const asked = stage ? outcomeRequiredBy(stage) : null;
    if (!ref) problems[`change.${row}`] = "change-without-action";
    else if (seen.has(ref)) problems[`change.${row}`] = "action-changed-twice";
    else if (asked && !outcome) problems[`change.${row}`] = `${asked}-missing`;
    else if (asked && outcome && outcome.length > REASON_MOST) problems[`change.${row}`] = `too-long:${REASON_MOST}`;
    seen.add(ref);
    return {
      ref,
      ...(stage && { stage }),
      ...(asked && outcome && { outcome: { [language]: outcome } }),
      ...(priority && { priority }),
      ...(due !== undefined && { due }),
    };
  });
}

/** The start quarters of those of the references that are actions. */
function startsOf(db: Database, refs: readonly string[]): Map<string, string | null> {
  if (refs.length === 0) return new Map();
  const found = db
    .select({ ref: actions.ref, start: actions.startQuarter })
    .from(actions)
    .where(inArray(actions.ref, [...refs]))
    .all();
  return new Map(found.map(({ ref, start }) => [ref, start]));
}

function suggestionsUnknown(db: Database, ids: readonly number[]): number[] {
  if (ids.length === 0) return [];
  const found = db
    .select({ id: suggestions.id })
    .from(suggestions)
    .where(inArray(suggestions.id, [...ids]))
    .all();
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

const QUARTERS_AHEAD = 12;

/** What the form offers to choose from; the network that is chosen already stays. 1 statement. */
export function decisionChoices(
  db: Database,
  networks: readonly Network[],
  language: Language,
  at: Date,
  chosen: number | null = null,
) {
  const now = quarterOf(at);
  return {
    people: db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(isNull(people.suspendedAt), ne(people.role, "observer")))
      .orderBy(asc(people.name))
      .all(),
    networks: networkOptions(networks, language, [chosen]),
    quarters: Array.from({ length: QUARTERS_AHEAD + 1 }, (_, i) => quarterAfter(now, i)).filter(isQuarter),
  };
}

export type DecisionChoices = ReturnType<typeof decisionChoices>;

/** A decision as its form shows it. 2 statements. */
export function valuesOf(db: Database, row: typeof decisions.$inferSelect): Submitted {
  const concerns = db
    .select({ ref: actions.ref, suggestionId: decisionConcerns.suggestionId })
    .from(decisionConcerns)
    .leftJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .where(eq(decisionConcerns.decisionId, row.id))
    .orderBy(asc(decisionConcerns.id))
    .all();
  const changes = row.planChanges;
  return {
    text: row.text,
    language: row.language,
    refs: concerns.flatMap(({ ref }) => ref ?? []).join(", "),
    suggestions: concerns.flatMap(({ suggestionId }) => (suggestionId ? suggestionName(suggestionId) : [])).join(", "),
    doer: row.doerId ?? "",
    doerNetwork: String(row.doerNetworkId ?? ""),
    dueOn: row.dueOn ?? "",
    lookAgainOn: row.lookAgainOn ?? "",
    revisits: String(row.revisitsId ?? ""),
    changeRef: changes.map(({ ref }) => ref),
    changeStage: changes.map(({ stage }) => stage ?? ""),
    changeOutcome: changes.map(({ outcome }) => Object.values(outcome ?? {})[0] ?? ""),
    changePriority: changes.map(({ priority }) => priority ?? ""),
    changeDue: changes.map(({ due }) => (due === undefined ? "" : (due ?? "none"))),
  };
}
