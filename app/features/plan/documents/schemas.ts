import { z } from "zod";
import { LANGUAGES } from "~/domain.ts";
import { isWebAddress, problemCode } from "~/features/core/schemas.ts";
import { TITLE_MOST } from "~/features/plan/actions/schemas.ts";

/* The forms of an action's documents. Messages are the codes of app/ui/problems.ts. */

const ADDRESS_MOST = 2000;
const LINE_MOST = 300;

const about = {
  title: z.string().trim().max(TITLE_MOST, problemCode("title-too-long")).default(""),
  /** Empty for a picture, and for what has no language. */
  language: z
    .union([z.literal(""), z.enum(LANGUAGES)], problemCode("not-a-choice"))
    .default("")
    .transform((value) => value || null),
  source: z.string().trim().max(LINE_MOST, problemCode("too-long")).default(""),
};

export const linkSchema = z.object({
  ...about,
  title: about.title.pipe(z.string().min(1, problemCode("title-missing"))),
  url: z
    .string()
    .trim()
    .min(1, problemCode("missing"))
    .max(ADDRESS_MOST, problemCode("too-long"))
    .refine(isWebAddress, problemCode("not-a-web-address")),
});

/** A file without a title is called by its name. */
export const fileSchema = z.object(about);

export const removeSchema = z.object({ document: z.coerce.number().int().positive() });

export type NewLink = z.output<typeof linkSchema>;
export type AboutFile = z.output<typeof fileSchema>;
