import { z } from "zod";
import { problemCode } from "~/features/core/schemas.ts";

export const VIEW_NAME_MOST = 80;

const name = z
  .string(problemCode("name-missing"))
  .trim()
  .min(1, problemCode("name-missing"))
  .max(VIEW_NAME_MOST, problemCode("too-long"));

/** The form that keeps a view: its query is a board's address after the question mark. */
export const saveViewSchema = z.object({
  name,
  query: z.string().max(2000, problemCode("too-long")).default(""),
  forAll: z.enum(["", "1"], problemCode("not-a-choice")).default(""),
});

export const renameSchema = z.object({ id: z.coerce.number().int().positive(), name });

export const removeSchema = z.object({ id: z.coerce.number().int().positive() });
