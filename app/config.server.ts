/** What the environment decides (README, "Deploying"). Read once: a change takes a restart. */
export interface Config {
  /** The address that people use, without a trailing slash. */
  origin: string;
  /** True on loopback without a public origin: one click in as each role, mail shown on a page. */
  evaluation: boolean;
  secret: string;
  production: boolean;
}

const EVALUATION_SECRET = "evaluation-on-loopback-only-no-secret-needed";

let known: Config | undefined;

/**
 * @throws Error when `ORIGIN` is set and `SECRET` is missing or shorter than 32 characters: with a public origin the
 * server does not start without one.
 */
export function config(): Config {
  known ??= read(process.env);
  return known;
}

/** On loopback without a public origin the address is known only once the server listens: a free port may be asked for. */
export function listeningOn(port: number): void {
  const found = config();
  if (found.evaluation) known = { ...found, origin: `http://127.0.0.1:${port}` };
}

export function read(env: Record<string, string | undefined>): Config {
  const origin = env.ORIGIN?.replace(/\/+$/, "");
  const secret = env.SECRET ?? "";
  if (origin && !/^https?:\/\/[^/]+$/.test(origin)) {
    throw new Error(`ORIGIN must be an address such as https://plan.example.org, and is “${origin}”.`);
  }
  if (origin && secret.length < 32) {
    throw new Error("ORIGIN is set: SECRET must be set too, at least 32 characters (try: openssl rand -base64 48).");
  }
  return {
    origin: origin ?? `http://127.0.0.1:${env.PORT ?? "3000"}`,
    evaluation: !origin,
    secret: secret || EVALUATION_SECRET,
    production: env.NODE_ENV === "production",
  };
}
