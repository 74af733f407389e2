import { Writable } from "node:stream";
import { I18nProvider } from "@lingui/react";
import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { type OwnCookies, readCookies } from "~/features/core/cookies.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import type { VisitContext } from "~/features/core/visit.ts";
import { loadFormDraftOf } from "~/features/people/accounts/form-drafts.server.ts";
import { cookiesRenewed, seenIn } from "~/features/people/accounts/viewer.server.ts";
import { DocumentContext } from "~/http/document.ts";
import { carryTypedText, giveBack } from "~/http/given-back.server.ts";
import { languageOf } from "~/http/language.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { log } from "~/log.server.ts";
import { database } from "~db/connection.ts";
import { newFormKey } from "./ui/form-key.ts";
import { piecesReady } from "./ui/lazy.ts";
import stylesheet from "./ui/styles.css?inline";

export { services } from "~/services.server.ts";

const ABORT_AFTER_MS = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: VisitContext,
): Promise<Response> {
  await piecesReady();
  const cookies = await readCookies(request.headers);
  const { viewer } = await seenIn(request.headers, context).catch(() => ({ viewer: null }));
  const language = languageOf(cookies, context, viewer);
  const { nonce, requestId } = context;
  const app = (
    <DocumentContext.Provider value={{ nonce, requestId, language, stylesheet, formKey: newFormKey() }}>
      <I18nProvider i18n={i18nFor(language)}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </I18nProvider>
    </DocumentContext.Provider>
  );
  const drawn = await render(app, nonce, (error) => {
    status = 500;
    log.error({ requestId, err: error }, "rendering failed");
  });
  const html = viewer ? withTypedText(drawn, request, cookies, viewer) : drawn;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  for (const cookie of cookiesRenewed(context)) headers.append("Set-Cookie", cookie);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  return new Response(html, { headers, status });
}

/** The page with what its person had typed in it before, and with a language menu that takes along what is being typed. */
function withTypedText(drawn: Buffer<ArrayBuffer>, request: Request, cookies: OwnCookies, viewer: Viewer): string {
  const { pathname, search } = new URL(request.url);
  const html = carryTypedText(drawn.toString(), pathname + search);
  // What was sent just now stands in the page already.
  if (request.method !== "GET") return html;
  const kept = loadFormDraftOf(viewer, { db: database(), cookies, at: new Date() });
  return kept ? giveBack(html, pathname, kept) : html;
}

/**
 * The whole document at once. No page waits for anything after its loaders, so that streaming it in pieces would only
 * cost: each piece compressed and sent by itself.
 */
function render(app: ReactElement, nonce: string, onError: (error: unknown) => void): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const collect = new Writable({
      write(piece: Buffer, _encoding, done) {
        pieces.push(piece);
        done();
      },
      final(done) {
        clearTimeout(patience);
        resolve(Buffer.concat(pieces));
        done();
      },
      // Else React would wait after every few pieces for them to be taken away.
      highWaterMark: Number.MAX_SAFE_INTEGER,
    });
    const { pipe, abort } = renderToPipeableStream(app, {
      nonce,
      onAllReady: () => pipe(collect),
      onShellError(error) {
        clearTimeout(patience);
        reject(error);
      },
      onError,
    });
    // Ended with the page: left to run, it would keep all that was drawn in memory for as long.
    const patience = setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

/** What our own `forViewer` did not turn into an answer: Remix's refusals of a wrong method and the like, and bugs. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (request.signal.aborted) return;
  // A page that is not there, or not theirs: what went wrong on our side has been logged by the page itself (http/visit.server.ts).
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { requestId } = (context ?? {}) as Partial<VisitContext>;
  log.error({ requestId, method: request.method, path: new URL(request.url).pathname, err: error }, "a request failed");
}
