import type { Language } from "~/words.ts";

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
  refusal?: Refusal;
};

export interface Refusal {
  status: number;
  /** Where the status alone does not say enough. */
  reason?: "other-site" | "no-length" | "too-large" | "evaluation-only";
  headers?: Record<string, string>;
}
