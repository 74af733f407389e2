import { randomBytes, randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import type { RefusedRequest, VisitContext } from "~/features/core/visit.ts";
import { log } from "~/log.server.ts";

interface Locals {
  visit: VisitContext;
}

/** What the server knows of the request that this answers. */
export function visitOf(response: Response): VisitContext {
  return (response.locals as Locals).visit;
}

/** Names the request and notes what Remix will want to know of it. */
export function noteVisit(request: Request, response: Response, next: NextFunction): void {
  // The first is the answer to a browser that has no wish.
  const accepted = request.acceptsLanguages("en", "fr", "es", "nl");
  (response.locals as Locals).visit = {
    requestId: randomUUID().slice(0, 8),
    nonce: randomBytes(16).toString("base64"),
    address: request.ip ?? "",
    acceptedLanguage: isOneOf(LANGUAGES, accepted) ? (accepted as Language) : "en",
  };
  next();
}

/**
 * Hands the request on to the page that says why it was refused, in the product's layout and the visitor's language. Its body is not
 * read by that page.
 */
export function refuse(request: Request, response: Response, next: NextFunction, refusal: RefusedRequest): void {
  const visit = visitOf(response);
  const { status, reason } = refusal;
  const { method, path } = request;
  log.warn({ requestId: visit.requestId, status, reason, method, path }, "refused");
  visit.refusal = refusal;
  request.method = "GET";
  request.url = "/refused";
  request.originalUrl = "/refused";
  next();
}
