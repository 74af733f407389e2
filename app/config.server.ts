import { z } from "zod";

/** What the environment decides (docs/deploying.md). Read once: a change takes a restart. */
export interface Config {
  /** The address that people use, without a trailing slash. */
  origin: string;
  /** True on loopback without a public origin: one click in as each role, mail shown on a page. */
  evaluation: boolean;
  secret: string;
  production: boolean;
  /** Where the server listens. */
  port: number;
  host: string;
  /** How many proxies stand in front, whose `X-Forwarded-For` may be believed. */
  trustedProxies: number;
}

export type Environment = Record<string, string | undefined>;

const EVALUATION_SECRET = "evaluation-on-loopback-only-no-secret-needed";
const SECRET_LEAST = 32;
const DEFAULT_PORT = 3000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const whole = (most: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value <= most, message)
    .optional();

const schema = z
  .object({
    ORIGIN: z
      .string()
      .transform((value) => value.replace(/\/+$/, ""))
      .superRefine((origin, context) => {
        const url = URL.canParse(origin) ? new URL(origin) : null;
        const message =
          !url || !/^https?:$/.test(url.protocol) || url.origin !== origin.toLowerCase()
            ? `ORIGIN must be an address such as https://plan.example.org, and is “${origin}”.`
            : url.protocol === "http:" && !LOOPBACK.includes(url.hostname)
              ? `ORIGIN must begin with https://, since sign-in links and sessions travel over it, and is “${origin}”.`
              : null;
        if (message) context.addIssue({ code: "custom", message });
      })
      .optional(),
    SECRET: z.string().optional(),
    SMTP_URL: z
      .string()
      .refine(
        (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== "",
        "SMTP_URL must be an address such as smtps://user:password@mail.example.org.",
      )
      .optional(),
    MAIL_FROM: z
      .string()
      .includes("@", "MAIL_FROM must hold a mail address, such as Plan <plan@example.org>.")
      .optional(),
    MAIL_GRACE_MS: whole(86_400_000, "MAIL_GRACE_MS must be a number of milliseconds, at most a day."),
    PORT: whole(65_535, "PORT must be a number from 0 to 65535."),
    HOST: z.string().optional(),
    TRUST_PROXY: whole(10, "TRUST_PROXY must be the number of proxies in front, from 0 to 10."),
    BUSY_TIMEOUT_MS: whole(60_000, "BUSY_TIMEOUT_MS must be a number of milliseconds, at most a minute."),
    LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`).optional(),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ ORIGIN, SECRET = "" }) => !ORIGIN || SECRET.length >= SECRET_LEAST, {
    message: `ORIGIN is set: SECRET must be set too, at least ${SECRET_LEAST} characters (try: openssl rand -base64 48).`,
    // Asked even where something else is wrong, so that all of it is said at once.
    when: () => true,
  });

let known: Config | undefined;

/** @throws Error that says all that is wrong with the environment */
export function config(): Config {
  known ??= read(process.env);
  return known;
}

/** On loopback without a public origin the address is known only once the server listens: a free port may be asked for. */
export function listeningOn(port: number): void {
  const found = config();
  if (found.evaluation) known = { ...found, origin: `http://127.0.0.1:${port}` };
}

/** @throws Error that says all that is wrong with the environment */
export function read(env: Environment): Config {
  const result = schema.safeParse(withoutEmpty(env));
  if (!result.success) throw new Error(configProblems(env).join(" "));
  const { ORIGIN, SECRET, PORT = DEFAULT_PORT, HOST = "127.0.0.1", TRUST_PROXY = 0, NODE_ENV } = result.data;
  return {
    origin: ORIGIN ?? `http://127.0.0.1:${PORT}`,
    evaluation: !ORIGIN,
    secret: SECRET ?? EVALUATION_SECRET,
    production: NODE_ENV === "production",
    port: PORT,
    // Loopback only, until a public origin is set; then whatever stands in front of it decides.
    host: ORIGIN ? HOST : "127.0.0.1",
    trustedProxies: TRUST_PROXY,
  };
}

/** All that is wrong with the environment, a sentence each. */
export function configProblems(env: Environment): string[] {
  return schema.safeParse(withoutEmpty(env)).error?.issues.map(({ message }) => message) ?? [];
}

/** A variable that is set to nothing is not set. */
function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}
