import type { Socket } from "node:net";
import type { RequestHandler, Response } from "express";
import { log } from "~/log.server.ts";
import { visitOf } from "./locals.ts";

/** Browsers and proxies send the next request of a connection when they have the answer to the one before: none of ours waits here. */
const MOST_WAITING = 8;

interface Turns {
  /** The answer of the request whose turn comes last. */
  last: Response;
  waiting: number;
}

/**
 * Answers the requests of one connection one after the other, each in a turn of the event loop of its own, and none once the connection is
 * closed. HTTP/1.1 lets a client send the next request before it has an answer (RFC 9112, section 9.3.2), and Node hands on all that came
 * in one piece at once: hundreds of pages would be written without anybody else being served. Who sends more than a few ahead is cut off.
 */
export function oneAtATime(): RequestHandler {
  const connections = new WeakMap<Socket, Turns>();
  return ({ socket }, response, next) => {
    const turns = connections.get(socket);
    if (!turns || turns.last.closed) {
      connections.set(socket, { last: response, waiting: 0 });
      next();
      return;
    }
    if (socket.destroyed) return;
    if (turns.waiting >= MOST_WAITING) {
      log.warn({ requestId: visitOf(response).requestId }, "too many requests ahead of their answers");
      socket.destroy();
      return;
    }
    const { last: before } = turns;
    turns.last = response;
    turns.waiting += 1;
    // A compressed page has as many listeners of its own as Node takes for no leak: this is one more.
    before.setMaxListeners(before.getMaxListeners() + 1);
    before.once("close", () => {
      turns.waiting -= 1;
      if (!socket.destroyed) setImmediate(next);
    });
  };
}
