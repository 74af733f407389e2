import { readFileSync } from "node:fs";
import { request } from "node:http";
import { resolve } from "node:path";
import { test as base, expect } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { postForms } from "../support/html-forms.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/* Real faults, over real HTTP: what people are told, what the log says, and that nothing is half-written. */

const test = base.extend<{ server: RunningServer; coordinator: Visitor }, { running: RunningServer }>({
  running: [
    async ({ browserName: _ }, use) => {
      const server = await startServer({ env: { BUSY_TIMEOUT_MS: "200" } });
      await use(server);
      await server.stop("SIGKILL");
    },
    { scope: "worker" },
  ],
  server: async ({ running }, use) => {
    await running.startOver();
    await use(running);
  },
  coordinator: async ({ server }, use) => use(await new Visitor(server).signIn("eval-coordinator-asia")),
});

const MOVE = { intent: "move", ref: "LOB-3", version: "2", stage: "planned", after: "end", back: "/boards/lobbying" };

function stageOf(server: RunningServer, ref: string): string {
  const db = new Sqlite(server.databaseFile, { readonly: true });
  const { stage } = db.prepare("select stage from actions where ref = ?").get(ref) as { stage: string };
  db.close();
  return stage;
}

function countEvents(server: RunningServer): number {
  const db = new Sqlite(server.databaseFile, { readonly: true });
  const { n } = db.prepare("select count(*) as n from events").get() as { n: number };
  db.close();
  return n;
}

/** The page says what happened in the product's layout and in the visitor's language, with an id that the log has too. */
async function expectErrorPage(answer: Response, server: RunningServer, words: string): Promise<void> {
  const html = await answer.text();
  expect(html).toContain('class="wordmark"');
  expect(html).toContain(words);
  const id = /<code>([\w-]+)<\/code>/.exec(html)?.[1] ?? "no id";
  await expect.poll(() => readFileSync(server.logFile, "utf8")).toContain(id);
}

test.describe("the database", () => {
  test("locked by another program: 503, nothing written, the log says so; free again, the move goes through", async ({
    server,
    coordinator,
  }) => {
    const other = new Sqlite(server.databaseFile);
    other.exec("BEGIN IMMEDIATE");
    const answer = await coordinator.post("/boards/lobbying", MOVE);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("10");
    await expectErrorPage(answer, server, "The plan cannot be reached for a moment");
    expect(readFileSync(server.logFile, "utf8")).toContain("locked by another program");
    other.exec("ROLLBACK");
    other.close();
    expect(stageOf(server, "LOB-3")).toBe("under-way");
    expect((await coordinator.post("/boards/lobbying", MOVE)).status).toBe(302);
    expect(stageOf(server, "LOB-3")).toBe("planned");
  });

  for (const [fault, said] of [
    ["full", "the disk is full"],
    ["read-only", "the file is read-only"],
  ] as const) {
    test(`${fault}: 503 on a change, nothing half-written, the log says which, pages can still be read`, async () => {
      const server = await startServer({
        env: { STORAGE_FAULT: fault, NODE_OPTIONS: `--import ${resolve("tests/faults/storage-faults.mjs")}` },
      });
      try {
        const coordinator = await new Visitor(server).signIn("eval-coordinator-asia");
        const [form, before] = [await editForm(coordinator), countEvents(server)];
        server.process.kill("SIGUSR2");
        await expect.poll(() => readFileSync(server.logFile, "utf8")).toContain("the fault is on");
        const answer = await coordinator.post("/actions/LOB-3/edit", form);
        expect(answer.status).toBe(503);
        await expectErrorPage(answer, server, "not even half");
        expect(readFileSync(server.logFile, "utf8")).toContain(said);
        expect(countEvents(server)).toBe(before);
        expect((await coordinator.get("/boards/lobbying")).status).toBe(200);
      } finally {
        await server.stop("SIGKILL");
      }
    });
  }
});

/** A form that changes LOB-3 by more than the free space of a page. */
async function editForm(coordinator: Visitor): Promise<Record<string, string>> {
  const html = await (await coordinator.get("/actions/LOB-3/edit")).text();
  const lead = /<option value="(\d+)" selected="">/.exec(html.slice(html.indexOf('name="lead"')))?.[1] ?? "";
  return {
    version: "2",
    board: "lobbying",
    priority: "high",
    level: "international",
    lead,
    sourceLanguage: "en",
    start: "",
    due: "",
    partners: "",
    "title.en": "Another title",
    "description.en": "long ".repeat(3_900),
  };
}

test.describe("requests that none of our pages make", () => {
  test("from another site, or from nowhere: 403, and nothing changes", async ({ server, coordinator }) => {
    const foreign = await coordinator.post("/boards/lobbying", MOVE, { Origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    await expectErrorPage(foreign, server, "another site");
    const opaque = await coordinator.post("/boards/lobbying", MOVE, { Origin: "null" });
    expect(opaque.status).toBe(403);
    expect(stageOf(server, "LOB-3")).toBe("under-way");
  });

  test("larger than the limit: 413, with what to do", async ({ server, coordinator }) => {
    for (const length of [300_000, 2_000_000]) {
      const answer = await coordinator.post("/actions/LOB-3/edit", { "description.en": "x".repeat(length) });
      expect(answer.status).toBe(413);
      await expectErrorPage(answer, server, "That is too much at once");
    }
  });

  test("an action’s form full in four languages is read, and kept where the session has ended", async ({
    server,
    coordinator,
  }) => {
    // Devanagari: three bytes a character, nine as browsers send it.
    const full = Object.fromEntries(
      ["en", "nl", "fr", "es"].flatMap((language) => [
        [`title.${language}`, "क".repeat(200)],
        [`description.${language}`, "क".repeat(20_000)],
        [`expectedResult.${language}`, "क".repeat(20_000)],
      ]),
    );
    const form = { ...(await editForm(coordinator)), ...full };
    const ended = new Sqlite(server.databaseFile);
    ended.exec("delete from sessions");
    ended.close();
    const toSignIn = await coordinator.post("/actions/LOB-3/edit", form);
    expect(toSignIn.headers.get("Location")).toBe("/sign-in?back=%2Factions%2FLOB-3%2Fedit");
    await coordinator.signIn("eval-coordinator-asia");
    const given = postForms(await (await coordinator.get("/actions/LOB-3/edit")).text(), "/actions/LOB-3/edit");
    const fields = Object.fromEntries(given.find(({ texts }) => texts.includes("title.fr"))?.fields ?? []);
    expect(Object.keys(full).filter((name) => fields[name] !== full[name])).toEqual([]);
    expect((await coordinator.post("/actions/LOB-3/edit", form)).status).toBe(302);
  });

  test("of no announced length: refused before anything is read", async ({ server }) => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(`${server.origin}/sign-in`, { method: "POST", headers: { Origin: server.origin } });
      sent.on("response", (response) => resolve(response.statusCode ?? 0));
      sent.on("error", reject);
      sent.write("as=eval-admin");
      sent.end();
    });
    expect(status).toBe(411);
  });
});

test("nonsense in any field is 4xx and never 500", async ({ coordinator }) => {
  const forms: [string, Record<string, string>][] = [
    ["/boards/lobbying", {}],
    ["/boards/lobbying", { intent: "undo", event: "x" }],
    ["/boards/lobbying", { intent: "move", ref: "LOB-3", version: "-1", stage: "planned" }],
    ["/boards/lobbying", { intent: "move", ref: "'; drop table actions", version: "2", stage: "planned" }],
    ["/actions/new", { lead: "NaN", board: "__proto__", "title.en": "x".repeat(5000) }],
    ["/actions/LOB-3/edit", { version: "99999999999999999999" }],
    ["/actions/LOB-3/move", { stage: "../../etc" }],
    ["/settings", { intent: "password", newPassword: "short" }],
    ["/sign-in", { way: "password", email: "x", password: "" }],
    ["/language", { language: "xx" }],
  ];
  for (const [path, form] of forms) {
    const { status } = await coordinator.post(path, form);
    expect(status, `${path} ${JSON.stringify(form)}`).toBeGreaterThanOrEqual(400);
    expect(status, `${path} ${JSON.stringify(form)}`).toBeLessThan(500);
  }
  for (const path of [
    "/boards/lobbying?shown=planned:9e99&page=-1&quarter=<>",
    "/people?page=x",
    "/actions/%00",
    "/boards/lobbying/history?page=1e9&kind=x",
  ]) {
    expect((await coordinator.get(path)).status, path).toBeLessThan(500);
  }
});

test("an unknown page is a helpful 404 in the visitor's language", async ({ server }) => {
  const answer = await new Visitor(server).get("/nowhere", { "Accept-Language": "fr" });
  expect(answer.status).toBe(404);
  const html = await answer.text();
  expect(html).toContain('lang="fr"');
  expect(html).toContain("Il n’y a rien à cette adresse");
});

test("every answer carries a policy with a nonce of its own, and the usual headers", async ({ coordinator }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/boards/lobbying", "/nowhere", "/sign-in"]) {
    const { headers } = await coordinator.get(path);
    const policy = headers.get("Content-Security-Policy") ?? "";
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("X-Powered-By")).toBeNull();
  }
  expect(nonces.size).toBe(4);
});

/** With a server of its own, which it may end. */
const withOwnServer = test.extend({
  server: async ({ browserName: _ }, use) => {
    const server = await startServer();
    await use(server);
    await server.stop("SIGKILL");
  },
});

test.describe("the process", () => {
  withOwnServer("SIGTERM finishes what is under way and ends in good order", async ({ server }) => {
    const ended = new Promise<number | null>((resolve) => server.process.once("exit", resolve));
    const body = "as=eval-observer";
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(`${server.origin}/sign-in`, {
        method: "POST",
        headers: {
          Origin: server.origin,
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": body.length,
          Expect: "100-continue",
        },
      });
      sent.on("error", reject);
      sent.on("response", (response) => resolve(response.statusCode ?? 0));
      // The server has the request and waits for its body: it is under way for certain.
      sent.on("continue", () => {
        server.process.kill("SIGTERM");
        sent.end(body);
      });
      sent.flushHeaders();
    });
    expect(status).toBe(302);
    expect(await ended).toBe(0);
  });

  withOwnServer(
    "killed in the midst of moves, it has lost nothing that it had acknowledged",
    async ({ server, coordinator }) => {
      let version = 2;
      for (let move = 0; move < 20; move++) {
        const stage = move % 2 === 0 ? "planned" : "under-way";
        const answer = await coordinator.post("/boards/lobbying", { ...MOVE, version: String(version), stage });
        if (answer.status === 302) version += 1;
      }
      const ended = new Promise((resolve) => server.process.once("exit", resolve));
      server.process.kill("SIGKILL");
      await ended;
      const db = new Sqlite(server.databaseFile);
      expect(db.prepare("select version from actions where ref = 'LOB-3'").get()).toEqual({ version });
      expect(db.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
      db.close();
    },
  );

  test("with a public origin and no secret it does not start, and says why", async () => {
    await expect(startServer({ env: { ORIGIN: "https://plan.example.org" } })).rejects.toThrow("before it listened");
  });
});
