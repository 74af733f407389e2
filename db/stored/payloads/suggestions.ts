import { z } from "zod";
import { ANSWER_OUTCOMES, BOARDS, SPEAKER_CAPACITIES, SUGGESTION_KINDS } from "~/domain.ts";
import { changed, commentEdited, commentWithdrawn, entered, id, plain, removed, translated } from "./parts.ts";
import { someActionFields } from "./plan.ts";

const comment = z.object({ comment: id, text: z.string() });
/** For whom a voice was raised. */
const voice = z.object({ organisationId: id.nullable(), originId: id.nullable() });
/** Into which suggestion. */
const merged = z.object({ into: id });

/** What a suggestion says, the fields of its proposal each as `proposal.due`. */
const said = z.looseObject({
  title: z.string(),
  why: z.string(),
  sourceLanguage: z.string(),
  originId: id,
  voice: z.enum(SPEAKER_CAPACITIES),
  mandateById: id.nullable(),
  mandateOn: z.string().nullable(),
  mandateOccasion: z.string().nullable(),
});

/** The events of suggestions: which one, the event itself says. */
export const suggestionPayloads = {
  "suggestion.submitted": entered(
    z.object({
      kind: z.enum(SUGGESTION_KINDS),
      title: z.string(),
      why: z.string(),
      proposal: someActionFields,
      originId: id,
      voice: z.enum(SPEAKER_CAPACITIES),
    }),
  ),
  "suggestion.edited": changed(said),
  "suggestion.supported": entered(voice),
  "suggestion.unsupported": removed(voice),
  "suggestion.commented": entered(comment.extend({ replies: z.boolean().optional() })),
  "suggestion.comment-edited": commentEdited,
  "suggestion.comment-withdrawn": commentWithdrawn,
  "suggestion.taken-up": plain,
  "suggestion.put-off": entered(z.object({ until: z.string() })),
  "suggestion.asked": entered(comment),
  "suggestion.merged": entered(merged),
  "suggestion.unmerged": removed(merged),
  "suggestion.answered": entered(
    z.object({
      decision: z.enum(ANSWER_OUTCOMES),
      reason: translated,
      /** The fields of the proposal that were taken. */
      fields: z.array(z.string()),
      /** The action that it became, or that it changed. */
      result: id.nullable(),
    }),
  ),
  "suggestion.withdrawn": plain,
  "response-deadlines.edited": changed(z.record(z.enum(BOARDS), z.number())),
};
