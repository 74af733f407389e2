import { test as base, expect } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { type RunningServer, startServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/* Another program holds the lock by which SQLite lets one write at a time. */

const test = base.extend<{ server: RunningServer; coordinator: Visitor }, { running: RunningServer }>({
  running: [
    async ({ browserName: _ }, use) => {
      const server = await startServer({ env: { BUSY_TIMEOUT_MS: "20000" } });
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

/** Holds the lock while something is done, and lets it go. */
async function whileLocked(server: RunningServer, work: () => Promise<void>): Promise<void> {
  const other = new Sqlite(server.databaseFile);
  other.exec("BEGIN IMMEDIATE");
  try {
    await work();
  } finally {
    other.exec("ROLLBACK");
    other.close();
  }
}

const MOVE = { intent: "move", ref: "LOB-3", version: "2", stage: "planned", after: "end", back: "/boards/lobbying" };

test("a write waits for it, others read meanwhile, and the write goes through once it is free", async ({
  server,
  coordinator,
}) => {
  let written: Promise<Response> | undefined;
  let settled = false;
  await whileLocked(server, async () => {
    written = coordinator.post("/boards/lobbying", MOVE);
    written.finally(() => {
      settled = true;
    });
    for (const path of ["/boards/lobbying", "/", "/my", "/healthz"]) {
      expect((await coordinator.get(path)).status, path).toBe(200);
    }
    expect(settled, "the write still waits").toBe(false);
  });
  expect((await written)?.status).toBe(302);
});

test("a file that has come in waits for it, too", async ({ server, coordinator }) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: "file", title: "", source: "", language: "en" })) {
    form.set(name, value);
  }
  form.set("file", new Blob(["%PDF-1.4\n%%EOF"], { type: "application/pdf" }), "minutes.pdf");
  let sent: Promise<Response> | undefined;
  await whileLocked(server, async () => {
    sent = coordinator.send("/actions/LOB-3/documents", form);
    expect((await coordinator.get("/boards/lobbying")).status).toBe(200);
  });
  const answer = await sent;
  expect([answer?.status, answer?.headers.get("Location")]).toEqual([302, "/actions/LOB-3/documents?done=added"]);
});

test("a session that is to be renewed is none the less a session", async ({ server, coordinator }) => {
  const db = new Sqlite(server.databaseFile);
  const threeDays = 3 * 86_400_000;
  db.prepare("update sessions set expires_at = expires_at - ?, updated_at = updated_at - ?").run(threeDays, threeDays);
  db.close();
  await whileLocked(server, async () => {
    const answer = await coordinator.get("/boards/lobbying");
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
  });
  const renewed = await coordinator.get("/boards/lobbying");
  expect([renewed.status, renewed.headers.getSetCookie().length]).toEqual([200, 1]);
});
