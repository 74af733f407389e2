import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink } from "better-auth/plugins";
import { z } from "zod";
import { config } from "~/config.server.ts";
import { sendSoon } from "~/features/core/mail/queue.server.ts";
import { limited } from "~/lib/limited.server.ts";
import { log } from "~/log.server.ts";
import { database } from "~db/connection.ts";
import { accounts, people, rateLimits, sessions, verifications } from "~db/schema/people.ts";
import { LINK_MINUTES, sendSignInLink } from "./account-mails.server.ts";
import { COOKIE_PREFIX } from "./ended-sessions.server.ts";
import { isSuspended } from "./queries.server.ts";
import { PASSWORD_LEAST, PASSWORD_MOST } from "./schemas.ts";
import { recordSignIn } from "./sign-ins.server.ts";

/**
 * A hash takes a thread of the pool that files and compression work with too, and a core: all of them but one at most are given
 * to it, and however many sign in at once, the others' pages do not wait for them.
 */
const hashing = limited(Math.min(3, Math.max(1, availableParallelism() - 1)), 20);

/**
 * argon2id at 64 MiB and three passes: OWASP's second choice of parameters and more.
 *
 * @throws TooBusy
 */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 }));
}

/** The header by which our own routes tell better-auth where a request came from, for its rate limits. */
export const ADDRESS_HEADER = "x-client-address";

/**
 * From one address, against floods. Wrong passwords and links are counted by account and address (limits.server.ts): behind a
 * proxy that is not named, everybody comes from one address, and ten wrong passwords must not keep all of them out.
 */
const TRIES_A_MINUTE = {
  "/sign-in/email": 100,
  "/sign-in/magic-link": 100,
  "/magic-link/verify": 10,
  "/verify-password": 5,
};

/**
 * Signs a known person in without asking anything more. It has no path: only our own code can call it, after it has
 * checked an invitation, or in evaluation mode.
 */
const enter = {
  id: "enter",
  endpoints: {
    enter: createAuthEndpoint({ method: "POST", body: z.object({ personId: z.string() }) } as const, async (ctx) => {
      const session = await ctx.context.internalAdapter.createSession(ctx.body.personId);
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
      if (!session || !user) throw new Error(`${ctx.body.personId} is suspended, or nobody.`);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ signedIn: true });
    }),
  },
} as const;

function make() {
  const { origin, secret } = config();
  return betterAuth({
    baseURL: origin,
    basePath: "/auth",
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    database: drizzleAdapter(database(), {
      provider: "sqlite",
      schema: {
        user: people,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        networkId: { type: "number", input: false },
        language: { type: "string", input: false, required: false },
        suspendedAt: { type: "date", input: false, required: false },
      },
    },
    // Asking who comes writes nothing: sessions are renewed apart (viewer.server.ts).
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, deferSessionRefresh: true },
    databaseHooks: {
      // Whatever the way in, it ends in a new session: a suspended person gets none.
      session: {
        create: {
          before: async ({ userId }) => (isSuspended(database(), userId) ? false : undefined),
          after: async (session) => recordSignIn(database(), session),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
      password: {
        hash: hashPassword,
        verify: ({ hash: stored, password }) => hashing(() => verify(stored, password)),
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 60,
      customRules: Object.fromEntries(Object.entries(TRIES_A_MINUTE).map(([path, max]) => [path, { window: 60, max }])),
    },
    advanced: { ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] }, cookiePrefix: COOKIE_PREFIX },
    // A mail server or a disk that fails is not an answer of better-auth's: it comes to whoever called the handler.
    onAPIError: { throw: true },
    logger: { level: "error", log: (_level, message, ...rest) => log.error({ rest }, message) },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: "hashed",
        expiresIn: LINK_MINUTES * 60,
        // After the answer: neither its status nor its time tells whether anybody has the address.
        sendMagicLink: ({ email, token, metadata }) =>
          sendSoon("sign-in link", () => sendSignInLink({ email, token, back: metadata?.back })),
      }),
      enter,
    ],
  });
}

const held = globalThis as typeof globalThis & { inspirAuth?: ReturnType<typeof make> };

/** Sessions, passwords, sign-in links and their rate limits (better-auth), on our own tables. */
export function auth(): ReturnType<typeof make> {
  held.inspirAuth ??= make();
  return held.inspirAuth;
}
