import type { Request, RequestHandler, Response } from "express";
import { log } from "~/log.server.ts";
import { refuse, visitOf } from "./locals.ts";

/*
 * A body that has been announced and does not come holds a connection, and what was read for it. Node bounds a request as a whole
 * alone, and has to leave an upload over a slow line a quarter of an hour.
 */

/** A phone in a tunnel comes out again; a line on which nothing came for so long is dead. Shorter in tests. */
const IDLE_MS = Number(process.env.BODY_IDLE_MS) || 30_000;
/** For the whole of a form without a file, and for one so long that a line of 5 kB a second takes more. */
const FORM_MS = 60_000;
const SLOWEST_BYTES_A_MS = 5;
/** From one address at once: a whole conference behind it, and everybody behind a proxy that nobody counts. */
const BODIES_AN_ADDRESS = 100;

interface Bounds {
  /** For how long nothing may come. */
  idleMs: number;
  /** For the whole of a form without a file that is not long. */
  formMs: number;
  /** From one address at once. */
  ofAddress: number;
}

interface Body {
  request: Request;
  response: Response;
  address: string;
  /** Whether it may take as long as Node lets a request take. */
  isUpload: boolean;
  /** The length that its request announces, in bytes. */
  announced: number;
  began: number;
  /** When something came last, and how much had come on the connection by then. */
  at: number;
  bytesRead: number;
}

/**
 * Refuses one more body from an address from which too many are still coming in, and ends with 408 those that take too long.
 *
 * @param takesFiles whether the form of a path comes with a file
 * @param bounds others than the usual ones, for tests
 */
export function boundBodies(takesFiles: (path: string) => boolean, bounds: Partial<Bounds> = {}): RequestHandler {
  const within = { idleMs: IDLE_MS, formMs: FORM_MS, ofAddress: BODIES_AN_ADDRESS, ...bounds };
  const open = new Set<Body>();
  setInterval(() => sweep(open, within), Math.min(1000, within.idleMs / 2)).unref();

  return (request, response, next) => {
    if (!hasBody(request)) {
      next();
      return;
    }
    const { address } = visitOf(response);
    let ofAddress = 0;
    for (const body of open) if (body.address === address && !body.request.complete) ofAddress += 1;
    if (ofAddress >= within.ofAddress) {
      response.set("Connection", "close");
      refuse(request, response, next, { status: 429, headers: { "Retry-After": "30" } });
      return;
    }
    const now = performance.now();
    // Only for who is signed in, as it seems: the others' files are not read.
    const isUpload = takesFiles(request.path) && /session_token=/.test(request.get("Cookie") ?? "");
    const body = {
      request,
      response,
      address,
      isUpload,
      announced: announcedBytes(request),
      began: now,
      at: now,
      bytesRead: bytesOf(request),
    };
    open.add(body);
    request.once("close", () => open.delete(body));
    request.once("end", () => open.delete(body));
    next();
  };
}

const announcedBytes = (request: Request) => Number(request.get("Content-Length") ?? 0);

const hasBody = (request: Request) => announcedBytes(request) > 0 || request.get("Transfer-Encoding") !== undefined;

const bytesOf = ({ socket }: Request) => socket.bytesRead;

function sweep(open: Set<Body>, { idleMs, formMs }: Bounds): void {
  const now = performance.now();
  for (const body of open) {
    const { request, isUpload, announced } = body;
    if (request.complete) {
      open.delete(body);
      continue;
    }
    const bytesRead = bytesOf(request);
    if (bytesRead > body.bytesRead) Object.assign(body, { bytesRead, at: now });
    if (now - body.at > idleMs || (!isUpload && now - body.began > Math.max(formMs, announced / SLOWEST_BYTES_A_MS))) {
      open.delete(body);
      end(body);
    }
  }
}

/** Nobody may be there to read it, so it is a line of text and no page. */
function end({ request, response }: Body): void {
  const { socket } = request;
  log.warn({ requestId: visitOf(response).requestId, path: request.path }, "a body did not come");
  if (response.headersSent) {
    socket.destroy();
    return;
  }
  response.once("finish", () => socket.destroySoon());
  response.set("Connection", "close");
  response.status(408).type("text/plain; charset=utf-8").send("The form did not arrive. Nothing was changed.\n");
}
