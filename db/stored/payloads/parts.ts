import { z } from "zod";
import { BOARDS, LANGUAGES, NETWORK_KINDS, type Translated } from "~/domain.ts";

/* What the payloads of several areas are made of. What a schema does not name is ignored when an event is read. */

/** The number of a row, given once and never again. */
export const id = z.int().positive();
export const board = z.enum(BOARDS);
export const language = z.enum(LANGUAGES);
/** A text by language; at least one of them in what people wrote. */
export const translated: z.ZodType<Translated> = z.partialRecord(language, z.string());
/** `2026-11-24`. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** `2026-Q4`. */
export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
/** As `Date.toISOString` writes it. */
export const instant = z.iso.datetime();
export const networkKind = z.enum(NETWORK_KINDS);
export const nothing = z.null();

/** What was not there before. */
export const entered = <A extends z.ZodType>(after: A) => ({ before: nothing, after });
/** What is there no longer. */
export const removed = <B extends z.ZodType>(before: B) => ({ before, after: nothing });
/** What became something else: the fields that differ, or all of them. */
export const changed = <F extends z.ZodType>(fields: F) => ({ before: fields, after: fields });
/** What a comment says. */
const commentText = z.object({ comment: id, text: z.string(), language });
export const commentEdited = changed(commentText);
export const commentWithdrawn = removed(commentText);
/** What says all with its kind. */
export const plain = { before: nothing, after: nothing };
