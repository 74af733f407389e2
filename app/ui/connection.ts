import { isRemixAddress } from "~/lib/remix-addresses.ts";
import { KEY_FIELD, KEY_HEADER, newFormKey } from "./form-key.ts";

/*
 * What the page asks of the server goes through here, so that a line that drops, or a server that cannot answer for a moment,
 * never takes a page away with what was typed in it. Remix sends every form and every navigation by `fetch`: while there is no
 * answer its promise stays pending, so that the page and its fields stay as they are. The request is tried again, and
 * `ConnectionStatus` says so.
 *
 * A form that is tried again may have arrived the first time. Each carries a one-time key, by which the server knows it again.
 */

export interface Waiting {
  /** Whether something is waiting to be sent, and not only to be read. */
  sends: boolean;
  /** Whether the server answered that it cannot at the moment; otherwise the line has dropped. */
  refused: boolean;
}

interface Held extends Waiting {
  retry: () => void;
  stop: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** Answers of a server that cannot for a moment, or of a proxy before one that is being started. */
const NOT_NOW = new Set([502, 503, 504]);

const held = new Set<Held>();
const listeners = new Set<() => void>();
let shown: Waiting | null = null;

/** What waits for the line; null while everything gets its answer. */
export const waitingNow = (): Waiting | null => shown;

export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const answered = new Set<(status: number) => void>();

/** Calls `listener` with the status of each form's answer; returns what ends that. */
export function onAnswered(listener: (status: number) => void): () => void {
  answered.add(listener);
  return () => answered.delete(listener);
}

export function tryNow(): void {
  for (const one of [...held]) one.retry();
}

/** Gives up what waits: the page goes on as if it had not been sent. It may have arrived: its key stays with the form. */
export function stopWaiting(): void {
  for (const one of [...held]) one.stop();
}

function changed(): void {
  const all = [...held];
  shown =
    all.length > 0 ? { sends: all.some(({ sends }) => sends), refused: all.some(({ refused }) => refused) } : null;
  for (const listener of listeners) listener();
}

/** Lets every request of Remix wait for the line. To be called once, before the page is taken over. */
export function keepRequestsThroughLostLines(): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = addressOf(input);
    const fromRemix = url.origin === location.origin && isRemixAddress(url);
    return fromRemix && !(input instanceof Request) ? throughLostLines(send, input, init ?? {}) : send(input, init);
  };
  window.addEventListener("online", tryNow);
}

async function throughLostLines(send: typeof fetch, input: string | URL, init: RequestInit): Promise<Response> {
  const sends = (init.method ?? "GET").toUpperCase() !== "GET";
  const request = sends ? { ...init, headers: withKey(init) } : init;
  const own: Held = { sends, refused: false, retry: () => {}, stop: () => {} };
  try {
    for (let tries = 0; ; tries++) {
      let pause = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS);
      try {
        const answer = await send(input, request);
        if (!sends) return answer;
        if (!NOT_NOW.has(answer.status)) {
          for (const listener of answered) listener(answer.status);
          return answer;
        }
        own.refused = true;
        const after = Number(answer.headers.get("Retry-After"));
        if (after > 0) pause = Math.min(after * 1_000, LONGEST_PAUSE_MS);
      } catch (error) {
        // The page asked for something newer: that is no lost line.
        if (init.signal?.aborted || !(error instanceof TypeError)) throw error;
        own.refused = false;
      }
      held.add(own);
      changed();
      await nextTry(own, pause, init.signal);
    }
  } finally {
    if (held.delete(own)) changed();
  }
}

/**
 * Waits until a request is to be tried again: after a pause, when the line is back, or at a press.
 *
 * @throws the abort of the request's signal; TypeError when the person gives up, as a `fetch` that fails
 */
function nextTry(own: Held, pause: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (how: () => void) => () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", aborted);
      how();
    };
    const aborted = end(() => reject(signal?.reason ?? new DOMException("", "AbortError")));
    own.retry = end(resolve);
    own.stop = end(() => reject(new TypeError("The person gave up waiting.")));
    const timer = setTimeout(own.retry, pause);
    signal?.addEventListener("abort", aborted);
  });
}

/** The headers of a request with a one-time key, unless its form brings one: a second try is known for the same. */
function withKey({ headers, body }: RequestInit): Headers {
  const all = new Headers(headers);
  const fields = body instanceof URLSearchParams || body instanceof FormData ? body : null;
  const brings = fields ? fields.has(KEY_FIELD) : typeof body === "string" && body.includes(`${KEY_FIELD}=`);
  if (!brings) all.set(KEY_HEADER, newFormKey());
  return all;
}

function addressOf(input: RequestInfo | URL): URL {
  return new URL(input instanceof Request ? input.url : input, location.href);
}
