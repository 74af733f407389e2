import { and, count, desc, eq, gt, isNull, lt, ne, or } from "drizzle-orm";
import type { Visit } from "~/features/core/visit.ts";
import { cookieIn, setCookie } from "~/lib/cookies.server.ts";
import { log } from "~/log.server.ts";
import type { Database } from "~db/connection.ts";
import { people, signIns } from "~db/schema.ts";
import { sendNewSignIn } from "./mails.server.ts";
import { type Paged, paged } from "./queries.server.ts";
import { hashOf, newToken } from "./tokens.server.ts";

const DAY_MS = 86_400_000;
/** For how long a record of a sign-in is kept. */
const RECORD_DAYS = 365;
/** A session ends after so many days, however much it is used. */
export const SESSION_MOST_DAYS = 90;
/** For so many days after it must have ended, a browser is still known as that person's. */
const KNOWN_AFTER_DAYS = 7;

const DEVICE_COOKIE = "device";
const DEVICE_SECONDS = 365 * 24 * 3600;

/** Writes down that a session began: called for every way in. */
export function recordSignIn(
  db: Database,
  session: { userId: string; token: string; createdAt: Date; ipAddress?: string | null; userAgent?: string | null },
): void {
  db.insert(signIns)
    .values({
      personId: session.userId,
      tokenHash: hashOf(session.token),
      at: session.createdAt,
      address: session.ipAddress || null,
      agent: session.userAgent?.slice(0, 300) || null,
    })
    .onConflictDoNothing()
    .run();
}

/**
 * Marks the browser that has just signed in, and writes to its person when it is not one of those that they have signed
 * in with before. The mail goes out by itself: nobody waits for it.
 *
 * @param headers of the answer, with the new session's cookie: the browser's mark is added to them
 */
export function noteDevice({ db, request, at }: Pick<Visit, "db" | "request" | "at">, headers: Headers): void {
  const token = sessionTokenIn(headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? ""));
  const signIn =
    token &&
    db
      .select()
      .from(signIns)
      .where(eq(signIns.tokenHash, hashOf(token)))
      .get();
  if (!signIn) return;
  const marked = cookieIn(request.headers, DEVICE_COOKIE);
  const { token: mark } = marked ? { token: marked } : newToken();
  const deviceHash = hashOf(mark);
  const before = and(eq(signIns.personId, signIn.personId), ne(signIns.id, signIn.id));
  const earlier = db.select({ n: count() }).from(signIns).where(before).get()?.n ?? 0;
  const known = db
    .select({ n: count() })
    .from(signIns)
    .where(and(before, eq(signIns.deviceHash, deviceHash)))
    .get();
  db.update(signIns).set({ deviceHash }).where(eq(signIns.id, signIn.id)).run();
  headers.append("Set-Cookie", setCookie(DEVICE_COOKIE, mark, DEVICE_SECONDS));
  // The first of all is the person's own: they come from the invitation.
  if (earlier === 0 || known?.n) return;
  const person = db.select().from(people).where(eq(people.id, signIn.personId)).get();
  if (person) sendNewSignIn(person, { at, address: signIn.address, agent: signIn.agent });
}

/**
 * Returns the person whose session of this browser has ended lately, known by the session's token or by the browser's
 * mark; null for a browser that nobody has signed in with, and for whoever is suspended.
 */
export function personOfEndedSession(db: Database, headers: Headers, at: Date): string | null {
  const token = sessionTokenIn((headers.get("Cookie") ?? "").split(/;\s*/));
  const mark = cookieIn(headers, DEVICE_COOKIE);
  if (!token && !mark) return null;
  const lately = new Date(+at - (SESSION_MOST_DAYS + KNOWN_AFTER_DAYS) * DAY_MS);
  const found = db
    .select({ id: signIns.personId })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(
      and(
        or(
          token ? eq(signIns.tokenHash, hashOf(token)) : undefined,
          mark ? eq(signIns.deviceHash, hashOf(mark)) : undefined,
        ),
        gt(signIns.at, lately),
        isNull(people.suspendedAt),
      ),
    )
    .orderBy(desc(signIns.id))
    .limit(1)
    .get();
  return found?.id ?? null;
}

/** The token of a session cookie, which is followed by its signature. */
function sessionTokenIn(cookies: readonly string[]): string | null {
  for (const cookie of cookies) {
    const value = /^(?:__Secure-)?inspir\.session_token=([^;]+)$/.exec(cookie)?.[1];
    const token = value && safelyDecoded(value).split(".")[0];
    if (token) return token;
  }
  return null;
}

function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    log.debug({ err: error }, "a cookie could not be read");
    return "";
  }
}

export const SIGN_INS_A_PAGE = 10;

/** A person's sign-ins, the newest first. 2 statements. */
export function signInsOf(
  db: Database,
  personId: string,
  page: number,
): Paged<Omit<typeof signIns.$inferSelect, "tokenHash" | "deviceHash" | "personId">> {
  const own = eq(signIns.personId, personId);
  const { total } = db.select({ total: count() }).from(signIns).where(own).get() ?? { total: 0 };
  return paged(total, SIGN_INS_A_PAGE, page, (limit, offset) =>
    db
      .select({ id: signIns.id, at: signIns.at, address: signIns.address, agent: signIns.agent })
      .from(signIns)
      .where(own)
      .orderBy(desc(signIns.id))
      .limit(limit)
      .offset(offset)
      .all(),
  );
}

/** Removes the records that are older than a year. */
export function sweepSignIns(db: Database, now: Date): void {
  db.delete(signIns)
    .where(lt(signIns.at, new Date(+now - RECORD_DAYS * DAY_MS)))
    .run();
}
