import { redirect } from "@remix-run/node";
import { z } from "zod";
import { LANGUAGES } from "~/domain.ts";
import { setLanguage } from "~/features/core/cookies.server.ts";
import { saveFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { chooseLanguage } from "~/features/people/accounts/mutations.server.ts";
import { badRequest, forAnyone, safePath } from "~/http/visit.server.ts";

/**
 * Switches the language, on every page: the person's setting when signed in, this browser's choice in any case. Without scripts
 * the page's main form comes along (`carryTypedText`): its address says so, since its fields are that form's own.
 */
export const action = forAnyone(async (visit) => {
  const asked = visit.url.searchParams;
  const form = asked.has("to") ? asked : await visit.request.formData();
  const language = z.enum(LANGUAGES).safeParse(form.get(asked.has("to") ? "to" : "language"));
  if (!language.success) return badRequest(visit);
  const headers = new Headers({ "Set-Cookie": await setLanguage(language.data) });
  // Also of somebody whose session has ended: what they typed is there once they have signed in.
  if (asked.has("form")) {
    const { cookie } = await saveFormDraft(visit, safePath(asked.get("form")));
    headers.append("Set-Cookie", cookie);
  }
  if (visit.viewer) chooseLanguage(visit.db, visit.viewer, language.data);
  return redirect(safePath(form.get("back")), { headers });
});

/** Nothing to look at here: a bookmark of it leads to the overview. */
export const loader = forAnyone(() => redirect("/"));
