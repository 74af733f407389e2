import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "~/domain.ts";
import { day, isWebAddress, problemCode } from "~/features/core/schemas.ts";
import { parseActionRefs } from "~/features/plan/actions/reference.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, readingsOf, readNumber } from "~/lib/numbers.ts";
import type { Field, Fields } from "./field.ts";

/* The forms of entries and parts, made from their definitions. Messages are the codes of app/ui/problems.ts. */

const TITLE_MOST = 200;
const ADDRESS_MOST = 2000;

/** References of actions, with commas, spaces or lines between. */
const actionRefs = z
  .string()
  .max(2000, problemCode("too-long"))
  .default("")
  .transform((submitted, context) => {
    const refs = parseActionRefs(submitted);
    if (!refs) context.addIssue({ code: "custom", message: problemCode("not-references") });
    return refs ?? [];
  });

/** Entries by their numbers (`E-12`), or by words of their titles, which the tables know (form.server.ts, `unknownIn`). */
const entriesNamed = z
  .string()
  .max(2000, problemCode("too-long"))
  .default("")
  .transform((submitted) => [
    ...new Set(
      submitted
        .split(/[,;\n]+/)
        .map((part) => part.trim())
        .filter(Boolean)
        .flatMap((part): (number | string)[] =>
          /^(e[-\s]*\d{1,9}\s*)+$/i.test(part) ? [...part.matchAll(/\d+/g)].map(([number]) => Number(number)) : [part],
        ),
    ),
  ]);

const version = z.coerce.number().int().positive();

/** `title.nl` …: one field for each language. */
function inLanguages(name: string, one: z.ZodType<string>): Record<string, z.ZodType<string>> {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}.${language}`, one]));
}

const words = (most: number, code: "too-long" | "title-too-long" = "too-long") =>
  z.string().trim().max(most, problemCode(code)).default("");

/**
 * The schema of an entry's form: its title, its network, the actions that it is joined to, and its own fields.
 *
 * @param today the last day for a field that tells of what has happened
 */
export function entrySchema(fields: Fields, language: Language, today: string) {
  return z.object({
    ...inLanguages("title", words(TITLE_MOST, "title-too-long")),
    network: z.coerce
      .number(problemCode("network-missing"))
      .int(problemCode("network-missing"))
      .positive(problemCode("network-missing")),
    refs: actionRefs,
    ...shapeOf(fields, language, today),
  });
}

/** The schema of a part's form; `network` is there for parts that have one. */
export function partSchema(fields: Fields, language: Language, today: string) {
  return z.object({
    language: z.enum(LANGUAGES).nullable().catch(null).default(null),
    network: z.coerce.number().int().positive().nullable().catch(null).default(null),
    ...shapeOf(fields, language, today),
  });
}

export const versionSchema = z.object({ version });

export const removalSchema = z.object({ version, why: words(2000) });

export const partRemovalSchema = z.object({ part: z.coerce.number().int().positive(), version });

function shapeOf(fields: Fields, language: Language, today: string): Record<string, z.ZodType> {
  return Object.assign(
    {},
    ...Object.entries(fields).map(([name, field]) =>
      field.type === "prose" ? inLanguages(name, words(field.most)) : { [name]: schemaOf(field, language, today) },
    ),
  );
}

function schemaOf(field: Field, language: Language, today: string): z.ZodType {
  const empty = (value: string) => value || null;
  const submitted = z.string().trim().default("");
  switch (field.type) {
    case "text":
    case "paragraph":
    case "prose":
      return filled(field, words(field.most).transform(empty));
    case "choice":
      return filled(field, chosen(field.options));
    case "choices":
      return (
        z
          .array(z.string())
          .max(100)
          // In the order of the list, whatever order they came in: the same choice is then the same value.
          .transform((some) => field.options.filter((one) => some.includes(one)))
          .refine((some) => !field.required || some.length > 0, problemCode("missing"))
      );
    case "language":
      return filled(field, chosen(LANGUAGES));
    case "number":
      return filled(field, submitted.transform(numberOf(field, language)));
    case "day":
      return filled(
        field,
        day.refine((value) => !field.past || value === null || value <= today, problemCode("day-in-future")),
      );
    case "url":
      return filled(
        field,
        words(ADDRESS_MOST)
          .refine((value) => value === "" || isWebAddress(value), problemCode("not-a-web-address"))
          .transform(empty),
      );
    case "networks": {
      const some = z
        .array(z.coerce.number(problemCode("not-a-choice")).int().positive(problemCode("not-a-choice")))
        .max(200);
      return some
        .transform((ids) => [...new Set(ids)])
        .refine((ids) => !field.required || ids.length > 0, problemCode("networks-missing"));
    }
    case "file":
      // It comes in beside the form's words (files.server.ts).
      return z.null().catch(null).default(null);
    case "entries":
      return entriesNamed.refine((named) => !field.required || named.length > 0, problemCode("missing"));
  }
}

const filled = (field: Field, schema: z.ZodType) =>
  schema.refine((value) => !field.required || value !== null, problemCode("missing"));

const chosen = (options: readonly string[]) =>
  z
    .string()
    .default("")
    .refine((value) => value === "" || options.includes(value), problemCode("not-a-choice"))
    .transform((value) => value || null);

function numberOf(field: Extract<Field, { type: "number" }>, language: Language) {
  const twoWays = (value: string) => {
    if (field.decimals === 0) return problemCode("number-two-ways");
    const { whole, fraction } = readingsOf(value, LOCALES[language], field.decimals);
    return problemCode(`number-two-ways:${whole}|${fraction}`);
  };
  return (value: string, context: z.RefinementCtx): number | null => {
    if (value === "") return null;
    // No field here takes three decimals: who types `250.000` in English means a quarter of a million, or a slip.
    const doubtful = isDoubtful(value, LOCALES[language]);
    const number = doubtful ? null : readNumber(value, LOCALES[language]);
    const fitting =
      number !== null && number >= field.least && number <= field.most && number === rounded(number, field.decimals);
    const problem = field.decimals === 0 ? problemCode("not-whole") : problemCode("not-an-amount");
    if (!fitting) context.addIssue({ code: "custom", message: doubtful ? twoWays(value) : problem });
    return fitting ? number : null;
  };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** What was typed of a text in each language, where something was. */
export function translatedIn(value: Record<string, unknown>, name: string): Translated | null {
  const texts = LANGUAGES.flatMap((one) => {
    const said = value[`${name}.${one}`];
    return typeof said === "string" && said !== "" ? [[one, said] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}
