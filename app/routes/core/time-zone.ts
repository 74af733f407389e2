import { redirect } from "@remix-run/node";
import { rememberTimeZone } from "~/features/people/accounts/mutations.server.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { isTimeZone } from "~/lib/time-zones.ts";

/** Remembers where a person's browser is, unless they have a time zone already (app/ui/time-zone.tsx asks). */
export const action = forViewer(async (visit) => {
  const timeZone = (await visit.request.formData()).get("timeZone");
  if (!isTimeZone(timeZone)) return badRequest(visit);
  rememberTimeZone(visit.db, visit.viewer, timeZone);
  return new Response(null, { status: 204 });
});

/** Nothing to look at here: a bookmark of it leads to the settings. */
export const loader = forViewer(() => redirect("/settings"));
