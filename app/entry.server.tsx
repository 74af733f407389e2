import { PassThrough } from "node:stream";
import { I18nProvider } from "@lingui/react";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { seenIn } from "~/features/accounts/viewer.server.ts";
import type { VisitContext } from "~/http/context.ts";
import { DocumentContext } from "~/http/document.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { languageOf } from "~/i18n/language.server.ts";
import { log } from "~/log.server.ts";
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
  const { viewer } = await seenIn(request.headers, context).catch(() => ({ viewer: null }));
  const language = languageOf(request, context, viewer);
  const { nonce, requestId } = context;
  const app = (
    <DocumentContext.Provider value={{ nonce, requestId, language, stylesheet }}>
      <I18nProvider i18n={i18nFor(language)}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </I18nProvider>
    </DocumentContext.Provider>
  );
  return new Promise((resolve, reject) => {
    let answered = false;
    const send = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Content-Language", language);
      if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const wholeAtOnce = remix.isSpaMode || isbot(request.headers.get("User-Agent") ?? "");
    const { pipe, abort } = renderToPipeableStream(app, {
      nonce,
      ...(wholeAtOnce ? { onAllReady: send } : { onShellReady: send }),
      onShellError: reject,
      onError(error) {
        status = 500;
        if (answered) log.error({ requestId, err: error }, "rendering failed");
      },
    });
    setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

/** What our own `forViewer` did not turn into an answer: Remix's refusals of a wrong method and the like, and bugs. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (request.signal.aborted) return;
  const { requestId } = (context ?? {}) as Partial<VisitContext>;
  log.error({ requestId, method: request.method, path: new URL(request.url).pathname, err: error }, "a request failed");
}
