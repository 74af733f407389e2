import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { type Board, type Language, STAGES, type Stage } from "~/domain.ts";
import { parseForm, type Submitted, textLanguageOf } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import type { Placement } from "~db/stored/action-fields.ts";
import type { Neighbours } from "./form-types.ts";
import { type Moved, moveAction, undoMove } from "./moves.server.ts";

/** The two ways to name no neighbour. */
export const TOP = "top";
export const END = "end";

const moveSchema = z.object({
  ref: z.string().min(1),
  version: z.coerce.number().int().positive(),
  stage: z.enum(STAGES, "not-a-choice"),
  /** The reference of the card above, or `top`, or `end`. */
  after: z.string().max(20).default(END),
  outcome: z.string().trim().max(4000, "too-long").default(""),
});

const undoSchema = z.object({ event: z.coerce.number().int().positive() });

/** Where an action stands now, for somebody who wanted to move it from where it stood before. */
export interface CurrentPlace {
  stage: Stage;
  version: number;
  /** Who changed it last; null for what nobody did in person. */
  by: string | null;
  at: number;
}

/** What a move comes to, with the HTTP status that says so. */
export type MoveAnswer =
  | { outcome: "moved"; http: 200; ref: string; event: number; stage: Stage; from: Stage; undone: boolean }
  | { outcome: "unchanged"; http: 200; ref: string }
  | { outcome: "stale"; http: 409; ref: string; now: CurrentPlace; submitted: Submitted }
  | { outcome: "invalid"; http: 422; ref: string; problems: Record<string, ProblemCode>; submitted: Submitted };

/**
 * Carries out the form of a move, or of taking one back (`intent=undo`).
 *
 * @param options.amongAll whether the page shows the cards of all boards in one column
 * @returns null when the form is not one that our pages make
 * @throws Refusal 404 or 403 as `moveAction` does
 */
export function moveByForm(
  db: Database,
  by: By,
  viewer: Viewer,
  form: FormData,
  language: Language,
  { amongAll = false } = {},
): MoveAnswer | null {
  if (form.get("intent") === "undo") return undoByForm(db, by, viewer, form);
  const parsed = parseForm(moveSchema, form);
  const ref = String(form.get("ref") ?? "");
  if (!parsed.ok) {
    const { problems, submitted } = parsed;
    return problems.ref || problems.version ? null : { outcome: "invalid", http: 422, ref, problems, submitted };
  }
  const { version, stage, after, outcome } = parsed.value;
  const moved = moveAction(db, by, viewer, {
    ref,
    version,
    stage,
    after: after === TOP ? null : after === END ? undefined : after,
    amongAll,
    outcome: outcome ? { [textLanguageOf(form, language)]: outcome } : undefined,
  });
  return answerTo(db, ref, moved, form);
}

function undoByForm(db: Database, by: By, viewer: Viewer, form: FormData): MoveAnswer | null {
  const parsed = parseForm(undoSchema, form);
  if (!parsed.ok) return null;
  const { ref = "", ...moved } = undoMove(db, by, viewer, parsed.value);
  const answer = answerTo(db, ref, moved as Moved, form);
  return answer.outcome === "moved" ? { ...answer, undone: true } : answer;
}

function answerTo(db: Database, ref: string, moved: Moved, form: FormData): MoveAnswer {
  const submitted = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  switch (moved.status) {
    case "moved":
      return {
        outcome: "moved",
        http: 200,
        ref,
        event: moved.event,
        stage: moved.stage,
        from: moved.from,
        undone: false,
      };
    case "unchanged":
      return { outcome: "unchanged", http: 200, ref };
    case "stale":
      return { outcome: "stale", http: 409, ref, now: standsNow(db, ref), submitted };
    case "outcome-missing":
      return { outcome: "invalid", http: 422, ref, submitted, problems: { outcome: `${moved.asked}-missing` } };
    case "link-missing":
      return { outcome: "invalid", http: 422, ref, submitted, problems: { stage: "link-missing" } };
  }
}

function standsNow(db: Database, ref: string): CurrentPlace {
  const found = db
    .select({ stage: actions.stage, version: actions.version, by: people.name, at: events.at })
    .from(actions)
    .innerJoin(events, eq(events.actionId, actions.id))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(actions.ref, ref), inArray(events.kind, [...OF_THE_PLAN])))
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  if (!found) throw new Error(`${ref} has no history.`);
  return { ...found, at: +found.at };
}

/** A move that the viewer has just made and can still take back: what the quiet toast offers. 1 statement. */
export function undoableMove(
  db: Database,
  viewer: Viewer,
  event: number,
): Extract<MoveAnswer, { outcome: "moved" }> | null {
  const found = db
    .select({
      ref: actions.ref,
      id: events.id,
      kind: events.kind,
      actor: events.actorId,
      cause: events.cause,
      stage: actions.stage,
      before: events.before,
    })
    .from(events)
    .innerJoin(actions, eq(actions.id, events.actionId))
    .where(
      and(
        eq(events.actionId, db.select({ id: events.actionId }).from(events).where(eq(events.id, event))),
        inArray(events.kind, [...OF_THE_PLAN]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  if (found?.id !== event || found.kind !== "action.moved" || found.actor !== viewer.id) return null;
  const { ref, stage, cause, before } = found;
  const from = (before as Partial<Placement> | null)?.stage ?? stage;
  return { outcome: "moved", http: 200, ref, event, stage, from, undone: cause !== null && "undo" in cause };
}

/** How many cards of a stage the form offers to be placed below. */
const NEIGHBOURS_AT_MOST = 40;

/** The first cards of each stage of a board, as places for the form of a move. 1 statement. */
export function neighboursOn(db: Database, board: Board, language: Language): Neighbours[] {
  const { title } = titleIn(language);
  const columns = STAGES.map(
    (stage) => sql`select * from (
      select ${actions.stage} as stage, ${actions.ref} as ref, ${title} as title
      from ${actions}
      where ${actions.board} = ${board} and ${actions.stage} = ${stage}
      order by ${actions.rank} limit ${NEIGHBOURS_AT_MOST})`,
  );
  const rows = db.all<{ stage: Stage; ref: string; title: string }>(sql.join(columns, sql` union all `));
  return STAGES.map((stage) => ({ stage, cards: rows.filter((row) => row.stage === stage) }));
}
