import { z } from "zod";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { cleanText } from "~/lib/text.ts";
import { log } from "~/log.server.ts";
import { confirmationOf } from "~/ui/confirmation.ts";
import { KEY_FIELD, TEXT_LANGUAGE } from "~/ui/form-key.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export type Submitted = Record<string, string | string[]>;

/** What a form gets back when it was not right: a problem beside each field concerned, and everything that was typed. */
export interface InvalidForm {
  problems: Record<string, ProblemCode>;
  submitted: Submitted;
}

/**
 * What became of a form: it was carried out, or it goes back to the person with what is wrong and everything that was typed.
 *
 * `Done` is what the page says of it, `Again` what the form needs besides to be shown once more. 200 is no fault: something was only
 * looked up for the form.
 */
export type FormResult<Done extends object = object, Again extends object = object> =
  | ({ ok: true } & Done)
  | ({ ok: false; status: 200 | 409 | 413 | 422 } & InvalidForm & Again);

export type Parsed<T> = { ok: true; value: T } | ({ ok: false } & InvalidForm);

/**
 * Reads a form through its schema. Fields that the schema has as lists are read whole, all others once. The schemas'
 * messages are the problems' codes; the screens say them in the person's language.
 */
export function parseForm<S extends z.ZodObject>(schema: S, form: FormData): Parsed<z.output<S>> {
  return parseSubmitted(schema, submittedIn(form, listsOf(schema)));
}

/** Reads what was typed through a schema, whose messages are the problems' codes. */
export function parseSubmitted<S extends z.ZodType>(schema: S, submitted: Submitted): Parsed<z.output<S>> {
  const result = schema.safeParse(submitted, { error: (issue) => codeWhereSchemaHasNone(issue, submitted) });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, submitted, problems: problemsOf(result.error) };
}

function problemsOf(error: z.ZodError): Record<string, ProblemCode> {
  const problems: Record<string, ProblemCode> = {};
  for (const issue of error.issues) problems[fieldOf(issue)] ??= codeOf(issue);
  return problems;
}

const fieldOf = ({ path }: { path?: PropertyKey[] | undefined }) => String(path?.[0] ?? "form");

/** A text that is too long names its limit, which is the schema's. */
function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  const tooLong = issue.code === "too_big" && issue.origin === "string" && issue.message !== "title-too-long";
  return tooLong ? `too-long:${Number(issue.maximum)}` : (issue.message as ProblemCode);
}

const logged = new Set<string>();

/**
 * Returns what is said of a fault for which the schema names no code. The log names it once, since the schema should: the
 * person learns little from a general text.
 */
function codeWhereSchemaHasNone(issue: z.core.$ZodRawIssue, submitted: Submitted): ProblemCode {
  const fault = `${fieldOf(issue)}: ${issue.code}`;
  if (!logged.has(fault)) log.warn({ fault }, "a form's schema names no code for a fault");
  logged.add(fault);
  return submitted[fieldOf(issue)]?.length ? "not-valid" : "missing";
}

/**
 * Everything typed in a form, as strings; a field in `lists` is a list even when it came once or not at all. This is where text comes
 * into the product: it is cleaned here, so that no feature has to.
 */
export function submittedIn(form: FormData, lists: readonly string[] = []): Submitted {
  const submitted: Submitted = Object.fromEntries(lists.map((name) => [name, []]));
  for (const [name, sent] of form) {
    if (typeof sent !== "string" || name === KEY_FIELD) continue;
    const value = cleanText(sent);
    if (lists.includes(name)) (submitted[name] as string[]).push(value);
    else submitted[name] ??= value;
  }
  return submitted;
}

/**
 * Returns the language in which the texts of a form are written.
 *
 * @param language the page's: that of a form which says nothing of its own
 */
export function textLanguageOf(form: FormData, language: Language): Language {
  const said = form.get(TEXT_LANGUAGE);
  return isOneOf(LANGUAGES, said) ? said : language;
}

/**
 * Whether the person has ticked that what stands in a field is meant: the box beside it (`app/ui/field.tsx`) carries the
 * text that it is about, so that it counts no more once the text is another.
 *
 * @param text what must have been confirmed, where that is more than the field's own text
 */
export function isConfirmed(submitted: Submitted, field: string, text = submitted[field]): boolean {
  return text !== undefined && submitted[confirmationOf(field)] === text;
}

function listsOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => (isList(field) ? [name] : []));
}

function isList(field: unknown): boolean {
  if (field instanceof z.ZodArray) return true;
  if (field instanceof z.ZodPipe) return isList(field.in);
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional) return isList(field.unwrap());
  return false;
}
