import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { forgetting, readCookies } from "~/features/core/cookies.server.ts";
import { readFields } from "~/features/core/form-body.server.ts";
import type { By } from "~/features/core/history/change.server.ts";
import { once } from "~/features/core/history/submission.server.ts";
import { limit, TooMany } from "~/features/core/limits.server.ts";
import { Refusal } from "~/features/core/refusal.ts";
import type { SignedInVisit, Visit, VisitContext } from "~/features/core/visit.ts";
import { removeFormDraft, saveFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { seenIn } from "~/features/people/accounts/viewer.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { pageAddress } from "~/lib/remix-addresses.ts";
import { isDataAnswer } from "~/lib/remix-data.ts";
import { DEFAULT_ZONE, dayIn } from "~/lib/time-zones.ts";
import { Abandoned, TooBusy, TooManyOfOne, TooMuchWork } from "~/lib/too-busy.ts";
import type { Asker } from "~/lib/worker-pool.server.ts";
import { log } from "~/log.server.ts";
import { database } from "~db/connection.ts";
import { storageTrouble } from "~db/storage-trouble.ts";
import { whenUnlocked } from "~db/unlocked.ts";
import type { Failure, FailureReason } from "../ui/failure.ts";
import { toCanonicalAddress } from "./canonical.server.ts";
import { languageOf } from "./language.server.ts";
import { timeZoneOf } from "./time-zone.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * Every loader and action of the product passes through here or through `forAnyone`: who is it, in what language, and
 * what becomes of what goes wrong. Signed out means the sign-in page and back to where one was; what was typed in a form
 * is kept for after signing in.
 */
export function forViewer<T>(handler: (visit: SignedInVisit) => T | Promise<T>) {
  return (args: Args): Promise<T> =>
    answer(args, async (visit) => {
      const { viewer } = visit;
      if (!viewer) throw await toSignIn(visit);
      toCanonicalAddress(visit);
      const by: By = { personId: viewer.id, at: visit.at, limits: { committed: false } };
      const mine = { ...visit, viewer, by };
      const reads = visit.request.method === "GET" || visit.request.method === "HEAD";
      return once(visit.db, by, visit.request, async () => {
        if (reads) return handler(mine);
        const answer = await withinLimits(mine, handler);
        if (statusOf(answer) < 400) await forgetKept(mine);
        return answer;
      });
    });
}

const statusOf = (answer: unknown): number =>
  answer instanceof Response ? answer.status : isDataAnswer(answer) ? (answer.init?.status ?? 200) : 200;

/** What was typed before the session ended, or before another language, has been sent now. */
async function forgetKept(visit: SignedInVisit): Promise<void> {
  const isUpload = /^multipart\//.test(visit.request.headers.get("Content-Type") ?? "");
  removeFormDraft(visit, isUpload ? null : await visit.request.formData());
}

/**
 * Carries a form out, unless its person sends too many: then what was typed is kept for them, and the page says when to
 * try again.
 */
async function withinLimits<T>(visit: SignedInVisit, handler: (visit: SignedInVisit) => T | Promise<T>): Promise<T> {
  // A file is never kept; the texts beside it are, unless its form has been read, which is not done twice.
  const isUpload = /^multipart\//.test(visit.request.headers.get("Content-Type") ?? "");
  try {
    limit("write", visit.viewer);
    limit("write-long", visit.viewer);
    return await handler(visit);
  } catch (thrown) {
    if (!(thrown instanceof TooMany)) throw thrown;
    const back = pageAddress(visit.url);
    const isRead = isUpload && visit.request.bodyUsed;
    const { kept, cookie } = isRead ? { kept: false, cookie: forgetting } : await saveFormDraft(visit, back);
    log.warn({ requestId: visit.context.requestId, person: visit.viewer.id, err: thrown }, "too much in a short time");
    throw data(
      {
        requestId: visit.context.requestId,
        reason: kept ? "too-often-kept" : "too-often",
        back,
        minutes: Math.ceil(thrown.retryAfter / 60),
      } satisfies Failure,
      { status: 429, headers: { "Retry-After": String(thrown.retryAfter), "Set-Cookie": cookie } },
    );
  }
}

/** For whom the worker threads do what a visit asks for. */
export function askerOf({ viewer, context }: SignedInVisit): Asker {
  return { id: viewer.id, gone: context.gone };
}

/** For the pages that are there before signing in. */
export function forAnyone<T>(handler: (visit: Visit) => T | Promise<T>) {
  return (args: Args): Promise<T> => answer(args, async (visit) => await handler(visit));
}

async function answer<T>(args: Args, handler: (visit: Visit) => Promise<T>): Promise<T> {
  const context = args.context as unknown as VisitContext;
  const request = withForm(args.request, context);
  try {
    return await whenUnlocked(async () => {
      const { viewer, networks } = await seenIn(request.headers, context);
      const cookies = await readCookies(request.headers);
      const language = languageOf(cookies, context, viewer);
      const at = new Date();
      const timeZone = timeZoneOf(request, viewer);
      return await handler({
        request,
        url: new URL(request.url),
        params: args.params,
        context,
        cookies,
        db: database(),
        viewer,
        networks,
        language,
        i18n: i18nFor(language),
        at,
        timeZone,
        today: dayIn(timeZone ?? DEFAULT_ZONE, at),
      });
    });
  } catch (thrown) {
    throw asAnswer(thrown, context, request);
  }
}

/**
 * The request, whose form can be read once more when its handler is run again; a body that is no form, or broke off, is answered
 * with 400, one with more in it than any form of ours with 413.
 */
function withForm(request: Request, context: VisitContext): Request {
  let read: Promise<FormData> | undefined;
  request.formData = async () => {
    read ??= readFields(request).catch((error) => {
      if (error instanceof Refusal) throw error;
      return badRequest({ context });
    });
    // A copy: handlers set fields of their form.
    const form = new FormData();
    for (const [name, value] of await read) form.append(name, value);
    return form;
  };
  return request;
}

/** What a thrown thing becomes: refusals and redirects as they are, trouble with the disk 503, anything else 500. */
function asAnswer(thrown: unknown, context: VisitContext, { method }: Request): unknown {
  const { requestId } = context;
  // Whoever only reads has typed nothing that the page could speak of.
  const reads = method !== "POST";
  if (thrown instanceof Response || isDataAnswer(thrown)) return thrown;
  if (thrown instanceof Refusal) {
    // Its page gives people the request's id to ask for help with.
    log.info({ requestId, status: thrown.status, reason: thrown.message }, "refused");
    return failure(thrown.status, requestId);
  }
  if (thrown instanceof TooBusy || thrown instanceof TooMuchWork) {
    log.error({ requestId, err: thrown }, "too much to do");
    return refusal(context, 503, reads ? "busy-reading" : "busy", "60");
  }
  if (thrown instanceof TooManyOfOne) {
    log.warn({ requestId, err: thrown }, "too much at once");
    return refusal(context, 429, "files-waiting", "10");
  }
  if (thrown instanceof Abandoned) {
    log.info({ requestId, err: thrown }, "whoever asked has gone");
    return failure(503, requestId);
  }
  const trouble = storageTrouble(thrown);
  if (trouble) {
    log.error({ requestId, trouble, err: thrown }, "the database cannot be used");
    if (reads) return refusal(context, 503, "no-database-reading", "10");
    return failure(503, requestId, { "Retry-After": "10" });
  }
  log.error({ requestId, err: thrown }, "a page failed");
  return failure(500, requestId);
}

/** As `failure`, and noted for the page that people get in place of a file (remix.ts). */
function refusal(context: VisitContext, status: number, reason: FailureReason, retryAfter: string) {
  const headers = { "Retry-After": retryAfter };
  context.refusal = { status, reason, headers };
  return failure(status, context.requestId, headers, reason);
}

function failure(status: number, requestId: string, headers?: Record<string, string>, reason?: Failure["reason"]) {
  return data({ requestId, ...(reason && { reason }) } satisfies Failure, { status, headers });
}

/** Throws the helpful 404: for what is not there, and for what is not there for this viewer. */
export function notFound({ context }: Pick<Visit, "context">): never {
  throw failure(404, context.requestId);
}

/** Throws 403: there to be seen, not theirs to do. */
export function forbidden({ context }: Pick<Visit, "context">): never {
  throw failure(403, context.requestId);
}

/** Throws what the server around Remix has refused already; 404 when it has refused nothing. */
export function refused({ context }: Pick<Visit, "context">): never {
  const { requestId, refusal } = context;
  if (!refusal) throw failure(404, requestId);
  throw data({ requestId, ...(refusal.reason && { reason: refusal.reason }) } satisfies Failure, {
    status: refusal.status,
    ...(refusal.headers && { headers: refusal.headers }),
  });
}

/** Throws 400: the request is not one that any of our pages makes. */
export function badRequest({ context }: Pick<Visit, "context">): never {
  throw failure(400, context.requestId);
}

async function toSignIn(visit: Visit): Promise<Response> {
  const { request, url } = visit;
  const back = pageAddress(url);
  const headers = new Headers();
  const target = new URLSearchParams(back === "/" || back === "/_root" ? {} : { back });
  if (request.method === "POST") {
    const { kept, cookie } = await saveFormDraft(visit, back);
    headers.set("Set-Cookie", cookie);
    // Never silently: the sign-in page says it.
    if (!kept) target.set("lost", "1");
  }
  return redirect(target.size > 0 ? `/sign-in?${target}` : "/sign-in", { headers });
}

export { safePath } from "./safe-path.ts";
