import { z } from "zod";
import { ASSESSMENTS, DECISION_RULES, LOOK_OUTCOMES, PRIORITIES, SEAT_POSITIONS, STAGES } from "~/domain.ts";
import type { PlanChange } from "../plan-change.ts";
import {
  changed,
  commentEdited,
  commentWithdrawn,
  day,
  entered,
  id,
  instant,
  language,
  quarter,
  removed,
  translated,
} from "./parts.ts";

const seat = z.object({ seat: id });
/** Who signed: the seat, and who held it then. */
const signer = seat.extend({ holder: z.string() });
const position = seat.extend({ position: z.enum(SEAT_POSITIONS) });
const text = z.object({ text: z.string() });
const assessment = z.object({ assessment: z.enum(ASSESSMENTS), note: z.string().nullable() });
const view = z.object({ progress: z.string(), concerns: z.string(), asks: z.string() });
const ruling = z.object({ rule: z.enum(DECISION_RULES), quorum: z.number() });
const meeting = z.object({
  meetingAt: instant.nullable(),
  timeZone: z.string().nullable(),
  link: z.string(),
  /** Each item in words, as people read it. */
  agenda: z.array(z.string()),
});

const planState = z.object({ stage: z.enum(STAGES), priority: z.enum(PRIORITIES), due: quarter.nullable() });
const planChange: z.ZodType<PlanChange> = z.object({
  ref: z.string(),
  stage: z.enum(STAGES).optional(),
  outcome: translated.optional(),
  priority: z.enum(PRIORITIES).optional(),
  due: quarter.nullable().optional(),
  was: planState.optional(),
});
const decision = z.object({
  wording: z.string(),
  language,
  refs: z.array(z.string()),
  suggestions: z.array(z.string()),
  /** Who is to carry it out, by name. */
  doer: z.string().nullable(),
  networkId: id.nullable(),
  dueOn: day.nullable(),
  lookAgainOn: day.nullable(),
  planChanges: z.array(planChange),
});
const carriedOut = z.object({ on: instant });
const section = z.object({ year: z.int(), section: z.string(), language, prose: z.string() });

/** The events of the committee: which review or decision, the event itself says. */
export const committeePayloads = {
  "review.opened": entered(meeting.extend(ruling.shape).extend({ quarter })),
  "review.edited": changed(meeting.partial()),
  "review.turned": changed(z.object({ item: z.int() })),
  "review.attended": { before: seat.nullable(), after: seat.nullable() },
  "review.assessed": { before: assessment.nullable(), after: assessment },
  "review.aligned": { before: view.nullable(), after: view },
  "review.commented": entered(text.extend({ comment: id })),
  "review.comment-edited": commentEdited,
  "review.comment-withdrawn": commentWithdrawn,
  "review.reported-back": changed(text),
  "review.signed-off": { before: signer.nullable(), after: signer.nullable() },
  "review.sign-off-lapsed": removed(signer),
  "review.closed": entered(z.object({ quarter, sha256: z.string() })),
  "review.added-to": entered(text),
  "decision.proposed": entered(decision),
  "decision.edited": changed(decision.partial()),
  "decision.position-recorded": { before: position.nullable(), after: position },
  "decision.lapsed": removed(position.extend({ holder: z.string() })),
  "decision.adopted": entered(decision.pick({ wording: true, planChanges: true })),
  "decision.rejected": entered(z.object({})),
  "decision.withdrawn": { before: z.null(), after: z.null() },
  "decision.done": { before: carriedOut.nullable(), after: carriedOut.nullable() },
  "decision.due": entered(z.object({ dueOn: day })),
  "decision.looked-at": entered(
    z.object({
      outcome: z.enum(LOOK_OUTCOMES),
      lookAgainOn: day.nullable(),
      lookedAtFor: day.nullable(),
      /** The decision that changed it. */
      by: id.optional(),
    }),
  ),
  "decision.carried-over": changed(z.object({ review: quarter })),
  "decision-rule.edited": changed(ruling),
  "report.edited": { before: section.nullable(), after: section },
};
