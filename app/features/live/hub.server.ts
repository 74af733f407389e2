import type { IncomingMessage, ServerResponse } from "node:http";
import { asc, gt } from "drizzle-orm";
import { seenBy } from "~/features/accounts/viewer.server.ts";
import { type Happened, onChange } from "~/features/history/change.server.ts";
import { database } from "~db/connection.ts";
import { events } from "~db/schema.ts";

/** Proxies and phones drop a line on which nothing is said; this is said when nothing else is. */
const HEARTBEAT_MS = 20_000;
/** After a longer absence the page loads anew anyway: the newest event alone tells it to. */
const CATCH_UP_AT_MOST = 200;

/**
 * Live messages (server-sent events): after each commit, every open page is told *that* something happened and where;
 * it then asks for what it shows, under the same policy as any request. Access is checked again for each message: a
 * session that was revoked, expired or suspended meanwhile hears nothing more.
 */
class LiveHub {
  readonly #open = new Set<ServerResponse>();
  #stop: (() => void) | undefined;

  /** Answers `GET /live`: 401 without a session; else a stream that begins with what was missed since `?since=` or `Last-Event-ID`. */
  async connect(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = new Headers({ Cookie: request.headers.cookie ?? "" });
    if (!(await seenBy(headers)).viewer) {
      response.writeHead(401).end();
      return;
    }
    this.#stop ??= onChange((happened) => this.#tell(happened));
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      // no-transform keeps compression from holding messages back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    });
    response.write("retry: 2000\n\n");
    (response as Listening).viewerHeaders = headers;
    this.#open.add(response);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    // The response's own close: a Remix request's abort signal can be lost (nodejs/node#55428).
    response.on("close", () => {
      clearInterval(heartbeat);
      this.#open.delete(response);
    });
    for (const one of missedSince(lastHeard(request))) send(response, one);
  }

  /** How many pages are listening. */
  get size(): number {
    return this.#open.size;
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #tell(happened: Happened[]): void {
    for (const response of this.#open) {
      seenBy((response as Listening).viewerHeaders).then(
        ({ viewer }) => {
          if (!viewer) response.end();
          else for (const one of happened) send(response, one);
        },
        () => response.end(),
      );
    }
  }
}

type Listening = ServerResponse & { viewerHeaders: Headers };

/** The newest event that the page knows: what the browser heard last on this line, else what the page was made with. */
function lastHeard(request: IncomingMessage): number {
  const since =
    request.headers["last-event-id"] ?? new URL(request.url ?? "/", "http://here.invalid").searchParams.get("since");
  const id = Number(since ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : Number.MAX_SAFE_INTEGER;
}

function missedSince(id: number): Happened[] {
  return database()
    .select({ id: events.id, board: events.board, actionId: events.actionId, reviewId: events.reviewId })
    .from(events)
    .where(gt(events.id, id))
    .orderBy(asc(events.id))
    .limit(CATCH_UP_AT_MOST)
    .all();
}

/** Ids alone: what may be seen of them is decided when the page asks. */
function send(response: ServerResponse, { id, board, reviewId }: Happened): void {
  const data = { id, board, ...(reviewId && { review: reviewId }) };
  response.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
}

export const liveHub = new LiveHub();
