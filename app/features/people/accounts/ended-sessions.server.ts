import { getSessionCookie } from "better-auth/cookies";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { OwnCookies } from "~/features/core/cookies.server.ts";
import { DAY_MS } from "~/lib/days.ts";
import type { Database } from "~db/connection.ts";
import { people, signIns } from "~db/schema/people.ts";
import { hashOf } from "./tokens.server.ts";

/*
 * Apart from the rest of the sign-ins, which writes mails: scripts and tests that run without the build read forms, and cannot
 * read the mails' texts.
 */

/** A session ends after so many days, however much it is used. */
export const SESSION_MOST_DAYS = 90;
/** For so many days after it must have ended, a browser is still known as that person's. */
const KNOWN_AFTER_DAYS = 7;

/** What better-auth's cookies begin with. */
export const COOKIE_PREFIX = "inspir";

/**
 * Returns the person whose session of this browser has ended lately, known by the session's token or by the browser's
 * mark; null for a browser that nobody has signed in with, and for whoever is suspended.
 */
export function personOfEndedSession(
  db: Database,
  { headers, cookies: { device: mark }, at }: { headers: Headers; cookies: OwnCookies; at: Date },
): string | null {
  const token = sessionTokenIn(headers);
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

/** Returns the token of a request's session, without the signature that follows it; null where there is none. */
export function sessionTokenIn(headers: Headers): string | null {
  return getSessionCookie(headers, { cookiePrefix: COOKIE_PREFIX })?.split(".")[0] || null;
}
