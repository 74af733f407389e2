import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { eq, lt } from "drizzle-orm";
import { pageAddress } from "~/lib/remix-addresses.ts";
import { type DataAnswer, isDataAnswer } from "~/lib/remix-data.ts";
import { KEY_FIELD, KEY_HEADER } from "~/ui/form-key.ts";
import type { Database } from "~db/connection.ts";
import { submissions } from "~db/schema/people.ts";
import { whenUnlocked } from "~db/unlocked.ts";
import { type By, RecordedElsewhere, type Submission } from "./change.server.ts";

/** How long a form that is sent again gets its first answer, in days. */
const DAYS_REMEMBERED = 7;

const KEY = /^[\w.:-]{8,120}$/;

/** Ends the handling of a submission that has its answer already. */
class Repeated extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super("This form has been carried out before.");
    this.answer = answer;
  }
}

/*
 * Idempotency: a form that is sent again with the same one-time key and the same content (a double tap, a line that dropped before the
 * answer came) changes nothing and gets the answer of the first time. Another content under the same key, as from a page that
 * the browser went back to, counts as a new submission: nothing typed is ever taken for a repetition (docs/decisions/0028-one-time-keys.md).
 */

/** Those under way in this process: who sends the same meanwhile waits for the answer. */
const underWay = new Map<string, Promise<void>>();

/** Requests whose form comes with a file: what they submit is known once the file has been read. */
const withFiles = new WeakMap<Request, { db: Database; by: By }>();

/**
 * Carries out once what a request asks for.
 *
 * @param by is given the request's submission, for `change` to record
 * @param handle does what the form asks, and answers
 * @returns its answer, or the first one's; an answer that refuses (4xx, 5xx) is not remembered
 */
export async function once<T>(db: Database, by: By, request: Request, handle: () => Promise<T>): Promise<T> {
  if (request.method !== "POST" || !by.personId) return handle();
  const type = request.headers.get("Content-Type") ?? "";
  try {
    if (type.startsWith("application/x-www-form-urlencoded")) {
      await begin(db, by, request, await request.formData(), "");
    } else withFiles.set(request, { db, by });
    const answer = await handle();
    await remember(db, by, answer);
    return answer;
  } catch (thrown) {
    // The handler that gave the first answer is this one.
    if (thrown instanceof Repeated) return thrown.answer as T;
    if (thrown instanceof RecordedElsewhere && by.submission) return firstAnswer(db, by.submission) as T;
    if (isAnswer(thrown)) await remember(db, by, thrown);
    throw thrown;
  } finally {
    by.submission?.release?.();
  }
}

/**
 * To be called when a form with a file has been read, before anything is done with it.
 *
 * @param file the SHA-256 of the file; empty where none was chosen
 */
export async function submittedWithFile(request: Request, form: FormData, file: string): Promise<void> {
  const asked = withFiles.get(request);
  if (asked) await begin(asked.db, asked.by, request, form, file);
}

/** Takes a submission up; throws the first answer where it has been carried out before. */
async function begin(db: Database, by: By, request: Request, form: FormData, file: string): Promise<void> {
  const submission = submissionOf(request, by.personId ?? "", form, file);
  if (!submission) return;
  const { digest } = submission;
  for (let before = underWay.get(digest); before; before = underWay.get(digest)) await before;
  const first = firstAnswer(db, submission);
  if (first !== undefined) throw new Repeated(first);
  const ended = new Promise<void>((resolve) => {
    submission.release = () => {
      underWay.delete(digest);
      resolve();
    };
  });
  underWay.set(digest, ended);
  by.submission = submission;
}

/** The submission that a form is; null for one without a key, which is carried out each time that it comes. */
function submissionOf(request: Request, personId: string, form: FormData, file: string): Submission | null {
  const key = form.get(KEY_FIELD) ?? request.headers.get(KEY_HEADER);
  if (typeof key !== "string" || !KEY.test(key)) return null;
  const path = pageAddress(new URL(request.url));
  const fields = [...form].filter(([name, value]) => name !== KEY_FIELD && typeof value === "string");
  const content = JSON.stringify([personId, path, key, file, fields]);
  const digest = createHash("sha256").update(content).digest("base64url");
  return { digest, personId, path, recorded: false };
}

/** Forgets submissions that nobody sends again any more. */
export function sweepSubmissions(db: Database, now: Date): void {
  db.delete(submissions)
    .where(lt(submissions.at, new Date(+now - DAYS_REMEMBERED * 86_400_000)))
    .run();
}

/** What is kept of an answer: enough to give it once more. */
type Kept =
  | { kind: "response"; status: number; headers: [string, string][]; body: string }
  | { kind: "data"; status: number; headers: [string, string][]; data: unknown }
  | { kind: "plain"; data: unknown };

async function remember(db: Database, { submission }: By, answer: unknown): Promise<void> {
  if (!submission?.recorded) return;
  const { digest } = submission;
  const kept = await keptOf(answer);
  if (kept.kind !== "plain" && kept.status >= 400) {
    await whenUnlocked(() => db.delete(submissions).where(eq(submissions.digest, digest)).run());
    return;
  }
  const same = eq(submissions.digest, digest);
  await whenUnlocked(() =>
    db
      .update(submissions)
      .set({ answer: serialize(kept) })
      .where(same)
      .run(),
  );
}

async function keptOf(answer: unknown): Promise<Kept> {
  if (answer instanceof Response) {
    const { status, headers } = answer;
    return { kind: "response", status, headers: harmless(headers), body: await answer.clone().text() };
  }
  if (!isDataAnswer(answer)) return { kind: "plain", data: answer };
  const { data, init } = answer;
  return { kind: "data", data, status: init?.status ?? 200, headers: harmless(new Headers(init?.headers)) };
}

/** Cookies can let somebody in: they are given once and never stored. */
const harmless = (headers: Headers): [string, string][] => [...headers].filter(([name]) => name !== "set-cookie");

/** The first answer; undefined for a submission that has not been carried out. */
function firstAnswer(db: Database, submission: Submission): unknown {
  const row = db.select().from(submissions).where(eq(submissions.digest, submission.digest)).get();
  if (!row) return undefined;
  if (!row.answer) return again(submission);
  const kept = deserialize(row.answer) as Kept;
  if (kept.kind === "plain") return kept.data;
  const { status, headers } = kept;
  if (kept.kind === "response") return new Response(kept.body || null, { status, headers });
  return { type: "DataWithResponseInit", data: kept.data, init: { status, headers } } satisfies DataAnswer;
}

/** Carried out, but the process ended before its answer: the form's page shows what came of it. */
function again({ path }: Submission): Response {
  return new Response(null, { status: 302, headers: { Location: path } });
}

const isAnswer = (thrown: unknown): boolean => thrown instanceof Response || isDataAnswer(thrown);
