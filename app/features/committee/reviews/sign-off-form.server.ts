import type { Language } from "~/domain.ts";
import { type FormResult, parseForm, textLanguageOf } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { mayOpenReviews, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { Database } from "~db/connection.ts";
import { addToReview, signOff } from "./closing.server.ts";
import { additionSchema, signingSchema } from "./schemas.ts";

interface FormContext {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

export type SignOffResult = FormResult<{ done: string }, { intent: string; closed: boolean }>;

/**
 * The forms of a review's own page: signing off and taking that back, correcting what is closed.
 *
 * @returns null when the form is another one
 * @throws Refusal 404 or 403, as the mutations do
 */
export function handleByForm(doing: FormContext, reviewId: number, form: FormData): SignOffResult | null {
  const intent = String(form.get("intent") ?? "");
  if (intent === "sign" || intent === "unsign") return sign(doing, reviewId, form, intent === "sign");
  return intent === "correct" ? correct(doing, reviewId, form) : null;
}

function sign({ db, by, viewer }: FormContext, reviewId: number, form: FormData, signs: boolean): SignOffResult | null {
  const parsed = parseForm(signingSchema, form);
  if (!parsed.ok) return null;
  const { status } = signOff(db, by, viewer, { reviewId, seatId: parsed.value.seat, signs });
  if (status === "closed")
    return { ok: false, status: 409, intent: signs ? "sign" : "unsign", problems: {}, submitted: {}, closed: true };
  return { ok: true, done: signs ? "signed" : "unsigned" };
}

function correct({ db, by, viewer, language }: FormContext, reviewId: number, form: FormData): SignOffResult {
  if (!mayOpenReviews(viewer)) throw new Refusal(403, `${viewer.role} may not correct a review`);
  const parsed = parseForm(additionSchema, form);
  if (!parsed.ok) return { ...parsed, status: 422, intent: "correct", closed: false };
  addToReview(db, by, viewer, { reviewId, language: textLanguageOf(form, language), ...parsed.value });
  return { ok: true, done: "corrected" };
}
