import { redirect } from "@remix-run/node";
import { forwardToAuth } from "~/features/accounts/forwarding.server.ts";
import { forAnyone } from "~/http/visit.server.ts";

/** Ends this session, here and on the server. */
export const action = forAnyone(async (visit) => {
  const { headers } = await forwardToAuth(visit, "/sign-out", {});
  return redirect("/sign-in", { headers });
});

/** Nothing to look at here: a link to it must not sign anybody out. */
export const loader = forAnyone(() => redirect("/"));
