import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import type { RequestHandler } from "express";
import { log } from "~/log.server.ts";

/** Longer than this no request under way is waited for. */
const SHUTDOWN_MS = 10_000;

interface Duties {
  /** Stops what would begin something new; resolves once nothing of it is under way. */
  stop: () => Promise<void>;
  /** Closes what the process holds, once no request is left. */
  close: () => void;
}

/**
 * Ends the process in order: no new requests, those under way are finished, then the rest is closed. A request whose body is still
 * coming in has done nothing yet and is ended at once: its page sends it again. On SIGTERM and SIGINT with
 * 0; after an error that nobody caught with 1, for a supervisor to start it anew (docs/deploying.md).
 *
 * @returns what every request passes first, so that its connection ends with its answer
 */
export function endInOrder(server: Server, { stop, close }: Duties): RequestHandler {
  const underWay = new Map<Socket, Set<IncomingMessage>>();
  let leaving = false;

  // A browser opens connections in advance, on which it asks nothing: Node counts those as busy, so they are counted here.
  server.on("connection", (socket) => {
    underWay.set(socket, new Set());
    socket.on("close", () => underWay.delete(socket));
  });
  server.on("request", (request, response) => {
    const { socket } = request;
    const requests = underWay.get(socket);
    requests?.add(request);
    response.on("close", () => {
      requests?.delete(request);
      if (leaving && requests?.size === 0) socket.destroySoon();
    });
  });

  const leave = (why: string, code: number) => {
    if (leaving) return;
    leaving = true;
    log.info({ why }, "finishing what is under way");
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    const stopped = stop();
    server.close(async () => {
      try {
        await stopped;
        close();
      } catch (error) {
        log.error({ err: error }, "something could not be closed");
        process.exit(1);
      }
      process.exit(code);
    });
    for (const [socket, requests] of underWay) {
      if ([...requests].every(({ complete }) => !complete)) socket.destroy();
    }
  };

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => leave(signal, 0));
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, "an error that nobody caught");
      leave(event, 1);
    });
  }

  return (_request, response, next) => {
    if (leaving) response.set("Connection", "close");
    next();
  };
}
