import { redirect } from "@remix-run/node";
import { forwardToAuth } from "~/features/people/accounts/forwarding.server.ts";
import { forAnyone } from "~/http/visit.server.ts";

/** Ends this session, here and on the server. */
export const action = forAnyone(async (visit) => {
  const { headers } = await forwardToAuth(visit, "/sign-out", {});
  // What the browser stored of the signed-in pages goes too: Back must not show them to whoever is next.
  headers.set("Clear-Site-Data", '"cache"');
  return redirect("/sign-in", { headers });
});

/** Nothing to look at here: a link to it must not sign anybody out. */
export const loader = forAnyone(() => redirect("/"));
