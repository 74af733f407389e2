import type { Language } from "~/domain.ts";
import { type InvalidForm, submittedIn } from "~/features/core/forms.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";
import { checkIn } from "./check-in.server.ts";
import { parseCheckIn, valuesNamed } from "./form.server.ts";

interface Context {
  db: Database;
  by: By;
  viewer: Viewer;
  language: Language;
}

/** What a check-in's form comes to: `retired` where a key result that it gives a value for is no longer followed. */
export type CheckInAnswer =
  | { ok: true }
  | ({ ok: false; status: 422 } & InvalidForm)
  | { ok: false; status: 409; retired: true; submitted: InvalidForm["submitted"] };

/**
 * Carries out the form of a check-in.
 *
 * @throws Refusal 404 or 403, as `checkIn` does
 */
export function checkInByForm({ db, by, viewer, language }: Context, ref: string, form: FormData): CheckInAnswer {
  const parsed = parseCheckIn(form, valuesNamed(form), language);
  if (!parsed.ok) return { ...parsed, status: 422 };
  const { status } = checkIn(db, by, viewer, ref, parsed.value);
  return status === "given" ? { ok: true } : { ok: false, status: 409, retired: true, submitted: submittedIn(form) };
}
