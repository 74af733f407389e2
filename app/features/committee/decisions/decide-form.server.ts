import { type FormResult, parseForm, submittedIn, textLanguageOf } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { dayOf } from "~/lib/days.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Checked } from "./applying.server.ts";
import { obstacleSaid } from "./changes.ts";
import {
  adoptDecision,
  carryOut,
  lookAgain,
  rejectDecision,
  type SettleResult,
  withdrawDecision,
} from "./deciding.server.ts";
import { decideSchema, positionSchema, rejectSchema, revisitSchema, versionSchema } from "./schemas.ts";
import { takePosition } from "./status.server.ts";

/** Why nothing was done, where no field is to blame. */
export type Why =
  /** Somebody changed the decision meanwhile. */
  | "stale"
  /** The rule does not hold: the page says what is missing. */
  | "missing"
  /** The committee has not refused it under the rule. */
  | "not-refused"
  /** The plan cannot be changed as decided: the page says where. */
  | "not-applied";

/** What a form of a decision's page came to. */
export type DecideResult = FormResult<{ done: string }, { why: Why | null; intent: string }>;

type Do = (visit: SignedInVisit, id: number, form: FormData) => DecideResult | null;

/**
 * Does what one of the page's forms asks, by its `intent`: says what a seat says, adopts, rejects, withdraws, carries out,
 * looks again.
 *
 * @returns null when the form is none of ours
 * @throws Refusal as the mutations do
 */
export function decideByForm(visit: SignedInVisit, id: number, form: FormData): DecideResult | null {
  const intent = String(form.get("intent") ?? "");
  const handler = Object.hasOwn(HANDLERS, intent) ? HANDLERS[intent] : undefined;
  return handler?.(visit, id, form) ?? null;
}

const done = (what: string): DecideResult => ({ ok: true, done: what });

const refused = (
  form: FormData,
  status: 409 | 422,
  why: Why | null,
  problems: Record<string, ProblemCode> = {},
): DecideResult => ({
  ok: false,
  status,
  why,
  problems,
  intent: String(form.get("intent") ?? ""),
  submitted: submittedIn(form),
});

const settled = (form: FormData, what: string, { status }: SettleResult): DecideResult =>
  status === "stale" ? refused(form, 409, "stale") : done(what);

const HANDLERS: Record<string, Do> = {
  position: ({ db, by, viewer, language }, id, form) => {
    const parsed = parseForm(positionSchema, form);
    if (!parsed.ok) return refused(form, 422, null, parsed.problems);
    const { seat, ...said } = parsed.value;
    const { status } = takePosition(db, by, viewer, {
      ...said,
      language: said.language ?? textLanguageOf(form, language),
      seatId: seat,
      decisionId: id,
    });
    if (status === "reason-missing") return refused(form, 422, null, { reason: "objection-reason-missing" });
    return status === "stale" ? refused(form, 409, "stale") : done("position-recorded");
  },
  adopt: ({ db, by, viewer }, id, form) => {
    const parsed = parseForm(versionSchema, form);
    if (!parsed.ok) return null;
    const adopted = adoptDecision(db, by, viewer, { id, ...parsed.value, seen: seenIn(form) });
    switch (adopted.status) {
      case "adopted":
        return done("adopted");
      case "stale":
        return refused(form, 409, "stale");
      case "missing":
        return refused(form, 422, "missing");
      case "not-applied": {
        const problems = problemsOf(adopted.checked);
        // What the plan does not allow is wrong as written; what has moved on is to be looked at and confirmed.
        return refused(form, Object.keys(problems).length > 0 ? 422 : 409, "not-applied", problems);
      }
    }
  },
  reject: ({ db, by, viewer }, id, form) => {
    const parsed = parseForm(rejectSchema, form);
    if (!parsed.ok) return refused(form, 422, null, parsed.problems);
    const { sure, ...said } = parsed.value;
    const rejected = rejectDecision(db, by, viewer, { id, ...said, sure: sure === "yes" });
    if (rejected.status === "not-refused") return refused(form, 422, "not-refused");
    return settled(form, "rejected", rejected);
  },
  withdraw: ({ db, by, viewer }, id, form) => {
    const parsed = parseForm(decideSchema, form);
    if (!parsed.ok) return refused(form, 422, null, parsed.problems);
    return settled(form, "withdrawn", withdrawDecision(db, by, viewer, { id, ...parsed.value }));
  },
  done: ({ db, by, viewer }, id) => {
    carryOut(db, by, viewer, { id, done: true });
    return done("done");
  },
  undone: ({ db, by, viewer }, id) => {
    carryOut(db, by, viewer, { id, done: false });
    return done("undone");
  },
  look: ({ db, by, viewer, at, language }, id, form) => {
    const parsed = parseForm(revisitSchema, form);
    if (!parsed.ok) return refused(form, 422, null, parsed.problems);
    if (parsed.value.until && parsed.value.until <= dayOf(at))
      return refused(form, 422, null, { until: "day-in-past" });
    const look = { id, ...parsed.value, language: parsed.value.language ?? textLanguageOf(form, language) };
    return settled(form, parsed.value.outcome, lookAgain(db, by, viewer, look));
  },
};

/** What stands in the way of each change, as its row on the page says it. */
function problemsOf(checked: readonly Checked[]): Record<string, ProblemCode> {
  return Object.fromEntries(
    checked.flatMap(({ change, obstacle }) =>
      obstacle ? [[`change.${change.ref}`, obstacleSaid(obstacle, change.stage)] as const] : [],
    ),
  );
}

/** `seen.LOB-3` holds the version of an action that moved on, as whoever adopts has confirmed it. */
function seenIn(form: FormData): Map<string, number> {
  const seen = new Map<string, number>();
  for (const [name, value] of form) if (name.startsWith("seen.")) seen.set(name.slice(5), Number(value));
  return seen;
}
