import { parseSetCookieHeader } from "better-auth/cookies";
import { and, count, desc, eq, lt, ne } from "drizzle-orm";
import { setDevice } from "~/features/core/cookies.server.ts";
import type { Visit } from "~/features/core/visit.ts";
import { DAY_MS } from "~/lib/days.ts";
import type { Database } from "~db/connection.ts";
import { people, signIns } from "~db/schema/people.ts";
import { sendNewSignIn } from "./account-mails.server.ts";
import { sessionTokenIn } from "./ended-sessions.server.ts";
import { type Paged, paged } from "./queries.server.ts";
import { hashOf, newToken } from "./tokens.server.ts";

/** For how long a record of a sign-in is kept. */
const RECORD_DAYS = 365;

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
export async function noteDevice(
  { db, cookies, at }: Pick<Visit, "db" | "cookies" | "at">,
  headers: Headers,
): Promise<void> {
  const token = sessionTokenIn(asSentBack(headers));
  const signIn =
    token &&
    db
      .select()
      .from(signIns)
      .where(eq(signIns.tokenHash, hashOf(token)))
      .get();
  if (!signIn) return;
  const mark = cookies.device ?? newToken().token;
  const deviceHash = hashOf(mark);
  const before = and(eq(signIns.personId, signIn.personId), ne(signIns.id, signIn.id));
  const earlier = db.select({ n: count() }).from(signIns).where(before).get()?.n ?? 0;
  const known = db
    .select({ n: count() })
    .from(signIns)
    .where(and(before, eq(signIns.deviceHash, deviceHash)))
    .get();
  db.update(signIns).set({ deviceHash }).where(eq(signIns.id, signIn.id)).run();
  headers.append("Set-Cookie", await setDevice(mark));
  // The first of all is the person's own: they come from the invitation.
  if (earlier === 0 || known?.n) return;
  const person = db.select().from(people).where(eq(people.id, signIn.personId)).get();
  if (person) sendNewSignIn(person, { at, address: signIn.address, agent: signIn.agent });
}

/**
 * Returns the key by which tries to get into an account are counted: the account's, or that of the account on one browser that its
 * person has signed in with before. So whoever only knows the mail address cannot use up the tries of its owner.
 * See https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies.
 */
export function guessedAccount({ db, cookies: { device } }: Pick<Visit, "db" | "cookies">, email: string): string {
  if (!device) return email;
  const deviceHash = hashOf(device);
  const known = db
    .select({ id: signIns.id })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(and(eq(signIns.deviceHash, deviceHash), eq(people.email, email)))
    .limit(1)
    .get();
  return known ? `${email}\n${deviceHash}` : email;
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

/** The headers of the request that follows an answer: its cookies as a browser sends them back. */
function asSentBack(answer: Headers): Headers {
  const set = parseSetCookieHeader(answer.getSetCookie().join(", "));
  return new Headers({ Cookie: [...set].map(([name, { value }]) => `${name}=${value}`).join("; ") });
}

/** Removes the records that are older than a year. */
export function sweepSignIns(db: Database, now: Date): void {
  db.delete(signIns)
    .where(lt(signIns.at, new Date(+now - RECORD_DAYS * DAY_MS)))
    .run();
}
