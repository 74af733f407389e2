import type { I18n } from "@lingui/core";
import type { Params } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import type { FailureReason } from "~/ui/failure.ts";
import type { Database } from "~db/connection.ts";
import type { OwnCookies } from "./cookies.server.ts";
import type { By } from "./history/change.server.ts";
import type { Network } from "./network-tree.ts";
import type { Viewer } from "./policy.ts";

/** What the server knows of a request before Remix does, handed to every loader and action as their `context`. */
// An interface would lack the index signature that Remix asks of a load context.
export type VisitContext = {
  /** Names this request in the log and on an error page. */
  requestId: string;
  /** The nonce of this answer's Content-Security-Policy. */
  nonce: string;
  /** The address that the request came from, as the proxy settings allow it to be known. */
  address: string;
  /** The best of the four languages by the browser's wishes. */
  acceptedLanguage: Language;
  /** Why the request is answered by routes/refused.tsx: the server refused it before any page saw it, or no page came of it. */
  refusal?: RefusedRequest;
  /** Aborts when whoever asked has gone before the answer. Not Remix's own signal, which can be lost (nodejs/node#55428). */
  gone?: AbortSignal;
};

export interface RefusedRequest {
  status: number;
  /** Where the status alone does not say enough. */
  reason?: FailureReason;
  headers?: Record<string, string>;
}

/** One request as a page sees it. */
export interface Visit {
  request: Request;
  url: URL;
  params: Params;
  context: VisitContext;
  cookies: OwnCookies;
  db: Database;
  viewer: Viewer | null;
  /** The whole tree of networks, unordered. */
  networks: readonly Network[];
  language: Language;
  /** In which instants are shown; null while nobody knows it, and they are shown in UTC and say so. */
  timeZone: string | null;
  /** The day that it is there, `2026-11-24`. */
  today: string;
  /** The words of the visit's language, for what is no component: a page's title, a mail. */
  i18n: I18n;
  /** The visit's one clock, in UTC. */
  at: Date;
}

export interface SignedInVisit extends Visit {
  viewer: Viewer;
  /** Who changes and when, for mutations. */
  by: By;
}
