import { redirect } from "@remix-run/node";
import { parseForm } from "~/features/core/forms.server.ts";
import { chooseDensity } from "~/features/people/accounts/mutations.server.ts";
import { densitySchema } from "~/features/people/accounts/schemas.ts";
import { badRequest, forViewer, safePath } from "~/http/visit.server.ts";

/** Sets how closely the boards are set for the viewer, from the menu of a board, and goes back to it. */
export const action = forViewer(async (visit) => {
  const form = await visit.request.formData();
  const parsed = parseForm(densitySchema, form);
  if (!parsed.ok) return badRequest(visit);
  chooseDensity(visit.db, visit.viewer, parsed.value.density);
  return redirect(safePath(form.get("back"), "/settings"));
});

/** Nothing to look at here: a bookmark of it leads to the settings. */
export const loader = forViewer(() => redirect("/settings"));
