import { z } from "zod";
import { RECURRENCES } from "~/domain.ts";
import { problemCode } from "~/features/core/schemas.ts";

/** The form by which an action recurs. `never` stops it; version 0 stands for no series yet. */
export const recurrenceSchema = z.object({
  every: z.enum(["never", ...RECURRENCES], problemCode("not-a-choice")),
  version: z.coerce.number().int().min(0),
});
