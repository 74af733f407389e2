import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import type { Language, Role } from "~/domain.ts";
import type { VisitContext } from "~/features/core/visit.ts";
import { auth } from "~/features/people/accounts/auth.server.ts";
import { ensureEvaluationAccounts } from "~/features/people/accounts/evaluation.server.ts";
import { closeDatabase, type Database, database } from "~db/connection.ts";
import { networks, people } from "~db/schema.ts";
import { seed } from "~seed/load.ts";
import { TODAY } from "./database.ts";

/** What a loader or an action answered, whether it returned or threw it. */
export interface Answer {
  status: number;
  headers: Headers;
  /** What the page is given; null for a redirect. */
  data: unknown;
  location: string | null;
}

interface Ask {
  path: string;
  params?: Record<string, string>;
  /** Makes it a POST; a list is a field that comes several times. */
  form?: Record<string, string | string[]>;
  /** Makes it a POST in parts, as a form is sent that may come with a file. */
  multipart?: Record<string, string>;
  cookie?: string | undefined;
  language?: Language;
  /** Where it comes from: limits count by address, so that each test uses its own. */
  address?: string;
}

/** Any route's loader or action. */
type Handler = (args: never) => unknown;

/** What the modules keep for the whole process, made for its database or counted in it: it goes with the database of a file. */
const kept = globalThis as typeof globalThis & { inspirAuth?: unknown; inspirLimits?: Map<string, unknown> };

/**
 * A database with the Geneva planning and the accounts for trying, for all tests of a file, and an outbox folder: the
 * process's own database, as the routes use it. The next file of the process begins as if it were the first.
 */
export function openApp(): { readonly db: Database; readonly outbox: string } {
  const folder = mkdtempSync(join(tmpdir(), "inspir-routes-"));
  const outbox = join(folder, "outbox");
  const environment = { ...process.env };
  beforeAll(() => {
    delete kept.inspirAuth;
    kept.inspirLimits?.clear();
    process.env.DATABASE = join(folder, "plan.db");
    process.env.OUTBOX = outbox;
    seed(database(), TODAY);
    ensureEvaluationAccounts(database(), TODAY);
  });
  afterAll(() => {
    closeDatabase();
    process.env = environment;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get db() {
      return database();
    },
    outbox,
  };
}

/** Calls a route's loader or action with a real request. */
export async function ask(handler: Handler, request: Ask): Promise<Answer> {
  const { path, params = {}, form, multipart, cookie, language = "en", address = "127.0.0.1" } = request;
  const fields = Object.entries(form ?? {}).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const context: VisitContext = { requestId: randomUUID(), nonce: "", address, acceptedLanguage: language };
  const args = {
    request: new Request(new URL(path, "http://127.0.0.1:3000"), {
      headers: { ...(cookie && { Cookie: cookie }), "User-Agent": "Mozilla/5.0 (Android 14) Firefox/140.0" },
      ...(form && { method: "POST", body: new URLSearchParams(fields) }),
      ...(multipart && { method: "POST", body: partsOf(multipart) }),
    }),
    params,
    context,
  };
  try {
    return read(await handler(args as never));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return read(thrown);
  }
}

function partsOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

function read(answer: unknown): Answer {
  if (answer instanceof Response) {
    const { status, headers } = answer;
    return { status, headers, data: null, location: headers.get("Location") };
  }
  const { init, data } = answer as { init?: ResponseInit | null; data?: unknown };
  const isAnswer = (answer as { type?: string }).type === "DataWithResponseInit";
  return {
    status: (isAnswer && init?.status) || 200,
    headers: new Headers((isAnswer && init?.headers) || {}),
    data: isAnswer ? data : answer,
    location: null,
  };
}

/** The problems beside fields that an action answered with. */
export function problemsIn({ data }: Answer): unknown {
  return (data as { problems?: unknown } | null)?.problems;
}

/** The cookies of an answer, as a browser sends them back. */
export function cookiesOf(answer: { headers: Headers }): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A new session of a person: its cookie. */
export async function enter(personId: string): Promise<string> {
  return cookiesOf(await auth().api.enter({ body: { personId }, headers: new Headers(), returnHeaders: true }));
}

interface NewPerson {
  role?: Role;
  network?: string;
  language?: Language;
  name?: string;
}

/** Somebody new, with an address of their own. */
export function addPerson(
  db: Database,
  { role = "member", network = "nepal", language = "en", name = "Somebody new" }: NewPerson = {},
) {
  const id = randomUUID();
  const email = `${id}@example.org`;
  const home = { emailVerified: true, networkId: networkId(db, network), createdAt: TODAY, updatedAt: TODAY };
  db.insert(people)
    .values({ id, email, name, role, language, ...home })
    .run();
  return { id, email };
}

export function networkId(db: Database, slug: string): number {
  const network = db.select({ id: networks.id }).from(networks).where(eq(networks.slug, slug)).get();
  if (!network) throw new Error(`There is no network ${slug}.`);
  return network.id;
}
