import { redirect } from "@remix-run/node";
import { limit } from "~/features/core/limits.server.ts";
import { maySuggest } from "~/features/core/policy.ts";
import { forgetDraft, saveDraft } from "~/features/suggestions/drafts.server.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";

/** Keeps what a form holds while somebody types (its id comes back as JSON), or throws a draft away. */
export const action = forViewer(async (visit) => {
  const { db, viewer } = visit;
  if (!maySuggest(viewer)) return forbidden(visit);
  const form = await visit.request.formData();
  if (form.get("intent") === "forget") {
    forgetDraft(db, viewer, Number(form.get("draft")));
    return redirect("/suggestions?mine");
  }
  limit("draft", visit.viewer);
  const draft = saveDraft(db, visit, form) ?? badRequest(visit);
  return Response.json({ draft });
});

/** There is nothing to look at: drafts stand among one's own suggestions. */
export const loader = forViewer(() => redirect("/suggestions?mine"));
