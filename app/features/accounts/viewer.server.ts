import { eq } from "drizzle-orm";
import { database } from "~db/connection.ts";
import { people } from "~db/schema.ts";
import type { VisitContext } from "~/http/context.ts";
import { allNetworks } from "~/features/networks/queries.server.ts";
import { branchOf } from "~/features/networks/tree.ts";
import type { Viewer } from "~/features/policy.ts";
import { auth } from "./auth.server.ts";

/** The loaders of one request share their context, so that it is asked once who the viewer is. */
const known = new WeakMap<VisitContext, Promise<Viewer | null>>();

/** Who is looking: null when signed out, expired, revoked or suspended. 4 statements a request. */
export function viewerOf(request: Request, context: VisitContext): Promise<Viewer | null> {
  let viewer = known.get(context);
  if (!viewer) {
    viewer = viewerFrom(request.headers);
    known.set(context, viewer);
  }
  return viewer;
}

export async function viewerFrom(headers: Headers): Promise<Viewer | null> {
  if (!headers.get("Cookie")) return null;
  const found = await auth().api.getSession({ headers });
  if (!found) return null;
  const db = database();
  const person = db.select().from(people).where(eq(people.id, found.user.id)).get();
  if (!person || person.suspendedAt) return null;
  const { id, name, email, role, networkId, boards, language } = person;
  const branch = branchOf(allNetworks(db), networkId);
  return { id, name, email, role, networkId, boards, language, branch, sessionId: found.session.id };
}
