import { eq, sql } from "drizzle-orm";
import type { Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { VisitContext } from "~/features/core/visit.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { log } from "~/log.server.ts";
import { database, prepared } from "~db/connection.ts";
import { people, sessions } from "~db/schema/people.ts";
import { asViewer } from "./as-viewer.ts";
import { auth } from "./auth.server.ts";
import { SESSION_MOST_DAYS } from "./ended-sessions.server.ts";

/** Who is looking, and the tree of networks in which they stand: both are read once a request. */
export interface Seen {
  viewer: Viewer | null;
  networks: Network[];
}

/** The loaders of one request share their context, so that it is asked once who the viewer is. */
const known = new WeakMap<VisitContext, Promise<Seen>>();

/** Cookies of sessions that were lengthened in a request: its answer hands them to the browser. */
const renewed = new WeakMap<VisitContext, Headers>();

/** As `seenBy`, for the parts of one request. 4 statements the first time, none after. */
export function seenIn(headers: Headers, context: VisitContext): Promise<Seen> {
  let seen = known.get(context);
  if (!seen) {
    seen = seenBy(headers, (cookies) => renewed.set(context, cookies));
    known.set(context, seen);
    // What failed is asked anew: by the next part of the request, or when it is tried again.
    seen.catch(() => known.delete(context));
  }
  return seen;
}

/** The cookies by which a session that is in use stays in the browser for as long as it does here: mostly none. */
export function cookiesRenewed(context: VisitContext): string[] {
  return renewed.get(context)?.getSetCookie() ?? [];
}

/** Who comes with these headers: nobody when signed out, expired, revoked or suspended. 4 statements. */
export async function seenBy(headers: Headers, onRenewal?: (cookies: Headers) => void): Promise<Seen> {
  const db = database();
  const networks = allNetworks(db);
  if (!headers.get("Cookie")) return { viewer: null, networks };
  const found = await auth().api.getSession({ headers });
  // However much it is used, a session ends: one that was copied does not live for ever.
  if (found && +found.session.createdAt < Date.now() - SESSION_MOST_DAYS * 86_400_000) {
    sweepEnded(db, found.session.id);
    return { viewer: null, networks };
  }
  const person = found && personById(db, found.user.id);
  if (!person || person.suspendedAt) return { viewer: null, networks };
  if (onRenewal && (found as { needsRefresh?: boolean }).needsRefresh) await renew(headers, onRenewal);
  return { viewer: asViewer(person, networks, found.session.id), networks };
}

/** Lengthens the session. Where nothing can be written, a later request does: reading a page never fails by it. */
async function renew(headers: Headers, onRenewal: (cookies: Headers) => void): Promise<void> {
  try {
    const answer = await auth().api.getSession({ headers, method: "POST", returnHeaders: true });
    onRenewal(answer.headers);
  } catch (error) {
    log.warn({ err: error }, "a session was not renewed");
  }
}

const personById = prepared((db) => {
  const query = db
    .select()
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare();
  return (id: string) => query.get({ id });
});

/** Removes a session that has had its time. Where the disk cannot be written it is refused all the same. */
function sweepEnded(db: ReturnType<typeof database>, id: string): void {
  try {
    db.delete(sessions).where(eq(sessions.id, id)).run();
  } catch (error) {
    log.warn({ err: error }, "a session that is over could not be removed");
  }
}
