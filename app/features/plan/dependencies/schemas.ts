import { z } from "zod";
import { problemCode } from "~/features/core/schemas.ts";

/* The form of a dependency. Messages are the codes of app/ui/problems.ts. */

export const WHY_MOST = 1000;

/** What is looked for: a reference, or words of a title. */
const on = z.string().trim().min(1, problemCode("missing")).max(200, problemCode("too-long"));

export const findSchema = z.object({ on });

export const addSchema = z.object({
  on,
  why: z.string().trim().min(1, problemCode("missing")).max(WHY_MOST, problemCode("too-long")),
});

export const removeSchema = z.object({ id: z.coerce.number().int().positive() });
