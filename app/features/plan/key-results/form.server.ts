import { and, desc, eq, sql } from "drizzle-orm";
import { HEALTHS, type Health, isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import {
  isConfirmed,
  type Parsed,
  parseForm,
  type Submitted,
  submittedIn,
  textLanguageOf,
} from "~/features/core/forms.server.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, numberForInput, readNumber } from "~/lib/numbers.ts";
import { isQuarter, quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { confirmationOf } from "~/ui/confirmation.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people } from "~db/schema/people.ts";
import type { NewCheckIn } from "./check-in.server.ts";
import type { KeyResultInput, Row } from "./mutations.server.ts";
import { checkInSchema, keyResultSchema, numberProblem, problemsAcross, submittedNames, twoWays } from "./schemas.ts";

const QUARTERS_BACK = 4;
const QUARTERS_AHEAD = 12;

/** The quarters that a key result can be due in; the one that it has is among them, however old. */
export function dueChoices(at: Date, has: string | null = null): string[] {
  const now = quarterOf(at);
  const near = Array.from({ length: QUARTERS_BACK + QUARTERS_AHEAD + 1 }, (_, i) =>
    quarterAfter(now, i - QUARTERS_BACK),
  );
  return [...new Set([...near, ...[has].filter(isQuarter)])].sort();
}

/** Reads the form of a key result. */
export function parseKeyResult(
  form: FormData,
  language: Language,
): Parsed<KeyResultInput & { version: number | undefined }> {
  const parsed = parseForm(keyResultSchema(language), form);
  if (!parsed.ok) return parsed;
  const submitted = submittedIn(form);
  const problems = problemsAcross(parsed.value, language);
  for (const field of ["start", "target"])
    if (isUnsure(submitted, field, language)) problems[field] ??= twoWays(String(submitted[field]), language);
  if (Object.keys(problems).length > 0) return { ok: false, problems, submitted };
  const { unit, start, target, due, version } = parsed.value;
  return { ok: true, value: { name: submittedNames(parsed.value), unit, start, target, due, version } };
}

/** A key result as its form shows it. */
export function valuesOf(row: Row, language: Language): Submitted {
  return {
    ...Object.fromEntries(LANGUAGES.map((one) => [`name.${one}`, row.name[one] ?? ""])),
    unit: row.unit,
    start: numberForInput(row.start, LOCALES[language]),
    target: numberForInput(row.target, LOCALES[language]),
    due: row.dueQuarter ?? "",
  };
}

/** As `valuesOf`, with its numbers confirmed: nobody is asked about what stands already. */
export function valuesToEdit(row: Row, language: Language): Submitted {
  const values = valuesOf(row, language);
  return {
    ...values,
    [confirmationOf("start")]: values.start ?? "",
    [confirmationOf("target")]: values.target ?? "",
  };
}

/** Somebody else saved or retired it first: how it stands now, beside what was typed. */
export interface KeyResultConflict {
  by: string | null;
  at: number;
  version: number;
  retired: boolean;
  /** The fields in which what stands differs from what was typed. */
  differs: { field: string; theirs: string; mine: string }[];
}

/** Compares what was typed with how the key result stands now. 1 statement. */
export function keyResultConflict(db: Database, row: Row, submitted: Submitted, language: Language): KeyResultConflict {
  const retired = row.retiredAt !== null;
  const kind = retired ? "key-result.retired" : "key-result.edited";
  const last = db
    .select({ by: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.actionId, row.actionId),
        eq(events.kind, kind),
        sql`coalesce(${events.after}, ${events.before}) ->> '$.keyResultId' = ${row.id}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  const now = valuesOf(row, language);
  const differs = Object.keys(now)
    .map((field) => ({
      field: NAMED[field] ?? field,
      theirs: String(now[field]),
      mine: String(submitted[field] ?? ""),
    }))
    .filter(({ theirs, mine }) => theirs !== mine.trim());
  return {
    by: last?.by ?? null,
    at: +(last?.at ?? row.retiredAt ?? row.createdAt),
    version: row.version,
    retired,
    differs,
  };
}

/** The form's own name for the start is history's `from`: there, `start` is a quarter. */
const NAMED: Record<string, string> = { start: "from" };

/** A key result whose value is asked for. */
export type KeyResultToMeasure = { id: number };

/** Reads a check-in: what is said, and a value for each key result that one is given for. */
export function parseCheckIn(
  form: FormData,
  keyResults: readonly KeyResultToMeasure[],
  language: Language,
): Parsed<NewCheckIn> {
  const parsed = parseForm(checkInSchema, form);
  const submitted = submittedIn(form);
  const problems: Record<string, ProblemCode> = parsed.ok ? {} : { ...parsed.problems };
  const values: { id: number; value: number; health: Health | null }[] = [];
  for (const { id } of keyResults) {
    const text = String(submitted[`value.${id}`] ?? "").trim();
    if (!text) continue;
    const value = readNumber(text, LOCALES[language]);
    const health = submitted[`health.${id}`];
    if (value === null) problems[`value.${id}`] = numberProblem(text, language);
    else if (isUnsure(submitted, `value.${id}`, language)) problems[`value.${id}`] = twoWays(text, language);
    else values.push({ id, value, health: isOneOf(HEALTHS, health) ? health : null });
  }
  if (!parsed.ok || Object.keys(problems).length > 0) return { ok: false, problems, submitted };
  return { ok: true, value: { ...parsed.value, language: textLanguageOf(form, language), values } };
}

/** Whether a number could be a thousand times another one, and the person has not said that it is meant as it stands. */
function isUnsure(submitted: Submitted, field: string, language: Language): boolean {
  return isDoubtful(String(submitted[field] ?? ""), LOCALES[language]) && !isConfirmed(submitted, field);
}

/** The key results for which a form brought a value, whether they are followed still or not. */
export function valuesNamed(form: FormData): KeyResultToMeasure[] {
  const ids = [...form].flatMap(([name, value]) => {
    const id = /^value\.(\d{1,9})$/.exec(name)?.[1];
    return id && String(value).trim() ? [Number(id)] : [];
  });
  return [...new Set(ids)].map((id) => ({ id }));
}
