import { once } from "node:events";
import { createServer, type RequestOptions, request } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundBodies } from "~/http/server/bodies.ts";
import { noteVisit, visitOf } from "~/http/server/locals.ts";

/* Bodies of which the rest does not come, over real connections. A test ends them by their bounds, never by waiting. */

const LONG = 3_600_000;
const app = express();
app.use(noteVisit);
for (const [name, bounds] of Object.entries({
  crowded: { idleMs: LONG, formMs: LONG, ofAddress: 3 },
  idle: { idleMs: 100, formMs: LONG },
  slow: { idleMs: LONG, formMs: 100 },
})) {
  const bounded = boundBodies((path) => path.endsWith("/files"), bounds);
  app.use(`/${name}`, bounded);
}
app.use((incoming, response) => {
  const { refusal } = visitOf(response);
  if (refusal) response.status(refusal.status).end();
  else incoming.resume().once("end", () => response.status(200).end());
});
const server = createServer(app);

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A form of which one byte comes, and what ends it. */
function halfAForm(path: string, headers: RequestOptions["headers"] = {}) {
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, path, method: "POST", agent: false, headers: { "Content-Length": "2", ...headers } });
  asked.on("error", () => {});
  asked.write("a");
  const status = once(asked, "response").then(([answer]) => answer.resume().statusCode as number);
  return { asked, status };
}

test("from one address so many are waited for; one that comes whole makes room", async () => {
  const open = Array.from({ length: 4 }, () => halfAForm("/crowded/"));
  const [refused] = await Promise.race(
    open.map(({ status }, at) => status.then((answer): [number, number] => [at, answer])),
  ).then(([at, answer]) => {
    expect(answer).toBe(429);
    return open.splice(at, 1);
  });
  refused?.asked.destroy();
  const [first] = open;
  first?.asked.end("b");
  expect(await first?.status).toBe(200);
  const again = halfAForm("/crowded/");
  again.asked.end("b");
  expect(await again.status).toBe(200);
  for (const { asked } of open) asked.destroy();
});

test("one of which nothing comes any more is ended with 408, a file too", async () => {
  expect(await halfAForm("/idle/").status).toBe(408);
  expect(await halfAForm("/idle/files", { Cookie: "inspir.session_token=x" }).status).toBe(408);
});

test("one that takes too long is ended, but for a file of somebody who is signed in", async () => {
  const file = halfAForm("/slow/files", { Cookie: "inspir.session_token=x" });
  expect(await halfAForm("/slow/").status).toBe(408);
  expect(await halfAForm("/slow/files").status).toBe(408);
  file.asked.end("b");
  expect(await file.status).toBe(200);
});

test("a long form has the time that a slow line takes for it", async () => {
  let longEnded = false;
  const long = halfAForm("/slow/", { "Content-Length": "1000000" });
  long.status.then(
    () => {
      longEnded = true;
    },
    () => {},
  );
  // Both began by then, and the sweep that ends the short one looks at the long one first.
  expect(await halfAForm("/slow/").status).toBe(408);
  expect(longEnded).toBe(false);
  long.asked.destroy();
});
