import { type FormResult, parseForm, submittedIn, textLanguageOf } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { assess, attend, turnTo } from "./mutations.server.ts";
import { assessSchema, attendSchema, turnSchema } from "./schemas.ts";

/** What a form of the meeting came to. */
/** The action that was assessed, with the version of that; or the place in the agenda to which it was turned. */
export type MeetingResult = FormResult<
  { ref?: string; version?: number; note?: string; turned?: boolean },
  { ref: string }
>;

/**
 * Assesses an action, marks a seat as present or not, turns the meeting to an item, by the form's `intent`.
 *
 * @returns null when the form is none of ours
 * @throws Refusal as the mutations do
 */
export function meetByForm(visit: SignedInVisit, quarter: string, form: FormData): MeetingResult | null {
  const { db, by, viewer, language } = visit;
  switch (form.get("intent")) {
    case "assess": {
      const parsed = parseForm(assessSchema, form);
      const ref = String(form.get("ref") ?? "");
      if (!parsed.ok) return { ok: false, status: 422, ref, problems: parsed.problems, submitted: parsed.submitted };
      const assessed = assess(db, by, viewer, {
        quarter,
        language: textLanguageOf(form, language),
        ...parsed.value,
      });
      if (assessed.status === "stale")
        return { ok: false, status: 409, ref, problems: {}, submitted: submittedIn(form) };
      return { ok: true, ref, version: assessed.version, note: parsed.value.note };
    }
    case "attend": {
      const parsed = parseForm(attendSchema, form);
      if (!parsed.ok) return null;
      const { seat, present } = parsed.value;
      attend(db, by, viewer, { quarter, seatId: seat, present: present === "yes" });
      return { ok: true };
    }
    case "turn": {
      const parsed = parseForm(turnSchema, form);
      if (!parsed.ok) return null;
      turnTo(db, by, viewer, { quarter, item: parsed.value.item - 1 });
      return { ok: true, turned: true };
    }
    default:
      return null;
  }
}
