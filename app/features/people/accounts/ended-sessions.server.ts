import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { cookieIn } from "~/lib/cookies.server.ts";
import { log } from "~/log.server.ts";
import type { Database } from "~db/connection.ts";
import { people, signIns } from "~db/schema.ts";
import { hashOf } from "./tokens.server.ts";

/*
 * Apart from the rest of the sign-ins, which writes mails: scripts and tests that run without the build read forms, and cannot
 * read the mails' texts.
 */

const DAY_MS = 86_400_000;
/** A session ends after so many days, however much it is used. */
export const SESSION_MOST_DAYS = 90;
/** For so many days after it must have ended, a browser is still known as that person's. */
const KNOWN_AFTER_DAYS = 7;

/** The cookie that marks the browser of a person. */
export const DEVICE_COOKIE = "device";

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
export function sessionTokenIn(cookies: readonly string[]): string | null {
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
