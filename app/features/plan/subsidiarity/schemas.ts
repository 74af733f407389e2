import { z } from "zod";
import { ADOPTIONS, LANGUAGES } from "~/domain.ts";
import { parseActionRef, parseActionRefs } from "~/features/plan/actions/reference.ts";

/* The forms of a link. Messages are the codes of app/ui/problems.ts. */

const TEXT_MOST = 4000;

const text = z.string().trim().max(TEXT_MOST, "too-long").default("");
const language = z.enum(LANGUAGES, "not-a-choice");
const version = z.coerce.number().int().positive();

/** Several networks at once, with one text on how they are strengthened. */
export const namingSchema = z.object({
  networks: z.array(z.coerce.number("not-a-choice").int("not-a-choice")).min(1, "networks-missing"),
  how: text.refine(Boolean, "how-missing"),
  language,
  /** References of actions that these networks lead, in any order: each belongs to the one that leads it. */
  own: z
    .string()
    .max(1000, "too-long")
    .default("")
    .transform((refs) => [
      ...new Set(
        refs
          .split(/[,;\n]+/)
          .map((ref) => ref.trim())
          .filter(Boolean)
          .flatMap((part) => parseActionRefs(part) ?? part),
      ),
    ]),
});

/** A reference as people type it; what is none stays as it is, for the rules to refuse. */
const ownAction = z
  .string()
  .trim()
  .max(20, "not-a-choice")
  .default("")
  .transform((submitted) => parseActionRef(submitted) ?? submitted);

export const editSchema = z.object({
  version,
  how: text.refine(Boolean, "how-missing"),
  language,
  /** A reference, or empty for none. */
  own: ownAction,
});

export const removeSchema = z.object({ version });

/** The network's own action in its answer: none, one that is created from this one, or the reference of one that it leads. */
export const NEW_ACTION = "new";

export const answerSchema = z.object({
  version,
  answer: z.enum(ADOPTIONS, "answer-missing"),
  note: text,
  language,
  own: ownAction,
});
