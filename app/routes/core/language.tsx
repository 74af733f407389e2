import { redirect } from "@remix-run/node";
import { z } from "zod";
import { chooseLanguage } from "~/features/people/accounts/mutations.server.ts";
import { languageCookie } from "~/http/language.server.ts";
import { badRequest, forAnyone, safePath } from "~/http/visit.server.ts";
import { LANGUAGES } from "~/words.ts";

/** Switches the language, on every page: the person's setting when signed in, this browser's choice in any case. */
export const action = forAnyone(async (visit) => {
  const form = await visit.request.formData();
  const language = z.enum(LANGUAGES).safeParse(form.get("language"));
  if (!language.success) return badRequest(visit);
  if (visit.viewer) chooseLanguage(visit.db, visit.viewer, language.data);
  return redirect(safePath(form.get("back")), { headers: { "Set-Cookie": languageCookie(language.data) } });
});

/** Nothing to look at here: a bookmark of it leads to the overview. */
export const loader = forAnyone(() => redirect("/"));
