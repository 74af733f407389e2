import { z } from "zod";
import { problemCode } from "~/features/core/schemas.ts";

/* What is said about a suggestion or an action. Messages are the codes of app/ui/problems.ts. */

export const COMMENT_MOST = 5000;
export const NOTIFY_MOST = 50;

const text = z.string().trim().min(1, problemCode("missing")).max(COMMENT_MOST, problemCode("too-long"));
const positive = z.coerce
  .number(problemCode("not-valid"))
  .int(problemCode("not-valid"))
  .positive(problemCode("not-valid"));

export const commentSchema = z.object({
  text,
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

/** A comment that its author edits: its number, and the version that they had before them. */
export const editedSchema = z.object({ comment: positive, version: positive, text });
export type EditedText = z.output<typeof editedSchema>;

export const withdrawnSchema = z.object({ comment: positive, version: positive });
export type WithdrawnText = z.output<typeof withdrawnSchema>;
