import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { type By, change } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Actor, Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { ActionFields } from "~db/stored/action-fields.ts";
import { rewrite } from "./mutations.server.ts";
import { quartersOutOfOrder } from "./quarters-in-order.ts";
import { readFields } from "./row.server.ts";
import { quartersShape } from "./schemas.ts";
import { actionOfEvent, isChangedSince, workableAction } from "./workable.server.ts";

/** The quarters between which an action is planned; null where nobody has agreed on one yet. */
export interface Quarters {
  start: string | null;
  due: string | null;
}

export type Replanned =
  | { status: "replanned"; event: number; quarters: Quarters }
  | { status: "unchanged" }
  | { status: "stale" }
  | { status: "invalid"; problems: Record<string, ProblemCode> };

/**
 * Gives an action other quarters and leaves all else as it is: an edit, recorded as one.
 *
 * @param version the version that the person had before them: an older one changes nothing and answers `stale`
 * @throws Refusal 404 for an unknown reference, 403 when the action is not the actor's
 */
export function replanAction(
  db: Database,
  by: By,
  actor: Actor,
  { ref, version, ...quarters }: Quarters & { ref: string; version: number },
): Replanned {
  return change(db, by, (tx, record): Replanned => {
    const row = workableAction(tx, actor, { ref });
    if (row.version !== version) return { status: "stale" };
    const problems = quartersOutOfOrder(quarters);
    if (Object.keys(problems).length > 0) return { status: "invalid", problems };
    const event = rewrite(tx, record, by, row, { ...readFields(tx, row), ...quarters });
    return event === null ? { status: "unchanged" } : { status: "replanned", event, quarters };
  });
}

/**
 * Sets the former quarters back, as long as the action has not been changed since.
 *
 * @returns `stale` when something happened to the action after that change
 * @throws Refusal 404 when the event is no change of quarters alone, 403 when the action is not the actor's
 */
export function undoReplan(
  db: Database,
  by: By,
  actor: Actor,
  { event }: { event: number },
): Replanned & { ref: string } {
  return change(db, by, (tx, record): Replanned & { ref: string } => {
    const wanted = { kind: "action.edited", name: "change of quarters" } as const;
    const { action: row, before } = actionOfEvent(tx, actor, event, wanted, quartersAlone);
    if (isChangedSince(tx, row.id, event)) return { status: "stale", ref: row.ref };

    const fields = { ...readFields(tx, row), ...before };
    const undone = rewrite(tx, record, by, row, fields, { undo: event });
    // Nothing has changed it since, so that what the event changed differs from what was before.
    if (undone === null) return { status: "unchanged", ref: row.ref };
    return { status: "replanned", event: undone, quarters: { start: fields.start, due: fields.due }, ref: row.ref };
  });
}

/** What an edit changed, when that was quarters and nothing else. */
function quartersAlone(before: Record<string, unknown> | null): Partial<Pick<ActionFields, "start" | "due">> | null {
  const names = Object.keys(before ?? {});
  return names.length > 0 && names.every((name) => name === "start" || name === "due") ? before : null;
}

// ── The form ─────────────────────────────────────────────────────────────────────────────────────────────────────

const replanSchema = z.object({
  ref: z.string().min(1),
  version: z.coerce.number().int().positive(),
  ...quartersShape,
});

const undoSchema = z.object({ event: z.coerce.number().int().positive() });

/** How an action is planned now, for somebody who wanted to plan it anew from how it was before. */
export interface PlannedNow extends Quarters {
  version: number;
  /** Who changed it last; null for what nobody did in person. */
  by: string | null;
  at: number;
}

/** What planning anew comes to, with the HTTP status that says so. */
export type ReplanAnswer =
  | { outcome: "replanned"; http: 200; ref: string; event: number; quarters: Quarters; undone: boolean }
  | { outcome: "unchanged"; http: 200; ref: string }
  | { outcome: "stale"; http: 409; ref: string; now: PlannedNow; submitted: Submitted }
  | { outcome: "invalid"; http: 422; ref: string; problems: Record<string, ProblemCode>; submitted: Submitted };

/** The intents of the forms that plan an action anew, and take that back. */
export const REPLAN = "replan";
export const UNDO_REPLAN = "undo-replan";

/**
 * Carries out the form that plans an action anew, or takes that back.
 *
 * @returns null when the form is not one of these
 * @throws Refusal 404 or 403 as `replanAction` does
 */
export function replanByForm(db: Database, by: By, viewer: Viewer, form: FormData): ReplanAnswer | null {
  if (form.get("intent") === UNDO_REPLAN) return undoByForm(db, by, viewer, form);
  if (form.get("intent") !== REPLAN) return null;
  const parsed = parseForm(replanSchema, form);
  const ref = String(form.get("ref") ?? "");
  if (parsed.ok) return answerTo(db, ref, replanAction(db, by, viewer, parsed.value), form);
  const { problems, submitted } = parsed;
  return problems.ref || problems.version ? null : { outcome: "invalid", http: 422, ref, problems, submitted };
}

function undoByForm(db: Database, by: By, viewer: Viewer, form: FormData): ReplanAnswer | null {
  const parsed = parseForm(undoSchema, form);
  if (!parsed.ok) return null;
  const { ref, ...undone } = undoReplan(db, by, viewer, parsed.value);
  const answer = answerTo(db, ref, undone, form);
  return answer.outcome === "replanned" ? { ...answer, undone: true } : answer;
}

function answerTo(db: Database, ref: string, replanned: Replanned, form: FormData): ReplanAnswer {
  switch (replanned.status) {
    case "replanned": {
      const { event, quarters } = replanned;
      return { outcome: "replanned", http: 200, ref, event, quarters, undone: false };
    }
    case "unchanged":
      return { outcome: "unchanged", http: 200, ref };
    case "stale":
      return { outcome: "stale", http: 409, ref, now: plannedNow(db, ref), submitted: submittedIn(form) };
    case "invalid":
      return { outcome: "invalid", http: 422, ref, problems: replanned.problems, submitted: submittedIn(form) };
  }
}

/** How an action is planned, and who changed it last. 1 statement. */
function plannedNow(db: Database, ref: string): PlannedNow {
  const found = newestChange(db, eq(actions.ref, ref));
  if (!found) throw new Refusal(404, `There is no action ${ref}.`);
  const { start, due, version, by, at } = found;
  return { start, due, version, by, at: +at };
}

/** A change of quarters that the viewer has just made and can still take back: what the quiet toast offers. 1 statement. */
export function replanUndoable(db: Database, viewer: Viewer, event: number): ReplanAnswer | null {
  const action = db.select({ id: events.actionId }).from(events).where(eq(events.id, event));
  const found = newestChange(db, eq(actions.id, action));
  if (found?.id !== event || found.kind !== "action.edited" || found.actor !== viewer.id) return null;
  if (!quartersAlone(found.before)) return null;
  const { ref, start, due, cause } = found;
  return { outcome: "replanned", http: 200, ref, event, quarters: { start, due }, undone: cause !== null };
}

function newestChange(db: Database, of: ReturnType<typeof eq>) {
  return db
    .select({
      ref: actions.ref,
      start: actions.startQuarter,
      due: actions.dueQuarter,
      version: actions.version,
      id: events.id,
      kind: events.kind,
      actor: events.actorId,
      by: people.name,
      at: events.at,
      before: events.before,
      cause: events.cause,
    })
    .from(actions)
    .innerJoin(events, eq(events.actionId, actions.id))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(of, inArray(events.kind, [...OF_THE_PLAN])))
    .orderBy(desc(events.id))
    .limit(1)
    .get();
}
