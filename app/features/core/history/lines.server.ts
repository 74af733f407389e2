import {
  type AnswerOutcome,
  LANGUAGES,
  type Language,
  type LookOutcome,
  type RegisterName,
  type Stage,
  type Translated,
} from "~/domain.ts";
import type { Details } from "~/features/core/details.server.ts";
import { languageShown } from "~/i18n/languages.ts";
import { sameValue } from "~/lib/same-value.ts";
import type { events } from "~db/schema/history.ts";
import type { EventKind } from "~db/stored/events.ts";
import { entryLines } from "./entry-lines.server.ts";
import type { FieldChange, Shown } from "./field-change.ts";
import { budgetedDiff, type DiffBudget, soleBudget } from "./word-diff.ts";

/** One line of history, plain data: who, when, what, why. No mail address ever comes along. */
export interface HistoryLine {
  id: number;
  kind: EventKind;
  at: number;
  /** Null for the seed and the system. */
  by: string | null;
  /** Whether nobody did it in person because the program did, on its schedule. */
  scheduled: boolean;
  /** An action's reference and title, where the event is about one. */
  ref: string | null;
  title: string | null;
  network: string | null;
  person: string | null;
  /** The name of the part of an action that changed and kept its name: which milestone. */
  about: string | null;
  /** The reference of the other action that the event names: the one from which this was made. */
  other: string | null;
  from: Stage | null;
  to: Stage | null;
  changes: FieldChange[];
  why: string | null;
  /** The event that this one takes back. */
  undoes: number | null;
  /** The suggestion that the event is about, or that caused it. */
  suggestion: { id: number; title: string } | null;
  /** Whether that suggestion brought the event about: its acceptance changed the plan. */
  caused: boolean;
  /** The entry of a board's tool that the event is about. */
  entry: { id: number; register: RegisterName; title: string } | null;
  decision: AnswerOutcome | null;
  /** The committee's decision that brought the event about. */
  decidedIn: number | null;
  /** What came of looking at a decision again. */
  outcome: LookOutcome | null;
  /** What had been there is there no longer: a sign-off that was taken back. */
  takenBack: boolean;
  /** The comment that it carries has been withdrawn since: what it said is shown no more. */
  withdrawn: boolean;
  /** What it says is not what its kind says: a screen names its number and no more. */
  unreadable: boolean;
}

interface Row {
  event: typeof events.$inferSelect;
  by: string | null;
  person: string | null;
  network: Record<Language, string> | null;
  action: Details["action"] | null;
  suggestion: Details["suggestion"] | null;
  entry: Details["entry"] | null;
  /** When the comment that it carries was withdrawn. */
  withdrawn: Date | null;
}

export interface Known {
  language: Language;
  networkName: (id: number) => string | null;
  personName: (id: string) => string | null;
  /** What the page may spend on texts that changed. Without one, each call may show all that it is given. */
  budget?: DiffBudget;
}

/** Turns a stored event into what a screen shows of it. */
export function historyLine(row: Row, known: Known): Omit<HistoryLine, "unreadable"> {
  const { event, by, person, network, action, suggestion, entry } = row;
  const { id, kind, at, before, after, why, cause, entryId } = event;
  const stages = kind === "action.moved" || kind === "action.created";
  return {
    id,
    kind,
    by,
    scheduled: by === null && ((cause !== null && "recurrence" in cause) || kind === "decision.due"),
    person,
    ref: action?.ref ?? null,
    title: action?.title ?? null,
    at: +at,
    network: network?.[known.language] ?? null,
    about: entry ? entryLines().heading(entry.register, event, known.language) : aboutOf(event, known.language),
    other: OTHER_ACTION[kind] ? said(after?.[OTHER_ACTION[kind]]) : null,
    from: stages ? ((before?.stage as Stage | undefined) ?? null) : null,
    to: stages ? ((after?.stage as Stage | undefined) ?? null) : null,
    changes: entry
      ? entryLines().changes(entry.register, event, known)
      : SHOWS_CHANGES[kind]
        ? [...measuredIn(after, known.language), ...changesOf(before ?? {}, after ?? {}, known)]
        : [],
    why: row.withdrawn
      ? null
      : (why ?? textOf(after?.outcome, known.language) ?? textOf(after?.reason, known.language) ?? said(after?.text)),
    withdrawn: row.withdrawn !== null,
    undoes: cause && "undo" in cause ? cause.undo : null,
    suggestion: suggestion && { id: suggestion.id, title: suggestion.title },
    entry:
      entry && entryId
        ? { id: entryId, register: entry.register, title: textOf(entry.title, known.language) ?? "" }
        : null,
    caused: cause !== null && "suggestion" in cause,
    decidedIn: cause && "decision" in cause ? cause.decision : null,
    outcome: kind === "decision.looked-at" ? ((after?.outcome as LookOutcome | undefined) ?? null) : null,
    takenBack: before !== null && after === null,
    decision: kind === "suggestion.answered" ? ((after?.decision as AnswerOutcome | undefined) ?? null) : null,
  };
}

/** The name of what an event is about, where the line of another thing's history names it: a milestone, a template. */
function aboutOf({ kind, before, after }: Row["event"], language: Language): string | null {
  if (kind === "milestone.edited") return textOf(before?.name, language);
  if (kind === "action.made-from-template") return textOf(after?.template, language);
  if (!kind.startsWith("template.")) return null;
  const fields = after ?? before;
  return textOf(Object.fromEntries(LANGUAGES.map((one) => [one, fields?.[`title.${one}`]])), language);
}

/** Where the payload of an event names another action. */
const OTHER_ACTION: Partial<Record<EventKind, string>> = {
  "action.duplicated": "from",
  "action.recurred": "follows",
};

/** Whether the fields that differ are shown of an event of each kind. A kind that is added is asked for here by the compiler. */
const SHOWS_CHANGES: Record<EventKind, boolean> = {
  "action.created": false,
  "action.edited": true,
  "action.moved": true,
  "action.duplicated": false,
  "action.made-from-template": false,
  "action.recurred": false,
  "action.recurrence-edited": true,
  "template.created": false,
  "template.edited": true,
  "template.retired": false,
  "template.restored": false,
  "action.commented": false,
  "action.comment-edited": false,
  "action.comment-withdrawn": false,
  "link.created": true,
  "link.edited": true,
  "link.removed": true,
  "link.answered": true,
  "key-result.created": true,
  "key-result.edited": true,
  "key-result.retired": true,
  "check-in.given": true,
  "dependency.created": true,
  "dependency.removed": true,
  "dependency.freed": true,
  "milestone.created": true,
  "milestone.edited": true,
  "milestone.removed": true,
  "document.added": true,
  "document.removed": true,
  "suggestion.submitted": false,
  "suggestion.edited": true,
  "suggestion.supported": false,
  "suggestion.unsupported": false,
  "suggestion.commented": false,
  "suggestion.comment-edited": false,
  "suggestion.comment-withdrawn": false,
  "suggestion.taken-up": false,
  "suggestion.put-off": false,
  "suggestion.asked": false,
  "suggestion.merged": false,
  "suggestion.unmerged": false,
  "suggestion.answered": false,
  "suggestion.withdrawn": false,
  "response-deadlines.edited": true,
  "review.opened": false,
  "review.edited": true,
  "review.turned": false,
  "review.attended": false,
  "review.assessed": true,
  "review.aligned": true,
  "review.commented": false,
  "review.comment-edited": false,
  "review.comment-withdrawn": false,
  "review.reported-back": false,
  "review.signed-off": false,
  "review.sign-off-lapsed": false,
  "review.closed": false,
  "review.added-to": false,
  "decision.proposed": false,
  "decision.edited": true,
  "decision.position-recorded": true,
  "decision.lapsed": true,
  "decision.adopted": false,
  "decision.rejected": false,
  "decision.withdrawn": false,
  "decision.done": false,
  "decision.due": false,
  "decision.looked-at": false,
  "decision.carried-over": true,
  "decision-rule.edited": true,
  "figures.edited": true,
  "committee-term.edited": true,
  "report.edited": false,
  "entry.created": false,
  "entry.edited": false,
  "entry.removed": false,
  "entry.restored": false,
  "entry-part.added": false,
  "entry-part.edited": false,
  "entry-part.removed": false,
  "rate.entered": true,
  "network.created": false,
  "network.edited": true,
  "network.closed": false,
  "network.reopened": false,
  "network.removed": false,
  "seat.created": true,
  "seat.edited": true,
  "seat.removed": true,
  "person.invited": true,
  "person.invited-again": false,
  "person.uninvited": false,
  "person.joined": true,
  "person.edited": true,
  "person.suspended": false,
  "person.restored": false,
};

/** The values of a check-in, each under the name of its key result. */
function measuredIn(after: Record<string, unknown> | null, language: Language): FieldChange[] {
  const values = (after?.values ?? []) as { keyResult: Translated; unit: string; value: number }[];
  return values.map(({ keyResult, unit, value }) => ({
    field: "value",
    name: textOf(keyResult, language) ?? "",
    unit,
    before: null,
    after: value,
  }));
}

const said = (text: unknown) => (typeof text === "string" ? text : null);

/** What a line says otherwise already, and what says nothing to a person. */
const SAID_ELSEWHERE = new Set([
  "stage",
  "rank",
  "outcome",
  "email",
  "text",
  "comment",
  "still",
  "seat",
  "planChanges",
  "values",
  // What an event is about is named by ids, which are for programs.
  "keyResultId",
  "templateId",
  "recurrenceId",
  "checkInId",
  "milestoneId",
  "documentId",
]);
const TEXTS = /^(title|description|expectedResult)\.|^(title|why|wording)$/;

/** A field of a suggestion's proposal is named as the action's own. */
const fieldName = (name: string) => name.replace(/^proposal\./, "");

/** The fields that differ between two records, for a screen. */
export function changesOf(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  known: Known,
): FieldChange[] {
  const budget = known.budget ?? soleBudget();
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !SAID_ELSEWHERE.has(field) && !sameValue(before[field], after[field]))
    .map((name): FieldChange => {
      const field = fieldName(name);
      if (TEXTS.test(field)) {
        return { field, parts: budgetedDiff(String(before[name] ?? ""), String(after[name] ?? ""), budget) };
      }
      return { field, before: shown(field, before[name], known), after: shown(field, after[name], known) };
    });
}

const PERSON_FIELDS = new Set(["responsible"]);
const NETWORK_FIELDS = new Set(["lead", "networkId", "parentId", "originId", "mandateById"]);

function shown(field: string, value: unknown, { language, networkName, personName }: Known): Shown {
  if (value === null || value === undefined) return null;
  if (PERSON_FIELDS.has(field)) return personName(String(value));
  if (NETWORK_FIELDS.has(field)) return networkName(Number(value));
  // The parts of a template, by their names.
  if (Array.isArray(value))
    return value.map((one) =>
      typeof one === "object" ? (textOf(one?.name, language) ?? "") : (one as string | number),
    );
  if (typeof value === "object") return textOf(value, language) ?? Object.values(value as object).join(", ");
  return typeof value === "number" ? value : String(value);
}

/** A text by language, in the reader's or in the one that there is. */
function textOf(value: unknown, language: Language): string | null {
  if (typeof value !== "object" || value === null) return null;
  const texts = value as Translated;
  const written = languageShown(texts, language);
  return written ? (texts[written] ?? null) : (Object.values(texts)[0] ?? null);
}
