import { z } from "zod";
import { problemCode } from "~/features/core/schemas.ts";

/* What is said about a suggestion or an action. Messages are the codes of app/ui/problems.ts. */

export const COMMENT_MOST = 5000;
export const NOTIFY_MOST = 50;

export const commentSchema = z.object({
  text: z.string().trim().min(1, problemCode("missing")).max(COMMENT_MOST, problemCode("too-long")),
  /** The comment that it replies to; empty for none. */
  replyTo: z
    .string()
    .default("")
    .transform((value) => (value ? Number(value) : null))
    .refine((value) => value === null || (Number.isInteger(value) && value > 0), problemCode("not-a-choice")),
  /** The ids of the people to notify, beside those whom the text names with @. */
  notify: z.array(z.string().max(100)).max(NOTIFY_MOST, problemCode("too-many-people")).default([]),
});

export type Said = z.output<typeof commentSchema>;
