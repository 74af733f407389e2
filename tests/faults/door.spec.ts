import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { unsubscribeToken } from "~/features/core/notifications/unsubscribing.server.ts";
import { openSocket, rawRequest, sendRaw, statusOf } from "../support/raw.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/* Requests that no page of ours makes, over real connections: none ends the process, none is answered with 500. */

const test = base.extend<{ server: RunningServer; coordinator: Visitor }, { running: RunningServer }>({
  running: [
    async ({ browserName: _ }, use) => {
      const server = await startServer();
      await use(server);
      await server.stop("SIGKILL");
    },
    { scope: "worker" },
  ],
  server: async ({ running }, use) => {
    await use(running);
    expect(running.process.exitCode, "the server is still there").toBeNull();
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(200);
  },
  coordinator: async ({ server }, use) => use(await new Visitor(server).signIn("eval-coordinator-asia")),
});

const MULTIPART = "multipart/form-data; boundary=x";
const FORM = "application/x-www-form-urlencoded";

const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileBegun = (content: string) =>
  `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${content}`;

test.describe("a form with a file that breaks off", () => {
  for (const path of ["/my", "/actions/LOB-3/documents", "/settings"]) {
    test(`at ${path}, by somebody who is not signed in`, async ({ server }) => {
      const body = field("intent", "file") + fileBegun("%PDF-1.4 and no end");
      const headers = { Origin: server.origin, "Content-Type": MULTIPART };
      const answer = await sendRaw(server, rawRequest(server, `POST ${path} HTTP/1.1`, headers, body));
      expect(statusOf(answer)).toBe(302);
    });
  }

  test("whole by its length, and without its end: 400", async ({ server, coordinator }) => {
    const body = field("intent", "file") + fileBegun("%PDF-1.4 and no end");
    const headers = { Origin: server.origin, "Content-Type": MULTIPART, Cookie: coordinator.cookies };
    for (const path of ["/actions/LOB-3/documents", "/settings"]) {
      const answer = await sendRaw(server, rawRequest(server, `POST ${path} HTTP/1.1`, headers, body));
      expect(statusOf(answer), path).toBe(400);
    }
  });

  test("when the line drops in the midst of the file", async ({ server, coordinator }) => {
    const headers = {
      Origin: server.origin,
      "Content-Type": MULTIPART,
      Cookie: coordinator.cookies,
      "Content-Length": "1000000",
    };
    const socket = await openSocket(server);
    const begun = rawRequest(server, "POST /actions/LOB-3/documents HTTP/1.1", headers, fileBegun("%PDF-1.4"));
    socket.write(begun);
    await expect.poll(() => partsOf(server)).toHaveLength(1);
    socket.resetAndDestroy();
    await expect.poll(() => partsOf(server)).toEqual([]);
  });
});

/** What has come in of files and is not kept. */
function partsOf({ folder }: RunningServer): string[] {
  const files = join(folder, "files");
  return existsSync(files) ? readdirSync(files).filter((name) => name.endsWith(".part")) : [];
}

test("a form with more fields than any of ours, and a large one after: 413, and the connection ends", async ({
  server,
  coordinator,
}) => {
  const fields = Array.from({ length: 60 }, (_, at) => field(`f${at}`, "x")).join("");
  const body = `${fields}${field("large", "x".repeat(3_000_000))}--x--\r\n`;
  const headers = {
    Origin: server.origin,
    "Content-Type": MULTIPART,
    Cookie: coordinator.cookies,
    Connection: "keep-alive",
  };
  const request = rawRequest(server, "POST /actions/LOB-3/documents HTTP/1.1", headers, body);
  const answer = await sendRaw(server, request.subarray(0, 2_000_000));
  expect(statusOf(answer)).toBe(413);
});

test("a file is taken wherever a form has one, and nowhere else", async ({ server, coordinator }) => {
  const large = new FormData();
  large.set("file", new Blob(["x".repeat(1_000_000)]), "a.pdf");
  // There is no such entry: it is the page that says so, and not the server that refuses so much.
  expect((await coordinator.send("/proposals/999/parts/versions", large)).status).toBe(404);
  expect((await coordinator.send("/proposals/999/parts/nothing", large)).status).toBe(413);
  expect((await coordinator.send("/settings", large)).status).toBe(413);
  expect(server.process.exitCode).toBeNull();
});

test.describe("addresses and methods that cannot be read", () => {
  for (const [line, status] of [
    ["GET http://a:99999/live HTTP/1.1", 400],
    ["GET /%E0%A4%A HTTP/1.1", 400],
    ["GET /boards/%E0%A4%A HTTP/1.1", 400],
    ["GET /live/%E0%A4%A HTTP/1.1", 400],
    ["GET /assets/%E0%A4%A HTTP/1.1", 400],
    ["GET /assets/..%2f HTTP/1.1", 400],
    ["GET /assets/..%2f..%2fserver.js HTTP/1.1", 400],
    ["GET /actions/lob-1%0d%0aX HTTP/1.1", 400],
    ["GET /actions/%C5%82ob-1 HTTP/1.1", 404],
    ["GET /actions/%C5%82/documents HTTP/1.1", 404],
    ["TRACE / HTTP/1.1", 405],
    ["PUT /settings HTTP/1.1", 405],
    ["OPTIONS * HTTP/1.1", 405],
  ] as const) {
    test(`${line}: ${status}`, async ({ server, coordinator }) => {
      const headers = { "Accept-Language": "fr", Accept: "text/html", Cookie: coordinator.cookies };
      const answer = await sendRaw(server, rawRequest(server, line, headers));
      expect(statusOf(answer)).toBe(status);
      expect(answer).toContain('<html lang="fr"');
      expect(answer).toContain('class="wordmark"');
    });
  }

  test("an address of small letters leads to the action, with what was asked of it", async ({ coordinator }) => {
    const answer = await coordinator.get("/actions/lob-3?text=fr");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/actions/LOB-3?text=fr"]);
  });
});

test("bodies that are no form: 415, and 400 for one that says it is", async ({ server, coordinator }) => {
  for (const [type, body, status] of [
    ["application/json", '{"a":1}', 415],
    ["text/plain", "a=1", 415],
    ["multipart/form-data", "no boundary", 400],
    [MULTIPART, "no part", 400],
  ] as const) {
    const headers = { Origin: server.origin, "Content-Type": type, Cookie: coordinator.cookies };
    const answer = await sendRaw(server, rawRequest(server, "POST /settings HTTP/1.1", headers, body));
    expect(statusOf(answer), type).toBe(status);
  }
});

test("what is not there has the product's page, and is no error in the log", async ({ server, coordinator }) => {
  for (const path of ["/documents/999999", "/documents/x", "/identity/1/files/999", "/reports/1999/x", "/nowhere"]) {
    const answer = await coordinator.get(path, { Accept: "text/html", "Accept-Language": "nl" });
    expect(answer.status, path).toBe(404);
    expect(await answer.text(), path).toContain('class="wordmark"');
  }
  const entries = readFileSync(server.logFile, "utf8").split("\n");
  expect(entries.filter((entry) => /"level":(50|60)/.test(entry) && entry.includes("404"))).toEqual([]);
  expect(entries.filter((entry) => entry.includes('"msg":"a request failed"'))).toEqual([]);
});

test("a connection on which nothing is asked is kept for longer than a proxy keeps it", async ({ server }) => {
  const kept = await openSocket(server);
  kept.write(rawRequest(server, "GET /healthz HTTP/1.1", { Connection: "keep-alive" }));
  const [answer] = await once(kept, "data");
  const seconds = Number(/^Keep-Alive: timeout=(\d+)/im.exec(String(answer))?.[1]);
  expect(seconds).toBeGreaterThan(60);
  kept.destroy();
});

test("what is asked ahead on one connection is answered in turn; far ahead, the connection is cut off", async ({
  server,
}) => {
  const ask = (line: string, connection: string) => rawRequest(server, line, { Connection: connection });
  const few = Array.from({ length: 4 }, () => ask("GET /sign-in HTTP/1.1", "keep-alive"));
  const answers = await sendRaw(server, Buffer.concat([...few, ask("GET /healthz HTTP/1.1", "close")]));
  expect(answers.match(/^HTTP\/1\.1 200/gm)).toHaveLength(5);
  // Nobody else waits for hundreds of pages that were asked for in one piece: they are not even begun.
  const many = Array.from({ length: 300 }, () => ask("GET /sign-in HTTP/1.1", "keep-alive"));
  const cutOff = await sendRaw(server, Buffer.concat(many));
  expect(cutOff.match(/^HTTP\/1\.1 200/gm) ?? []).toHaveLength(0);
  // The line may come a moment after the connection has ended.
  await expect.poll(() => readFileSync(server.logFile, "utf8")).toContain("too many requests ahead of their answers");
});

test("a mail program's own button stops the mails, whatever origin it names", async ({ server }) => {
  for (const origin of ["null", "https://mail.example.org"]) {
    const path = `/unsubscribe/${unsubscribeToken("eval-observer")}`;
    const headers = { Origin: origin, "Content-Type": FORM };
    const answer = await sendRaw(
      server,
      rawRequest(server, `POST ${path} HTTP/1.1`, headers, "List-Unsubscribe=One-Click"),
    );
    expect(statusOf(answer), origin).toBe(200);
  }
});

test.describe("in evaluation", () => {
  test("no other name than this computer's own, and no proxy, comes in", async ({ server }) => {
    const { port } = new URL(server.origin);
    for (const [headers, status] of [
      [{ Host: `localhost:${port}` }, 200],
      [{ Host: `[::1]:${port}` }, 200],
      [{ Host: "evil.example" }, 403],
      [{ Host: `127.0.0.1.evil.example:${port}` }, 403],
      [{ Host: "" }, 403],
      [{ "X-Forwarded-For": "203.0.113.7" }, 403],
      [{ "X-Forwarded-Proto": "https" }, 403],
      [{ Forwarded: "for=203.0.113.7" }, 403],
      [{ "X-Real-IP": "203.0.113.7" }, 403],
      [{ Via: "1.1 proxy.example" }, 403],
      [{ "X-Forwarded": "203.0.113.7" }, 403],
      [{ "X-Client-IP": "203.0.113.7" }, 403],
      [{ "X-Cluster-Client-IP": "203.0.113.7" }, 403],
      [{ "True-Client-IP": "203.0.113.7" }, 403],
      [{ "Client-IP": "203.0.113.7" }, 403],
      [{ "Fastly-Client-IP": "203.0.113.7" }, 403],
      [{ "Fly-Client-IP": "203.0.113.7" }, 403],
      [{ "CF-Connecting-IP": "203.0.113.7" }, 403],
      [{ "CDN-Loop": "cloud" }, 403],
      [{ "X-Amzn-Trace-Id": "Root=1" }, 403],
      [{ "X-Envoy-External-Address": "203.0.113.7" }, 403],
      [{ "X-Azure-ClientIP": "203.0.113.7" }, 403],
      [{ "X-ARR-SSL": "1" }, 403],
      [{ "X-AppEngine-Country": "BE" }, 403],
      [{ "X-ProxyUser-Ip": "203.0.113.7" }, 403],
      [{ "X-Original-Host": "plan.example.org" }, 403],
      [{ "X-Rewrite-URL": "/" }, 403],
      [{ "X-Varnish": "1" }, 403],
      [{ "Proxy-Connection": "keep-alive" }, 403],
    ] as const) {
      const answer = await sendRaw(server, rawRequest(server, "GET /sign-in HTTP/1.1", headers));
      expect(statusOf(answer), JSON.stringify(headers)).toBe(status);
    }
  });

  test("nor a proxy that adds nothing and speaks an older HTTP, as nginx does by default", async ({ server }) => {
    const asNginx = { Host: new URL(server.origin).host, Connection: "close" };
    expect(statusOf(await sendRaw(server, rawRequest(server, "GET /sign-in HTTP/1.0", asNginx)))).toBe(403);
  });

  test("nobody else on the computer can read the database", async ({ server }) => {
    for (const file of [server.databaseFile, `${server.databaseFile}-wal`]) expect(statSync(file).mode & 0o007).toBe(0);
  });
});

test.describe("files that take long to make", () => {
  test("are made for one person a few at a time, and whoever asks for more is told so", async ({ coordinator }) => {
    const ask = () => coordinator.get("/reports/2020/report.en.docx", { Accept: "text/html", "Accept-Language": "en" });
    const answers = await Promise.all(Array.from({ length: 12 }, ask));
    const [made, refused] = [200, 429].map((status) => answers.filter((answer) => answer.status === status));
    expect((made?.length ?? 0) + (refused?.length ?? 0)).toBe(answers.length);
    expect(made?.length).toBeGreaterThan(0);
    expect(refused?.[0]?.headers.get("Retry-After")).toBe("10");
    expect(await refused?.[0]?.text()).toContain("Your files are still being prepared");
    expect((await ask()).status).toBe(200);
  });

  test("of a quarter that was never opened: 404", async ({ coordinator }) => {
    for (const path of ["pack", "pack/pack.en.docx"]) {
      expect((await coordinator.get(`/reviews/2020-Q1/${path}`, { Accept: "text/html" })).status).toBe(404);
    }
  });

  test("a board's workbook, by a thread of the built server", async ({ coordinator }) => {
    const answer = await coordinator.get("/boards/lobbying/actions.xlsx");
    expect(answer.status).toBe(200);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});

test.describe("live messages", () => {
  test("one person has so many lines and no more; a closed one makes room", async ({ server, coordinator }) => {
    const open = async () => {
      const gone = new AbortController();
      const answer = await fetch(`${server.origin}/live`, {
        headers: { Cookie: coordinator.cookies },
        signal: gone.signal,
      });
      return { status: answer.status, close: () => gone.abort() };
    };
    const lines = [];
    for (let at = 0; at < 20; at++) lines.push(await open());
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open()).status).toBe(429);
    lines[0]?.close();
    await expect
      .poll(async () => {
        const again = await open();
        lines.push(again);
        return again.status;
      })
      .toBe(200);
    for (const line of lines) line.close();
  });

  test("to HEAD it says that there are lines, and opens none", async ({ server, coordinator }) => {
    // Each would hold a line, and the last would be refused.
    for (let at = 0; at < 21; at++) {
      const answer = await fetch(`${server.origin}/live`, { method: "HEAD", headers: { Cookie: coordinator.cookies } });
      expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/event-stream"]);
    }
  });

  test("without a session: 401", async ({ server }) => {
    expect((await fetch(`${server.origin}/live?since=%E0%A4%A`)).status).toBe(401);
  });
});
