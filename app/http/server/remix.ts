import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { visitOf } from "./locals.ts";

/** For so long what is left of a body may still come in: a browser hears the answer once it has sent all. */
const LINGER_MS = 30_000;
/** And for so long nothing may come of it. */
const LINGER_IDLE_MS = 2_000;

interface Options {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: string | undefined;
  /** The address that people use, whatever `Host` says. */
  origin: string;
}

/**
 * Answers a request by Remix. In place of `@remix-run/express`, whose adapter takes the host from whatever a proxy sends, while
 * ours is the configuration's (docs/decisions/0026-requests-and-locks.md).
 */
export function remixHandler({ build, mode, origin }: Options) {
  const handle = createRequestHandler(build, mode);
  return async (request: ExpressRequest, response: ExpressResponse): Promise<void> => {
    const visit = visitOf(response);
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    visit.gone = gone.signal;
    closeUnread(request, response);
    const headers = headersOf(request);
    const asked = new Request(new URL(origin + request.originalUrl), {
      method: request.method,
      headers,
      signal: gone.signal,
      ...(request.method === "POST" && { body: bodyOf(request, response), duplex: "half" }),
    } as RequestInit);
    let answer = await handle(asked, visit);
    if (isBareError(answer) && request.accepts(["html", "json"]) === "html") {
      visit.refusal ??= { status: answer.status };
      answer = await handle(new Request(`${origin}/refused`, { headers, signal: gone.signal }), visit);
    }
    await send(answer, response);
  };
}

/** What failed in a route without a page of its own comes as Remix's JSON: people get the product's page instead. */
function isBareError({ headers }: Response): boolean {
  return headers.has("X-Remix-Error");
}

function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  // Compared with each other by Remix, after `sameOriginOnly` has compared the one with what is configured.
  for (const name of ["origin", "host", "x-forwarded-host"]) headers.delete(name);
  return headers;
}

/**
 * Returns the body of a request. It ends in an error when its connection ends, and when the answer has been sent before it came whole
 * (bodies.ts): whoever reads it would otherwise wait for ever, and what was read so far of a file would stay on the disk.
 */
function bodyOf(request: ExpressRequest, response: ExpressResponse) {
  // Of its own, so that it can be ended while the connection stays open for the answer.
  const body = new PassThrough();
  const breakOff = () => {
    if (!request.complete) body.destroy(new Error("The body broke off."));
  };
  // Whoever has given up reading it no longer listens.
  body.on("error", () => {});
  request.pipe(body);
  request.once("error", breakOff);
  request.once("close", breakOff);
  response.once("finish", breakOff);
  return createReadableStreamFromReadable(body);
}

/** What is left of a body when the answer has been sent is read away for a while; then its connection is closed. */
function closeUnread(request: ExpressRequest, response: ExpressResponse): void {
  response.once("finish", () => {
    if (request.complete) return;
    request.unpipe();
    const timers = [LINGER_MS, LINGER_IDLE_MS].map((after) => setTimeout(() => request.socket.destroy(), after));
    request.removeAllListeners("data");
    request.on("data", () => timers[1]?.refresh());
    request.once("close", () => timers.forEach(clearTimeout));
    request.once("end", () => timers.forEach(clearTimeout));
    request.resume();
  });
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  // Answered already: its body did not come (bodies.ts).
  if (response.headersSent) return;
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    // A policy of its own comes beside that of all pages, which no page may frame; one that says who may stands alone.
    if (name === "content-security-policy" && value.includes("frame-ancestors")) response.set(name, value);
    else response.append(name, value);
  }
  if (!answer.body) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
  } catch (error) {
    // Whoever asked has gone: nobody is left to be told.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
