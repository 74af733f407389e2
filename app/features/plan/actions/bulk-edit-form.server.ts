import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { type Board, type Language, PRIORITIES, type Priority, STAGES, type Stage } from "~/domain.ts";
import { parseForm, type Submitted, textLanguageOf } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { OF_THE_PLAN } from "~/features/core/history/events.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { problemCode } from "~/features/core/schemas.ts";
import { titleIn } from "~/features/plan/actions/titles.server.ts";
import { foreign } from "~/i18n/languages.ts";
import { isQuarter } from "~/lib/quarter.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { BULK_EDIT_MOST, type BulkEditObstacle, bulkEdit, type Changes, undoBulkEdit } from "./bulk-edit.server.ts";
import type { BulkFieldName } from "./fields.ts";
import { labelList } from "./schemas.ts";

/** The value of a field that takes away what it has; an empty one leaves it as it is. */
export const NONE = "none";

const quarterOrNone = z
  .string()
  .default("")
  .refine((value) => value === "" || value === NONE || isQuarter(value), problemCode("not-a-quarter"));

/** How the form of a common change reads each field: empty where it is to stay as it is. */
const BULK_SCHEMAS = {
  priority: z.enum(["", ...PRIORITIES], problemCode("not-a-choice")).default(""),
  stage: z.enum(["", ...STAGES], problemCode("not-a-choice")).default(""),
  start: quarterOrNone,
  due: quarterOrNone,
  responsible: z.string().max(100, problemCode("not-a-choice")).default(""),
  lead: z.union([z.literal(""), z.coerce.number().int().positive()], problemCode("not-a-choice")).default(""),
} satisfies Record<BulkFieldName, z.ZodType<string | number>>;

const schema = z.object({
  chosen: z.array(z.string().max(20)).max(BULK_EDIT_MOST, problemCode("too-long")),
  ...BULK_SCHEMAS,
  addLabels: labelList,
  removeLabels: labelList,
  outcome: z.string().trim().max(4000, problemCode("too-long")).default(""),
});

const undoSchema = z.object({ event: z.coerce.number().int().positive() });

/** How an action stands, for somebody who chose it for a common change. */
export interface ChosenNow {
  ref: string;
  version: number;
  title: string;
  lang: Language | null;
  stage: Stage;
  priority: Priority;
  due: string | null;
  lead: number;
}

/** One that keeps the others from being changed: why, and who changed it last and when. */
export interface Hindering {
  ref: string;
  why: BulkEditObstacle;
  by: string | null;
  at: number | null;
}

/** What a common change, or taking one back, comes to, with the HTTP status that says so. */
export type BulkEditAnswer =
  | {
      outcome: "changed";
      http: 200;
      event: number;
      refs: string[];
      /** The versions that the changed actions have now, by reference: what the same person changes next begins there. */
      versions: Record<string, number>;
    }
  | { outcome: "unchanged"; http: 200 }
  | { outcome: "undone"; http: 200 | 409; refs: string[]; left: string[] }
  | { outcome: "invalid"; http: 422; problems: Record<string, ProblemCode>; submitted: Submitted }
  | { outcome: "hindered"; http: 409; by: Hindering[]; submitted: Submitted };

/** What is allowed in a form that this viewer's page makes. */
interface Allowed {
  board: Board;
  language: Language;
  /** The networks that the viewer may name as a lead. */
  leads: readonly { id: number }[];
}

/**
 * Carries out the form of a common change, or of taking one back (`intent=undo`). One action in the table goes the same way.
 *
 * @returns null when the form is not one that our pages make
 * @throws Refusal 404 or 403 as `bulkEdit` and `undoBulkEdit` do
 */
export function bulkEditByForm(
  db: Database,
  by: By,
  viewer: Viewer,
  form: FormData,
  { board, language, leads }: Allowed,
): BulkEditAnswer | null {
  if (form.get("intent") === "undo") {
    const parsed = parseForm(undoSchema, form);
    if (!parsed.ok) return null;
    const { refs, left } = undoBulkEdit(db, by, viewer, parsed.value);
    return { outcome: "undone", http: left.length > 0 ? 409 : 200, refs, left };
  }
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return { outcome: "invalid", http: 422, problems: parsed.problems, submitted: parsed.submitted };
  const { chosen, outcome, ...fields } = parsed.value;
  const lists = { addLabels: fields.addLabels.join(", "), removeLabels: fields.removeLabels.join(", ") };
  const submitted: Submitted = { ...fields, ...lists, lead: String(fields.lead), outcome, chosen };
  const invalid = (problems: Record<string, ProblemCode>): BulkEditAnswer => ({
    outcome: "invalid",
    http: 422,
    problems,
    submitted,
  });
  const changes = changesIn(fields);
  if (chosen.length === 0) return invalid({ chosen: "no-action-chosen" });
  if (Object.keys(changes).length === 0) return invalid({ changes: "no-change-chosen" });
  if (changes.lead !== undefined && !leads.some(({ id }) => id === changes.lead))
    return invalid({ lead: "not-your-network" });

  const wanted = [...new Set(chosen)].map((ref) => ({ ref, version: Number(form.get(`version.${ref}`)) }));
  const changed = bulkEdit(db, by, viewer, {
    board,
    chosen: wanted,
    changes,
    outcome: outcome ? { [textLanguageOf(form, language)]: outcome } : undefined,
  });
  switch (changed.status) {
    case "changed":
      return {
        outcome: "changed",
        http: 200,
        event: changed.event,
        refs: changed.refs,
        versions: versionsOf(db, changed.refs),
      };
    case "unchanged":
      return { outcome: "unchanged", http: 200 };
    case "outcome-missing":
      return invalid({ outcome: `${changed.asked}-missing` });
    case "hindered":
      return { outcome: "hindered", http: 409, by: withLastChange(db, changed.by), submitted };
  }
}

/** The versions of some actions. 1 statement. */
function versionsOf(db: Database, refs: readonly string[]): Record<string, number> {
  const rows = db
    .select({ ref: actions.ref, version: actions.version })
    .from(actions)
    .where(inArray(actions.ref, [...refs]))
    .all();
  return Object.fromEntries(rows.map(({ ref, version }) => [ref, version]));
}

type Fields = Omit<z.output<typeof schema>, "chosen" | "outcome">;

/** What each field that is not left as it is becomes. */
const BECOMES: { [Name in BulkFieldName]: (chosen: Exclude<Fields[Name], "">) => Changes[Name] } = {
  priority: (priority) => priority,
  stage: (stage) => stage,
  start: (start) => (start === NONE ? null : start),
  due: (due) => (due === NONE ? null : due),
  lead: (lead) => lead,
  responsible: (id) => (id === NONE ? null : id),
};

function changesIn(fields: Fields): Changes {
  const names = Object.keys(BECOMES) as BulkFieldName[];
  return {
    ...Object.fromEntries(
      names.flatMap((name) => (fields[name] === "" ? [] : [[name, BECOMES[name](fields[name] as never)]])),
    ),
    ...(fields.addLabels.length > 0 && { addLabels: fields.addLabels }),
    ...(fields.removeLabels.length > 0 && { removeLabels: fields.removeLabels }),
  };
}

/** Who changed each of them last. 1 statement. */
function withLastChange(db: Database, hindering: { ref: string; why: BulkEditObstacle }[]): Hindering[] {
  const refs = hindering.map(({ ref }) => ref);
  const newest = db
    .select({ ref: actions.ref, by: people.name, at: events.at, id: events.id })
    .from(actions)
    .innerJoin(events, eq(events.actionId, actions.id))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(inArray(actions.ref, refs), inArray(events.kind, [...OF_THE_PLAN])))
    .orderBy(events.id)
    .all();
  const last = new Map(newest.map((one) => [one.ref, one]));
  return hindering.map((one) => {
    const found = one.why === "not-yours" ? undefined : last.get(one.ref);
    return { ...one, by: found?.by ?? null, at: found ? +found.at : null };
  });
}

/** The chosen actions of a board as they stand, in the order of their references. 1 statement. */
export function chosenNow(db: Database, board: Board, refs: readonly string[], language: Language): ChosenNow[] {
  const { title, lang } = titleIn(language);
  const rows = db
    .select({
      ref: actions.ref,
      version: actions.version,
      title,
      lang,
      stage: actions.stage,
      priority: actions.priority,
      due: actions.dueQuarter,
      lead: actions.leadId,
    })
    .from(actions)
    .where(and(eq(actions.board, board), inArray(actions.ref, refs.slice(0, BULK_EDIT_MOST))))
    .orderBy(actions.id)
    .all();
  return rows.map((row) => ({ ...row, lang: foreign(row.lang, language) }));
}
