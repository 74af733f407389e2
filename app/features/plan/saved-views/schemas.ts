import { z } from "zod";
import { fits } from "~/features/core/schemas.ts";

export const VIEW_NAME_MOST = 80;

const name = z.string(fits("name-missing")).trim().min(1, fits("name-missing")).max(VIEW_NAME_MOST, fits("too-long"));

/** The form that keeps a view: its query is a board's address after the question mark. */
export const keepSchema = z.object({
  name,
  query: z.string().max(2000, fits("too-long")).default(""),
  forAll: z.enum(["", "1"], fits("not-a-choice")).default(""),
});

export const renameSchema = z.object({ id: z.coerce.number().int().positive(), name });

export const removeSchema = z.object({ id: z.coerce.number().int().positive() });
