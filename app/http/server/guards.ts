import type { NextFunction, Request, RequestHandler, Response } from "express";
import { ENCODED_FORM_BYTES_MOST, FORM_IN_PARTS_BYTES_MOST } from "~/features/core/form-size.ts";
import { log } from "~/log.server.ts";
import { refuse, visitOf } from "./locals.ts";

/* What a request must be before anything of its body is read, and before any page sees it. */

/** A form with a file may come with one of 10 MB, and what a form needs around it. */
const UPLOAD_LIMIT_BYTES = 11 * 1024 * 1024;
/** A browser hears why its file is too large only once it has sent it: up to here it may. */
const READ_AWAY_BYTES = 64 * 1024 * 1024;
const METHODS = ["GET", "HEAD", "POST"];
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const CONTROL_CHARACTERS = /\p{Cc}/u;

/** What proxies, balancers and content networks add to a request, and no browser does. */
const PROXY_HEADER =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-original-.+|x-(?:cluster-)?client-ip|(?:true-|fastly-|fly-)?client-ip|x-proxyuser-ip|x-envoy-.+|x-amzn-.+|x-amz-cf-.+|x-azure-.+|x-arr-.+|x-appengine-.+|cf-.+|cdn-loop|x-varnish|x-rewrite-url|x-sendfile-type|proxy-.+)$/;

/**
 * In evaluation anybody comes in as anybody, so that nobody may reach it from elsewhere: neither by a name that somebody else
 * has pointed at this computer, nor through a proxy. One that says nothing of itself and speaks as a browser does cannot be told from
 * one: docs/deploying.md warns of it.
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const forwarded = Object.keys(request.headers).some((name) => PROXY_HEADER.test(name));
  // nginx speaks HTTP/1.0 to what it stands before unless it is told otherwise; no browser does.
  const old = request.httpVersion === "1.0";
  if (LOOPBACK_HOST.test(request.get("Host") ?? "") && !forwarded && !old) next();
  else refuse(request, response, next, { status: 403, reason: "evaluation-only" });
};

/** Tells the log, once, of a proxy that `TRUST_PROXY` does not count: everybody behind it would share one rate limit. */
export function noticeUncountedProxy(trustedProxies: number): RequestHandler {
  let told = trustedProxies > 0;
  return (request, _response, next) => {
    if (!told && request.get("X-Forwarded-For")) {
      told = true;
      log.warn("requests come through a proxy, and TRUST_PROXY is 0: limits count everybody as one address");
    }
    next();
  };
}

/** Refuses methods that no page has, and addresses that cannot be read: Remix and Express would answer them with 500. */
export const readableOnly: RequestHandler = (request, response, next) => {
  if (!METHODS.includes(request.method)) {
    refuse(request, response, next, { status: 405, headers: { Allow: METHODS.join(", ") } });
    return;
  }
  const path = pathOf(request.url);
  if (path === null) {
    refuse(request, response, next, { status: 400 });
    return;
  }
  request.url = path;
  request.originalUrl = path;
  next();
};

/** The path and query of a request's address, which HTTP lets be whole too; null for what is none. */
function pathOf(address: string): string | null {
  const url = address.startsWith("/") ? address : wholeAddress(address);
  if (url === null) return null;
  try {
    return CONTROL_CHARACTERS.test(decodeURIComponent(url.replace(/\?.*$/s, ""))) ? null : url;
  } catch {
    return null;
  }
}

function wholeAddress(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** A mutation comes from our own pages or not at all. `origin` is null where any loopback name will do. */
export function sameOriginOnly(origin: string | null): RequestHandler {
  return (request, response, next) => {
    const from = request.get("Origin") ?? originOf(request.get("Referer"));
    const own = origin ?? `http://${request.get("Host")}`;
    // A mail program's own button sends no Origin, or a foreign one: the link that it presses proves itself (RFC 8058).
    const harmless = request.method !== "POST" || request.path.startsWith("/unsubscribe/");
    if (harmless || from === own) next();
    else refuse(request, response, next, { status: 403, reason: "other-site" });
  };
}

function originOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * Refuses a body that is no form, one over the limit by its announced length, and one that announces none, before anything of
 * it is read.
 *
 * @param takesFiles whether the form of a path comes with a file
 */
export function limitBody(takesFiles: (path: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const length = Number(request.get("Content-Length") ?? 0);
    if (request.get("Transfer-Encoding")) {
      refuse(request, response, next, { status: 411, reason: "no-length" });
      return;
    }
    if (length === 0) {
      next();
      return;
    }
    const type = request.is(["application/x-www-form-urlencoded", "multipart/form-data"]);
    const inParts = type === "multipart/form-data";
    const upload = inParts && takesFiles(request.path);
    if (!type) refuse(request, response, next, { status: 415 });
    else if (upload && length > UPLOAD_LIMIT_BYTES) refuseUpload(request, response, next, length);
    else if (!upload && length > (inParts ? FORM_IN_PARTS_BYTES_MOST : ENCODED_FORM_BYTES_MOST)) {
      refuse(request, response, next, { status: 413, reason: "too-large" });
    } else next();
  };
}

/** As `refuse`, but it is the page of the form that says so, beside the field. */
function refuseUpload(request: Request, response: Response, next: NextFunction, length: number): void {
  const visit = visitOf(response);
  log.warn({ requestId: visit.requestId, length, path: request.path }, "refused a file");
  visit.refusal = { status: 413, reason: "too-large" };
  response.set("Connection", "close");
  request.method = "GET";
  if (length > READ_AWAY_BYTES) next();
  else request.once("end", () => next()).resume();
}
