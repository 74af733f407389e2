import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { RunningServer } from "./server.ts";

/** A connection to a server, on which a test writes what no browser would. */
export async function openSocket(server: RunningServer): Promise<Socket> {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}

/** Writes something to a server and returns all that comes back until the connection is closed. */
export async function sendRaw(server: RunningServer, bytes: string | Buffer): Promise<string> {
  const socket = await openSocket(server);
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  // Closed in the midst of what is sent: what came before is the answer.
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(bytes);
  await closed;
  return Buffer.concat(pieces).toString();
}

/** A request as it goes over the line: `Host`, `Connection: close` and the body's length are added where they are not given. */
export function rawRequest(
  server: RunningServer,
  line: string,
  headers: Record<string, string> = {},
  body: string | Buffer = "",
): Buffer {
  const all = {
    Host: new URL(server.origin).host,
    Connection: "close",
    ...(body.length > 0 && { "Content-Length": String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${line}\r\n${head.join("")}\r\n`), Buffer.from(body)]);
}

/** The status of an answer as it came over the line; 0 where none came. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
