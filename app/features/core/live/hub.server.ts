import type { IncomingMessage, ServerResponse } from "node:http";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { type Happened, onChange } from "~/features/core/history/change.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { log } from "~/log.server.ts";
import { database, prepared } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { people, sessions } from "~db/schema/people.ts";
import { storageTrouble } from "~db/storage-trouble.ts";
import type { LiveMessage } from "./message.ts";

/** Proxies and phones drop a line on which nothing is said; this is said when nothing else is. */
const HEARTBEAT_MS = 20_000;
/** So many missed events, the oldest first, are sent to a page that comes back: one is enough to make it ask anew. */
const CATCH_UP_AT_MOST = 200;
/** More tabs than anybody has open; pages in the background close their line. */
export const LINES_A_PERSON = 20;
/** A whole conference behind one address, and behind a proxy that nobody counts. */
export const LINES_AN_ADDRESS = 500;
/** A reader that takes nothing any more is not written to without end. */
const UNREAD_AT_MOST_BYTES = 64 * 1024;

interface Connection {
  response: ServerResponse;
  personId: string;
  sessionId: string;
  address: string;
}

/**
 * Live messages (server-sent events): after each commit, every open page is told *that* something happened and where;
 * it then asks for what it shows, under the same policy as any request. Access is checked again for each message: a
 * session that was revoked, expired or suspended meanwhile hears nothing more.
 */
export class LiveHub {
  readonly #viewerOf: (headers: Headers) => Promise<Viewer | null>;
  readonly #open = new Set<Connection>();
  #unsent: Happened[] = [];
  #announcing: NodeJS.Immediate | undefined;
  #stop: (() => void) | undefined;

  /** @param viewerOf whose session a request's headers carry */
  constructor(viewerOf: (headers: Headers) => Promise<Viewer | null>) {
    this.#viewerOf = viewerOf;
  }

  /**
   * Answers `GET /live`: a stream that begins with what was missed since `?since=` or `Last-Event-ID`; 401 without a session, 429
   * beyond the lines that one person or one address may have, 503 while the database cannot be used.
   */
  async connect(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
    let missed: Happened[];
    let line: Connection;
    try {
      const viewer = await this.#viewerOf(headers);
      if (!viewer) return reject(response, 401, "Sign in first.");
      line = { response, personId: viewer.id, sessionId: viewer.sessionId, address };
      if (this.#isFull(line)) return reject(response, 429, "Too many pages listen already. Close some.");
      missed = missedSince(lastHeard(request));
    } catch (error) {
      if (!storageTrouble(error)) throw error;
      log.error({ err: error }, "a page cannot listen");
      return reject(response, 503, "The plan cannot be reached for a moment.");
    }
    this.#stop ??= onChange((happened) => this.#gather(happened));
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      // no-transform keeps compression from holding messages back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    // A HEAD request asks for the headers alone.
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    response.write("retry: 2000\n\n");
    this.#open.add(line);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    // The response's own close: a Remix request's abort signal can be lost (nodejs/node#55428).
    response.on("close", () => {
      clearInterval(heartbeat);
      this.#open.delete(line);
    });
    if (missed.length > 0) response.write(asText(missed));
  }

  /** How many pages are listening. */
  get size(): number {
    return this.#open.size;
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
    clearImmediate(this.#announcing);
    this.#announcing = undefined;
    this.#unsent = [];
    for (const { response } of this.#open) response.end();
    this.#open.clear();
  }

  #isFull({ personId, address }: Connection): boolean {
    let [ofPerson, ofAddress] = [0, 0];
    for (const line of this.#open) {
      if (line.personId === personId) ofPerson += 1;
      if (line.address === address) ofAddress += 1;
    }
    return ofPerson >= LINES_A_PERSON || ofAddress >= LINES_AN_ADDRESS;
  }

  /** Whoever made the change gets their answer first; what happens at once is told at once. */
  #gather(happened: Happened[]): void {
    this.#unsent.push(...happened);
    this.#announcing ??= setImmediate(() => {
      this.#announcing = undefined;
      this.#announce(asText(this.#unsent.splice(0)));
    });
  }

  #announce(text: string): void {
    if (this.#open.size === 0) return;
    const listening = this.#sessionsInUse();
    for (const { response, sessionId } of this.#open) {
      if (!listening.has(sessionId)) response.end();
      else if (response.writableLength > UNREAD_AT_MOST_BYTES) response.destroy();
      else response.write(text);
    }
  }

  /** One look-up for all lines. None where the database cannot be asked: each page then asks again by itself. */
  #sessionsInUse(): Set<string> {
    const asked = [...new Set([...this.#open].map(({ sessionId }) => sessionId))];
    try {
      return sessionsInUse(database(), asked, new Date());
    } catch (error) {
      log.error({ err: error }, "the pages that listen cannot be told");
      return new Set();
    }
  }
}

function reject(response: ServerResponse, status: 401 | 429 | 503, text: string): void {
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    ...(status !== 401 && { "Retry-After": "30" }),
  });
  response.end(`${text}\n`);
}

/** Those of some sessions in which somebody is signed in who may come in. */
const sessionsInUse = prepared((db) => {
  const query = db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(
      and(
        sql`${sessions.id} in (select value from json_each(${sql.placeholder("asked")}))`,
        gt(sessions.expiresAt, sql.placeholder("now")),
        isNull(people.suspendedAt),
      ),
    )
    .prepare();
  return (asked: string[], now: Date): Set<string> =>
    new Set(query.all({ asked: JSON.stringify(asked), now: +now }).map(({ id }) => id));
});

/** The newest event that the page knows: what the browser heard last on this line, else what the page was made with. */
function lastHeard(request: IncomingMessage): number {
  const query = new URLSearchParams(request.url?.split("?")[1]);
  const since = request.headers["last-event-id"] ?? query.get("since");
  const id = Number(since ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : Number.MAX_SAFE_INTEGER;
}

function missedSince(id: number): Happened[] {
  return database()
    .select({
      id: events.id,
      board: events.board,
      reviewId: events.reviewId,
      actionId: events.actionId,
      suggestionId: events.suggestionId,
    })
    .from(events)
    .where(gt(events.id, id))
    .orderBy(asc(events.id))
    .limit(CATCH_UP_AT_MOST)
    .all();
}

function asText(happened: Happened[]): string {
  return happened
    .map(({ id, board, reviewId, actionId, suggestionId }) => {
      const data: LiveMessage = {
        id,
        board,
        ...(reviewId && { review: reviewId }),
        ...(actionId && { action: actionId }),
        ...(suggestionId && { suggestion: suggestionId }),
      };
      return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
    })
    .join("");
}
