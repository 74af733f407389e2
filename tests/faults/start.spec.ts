import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, expect } from "@playwright/test";
import Sqlite from "better-sqlite3";
import { openSocket, rawRequest, sendRaw, statusOf } from "../support/raw.ts";
import { preparedDatabase, type RunningServer, startServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/* How the process begins, says how it is, and ends. */

const PUBLIC = { ORIGIN: "https://plan.example.org", SECRET: "a secret of more than thirty-two characters" };

const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "inspir-start-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Starts the server where it cannot start, and returns what it says before it ends. */
async function refusalOf(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NODE_ENV: "production", PORT: "0", ...env },
  });
  let said = "";
  child.stderr.on("data", (piece) => {
    said += piece;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  return said;
}

/** A seeded database in a folder of its own, as a server has left it. */
async function usedDatabase(folder: string, use: (server: RunningServer) => Promise<void>) {
  const server = await startServer();
  await use(server);
  const file = join(folder, "plan.db");
  const db = new Sqlite(server.databaseFile);
  await db.backup(file);
  db.close();
  await server.stop();
  return file;
}

/** Writes over a part of a file, and returns what stood there. */
function overwrite(file: string, at: number, bytes: Buffer): Buffer {
  const [open, before] = [openSync(file, "r+"), Buffer.alloc(bytes.length)];
  readSync(open, before, 0, bytes.length, at);
  writeSync(open, bytes, 0, bytes.length, at);
  closeSync(open);
  return before;
}

test("all that is wrong is said at once, in sentences and without a stack", async ({ folder }) => {
  const file = join(folder, "a file");
  writeFileSync(file, "");
  const said = await refusalOf({
    ORIGIN: "http://plan.example.org",
    SECRET: "short",
    SMTP_URL: "notaurl",
    TRUST_PROXY: "abc",
    PORT: "abc",
    LOG_LEVEL: "loud",
    DATABASE: join(folder, "no-such.db"),
    FILES: join(file, "x"),
  });
  for (const sentence of [
    "ORIGIN must begin with https://",
    "SECRET must be set",
    "SMTP_URL must be an address",
    "TRUST_PROXY must be the number",
    "PORT must be a number",
    "LOG_LEVEL must be one of",
    "There is no database",
    "FILES names another one",
  ]) {
    expect(said).toContain(sentence);
  }
  expect(said).not.toMatch(/^\s+at /m);
});

test("a database that is empty, and folders that cannot be made", async ({ folder }) => {
  const empty = join(folder, "empty.db");
  writeFileSync(empty, "");
  const said = await refusalOf({ DATABASE: empty, FILES: "/proc/none/files", OUTBOX: "/proc/none/outbox" });
  expect(said).toContain(`The database ${empty} holds no plan`);
  for (const name of ["FILES", "OUTBOX"]) expect(said).toContain(`cannot be made: ${name} names another one`);
});

test("a database of a newer program, and a port that is in use", async ({ folder }) => {
  const DATABASE = join(folder, "plan.db");
  copyFileSync(preparedDatabase(), DATABASE);
  const other = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const used = await refusalOf({ DATABASE, PORT: String(port) });
  expect(used).toContain(`Port ${port} is in use`);
  expect(used).not.toMatch(/^\s+at /m);
  other.close();
  const db = new Sqlite(DATABASE);
  db.prepare("insert into __drizzle_migrations (hash, created_at) values ('x', ?)").run(Date.UTC(2999, 0));
  db.close();
  expect(await refusalOf({ DATABASE })).toContain("is of a newer version");
});

test("a database of the public is not opened for evaluation, nor one of evaluation for the public until it is closed", async ({
  folder,
}) => {
  const DATABASE = await usedDatabase(folder, async (server) => {
    const admin = await new Visitor(server).signIn("eval-admin");
    expect((await admin.post("/actions/LOB-3", { intent: "comment", text: "Seen.", language: "en" })).status).toBe(302);
  });
  expect(await refusalOf({ DATABASE, ...PUBLIC })).toContain("npm run evaluation:close");

  const closing = spawn(process.execPath, ["--import", "tsx", "scripts/close-evaluation.ts"], {
    env: { ...process.env, DATABASE },
    stdio: "inherit",
  });
  expect(await once(closing, "exit")).toEqual([0, null]);

  const prepare = (file: string) => copyFileSync(DATABASE, file);
  const server = await startServer({ prepare, env: PUBLIC });
  try {
    // nginx by default sends the name of its upstream.
    const headers = { Host: "upstream", Origin: PUBLIC.ORIGIN, "Content-Type": "application/x-www-form-urlencoded" };
    const form = "way=password&email=a%40example.org&password=nobody+has+this";
    const answer = await sendRaw(server, rawRequest(server, "POST /sign-in HTTP/1.1", headers, form));
    expect(statusOf(answer)).toBe(422);

    for (let at = 0; at < 3; at++) {
      await fetch(`${server.origin}/sign-in`, { headers: { "X-Forwarded-For": "203.0.113.7" } });
    }
    const told = () => readFileSync(server.logFile, "utf8").split("TRUST_PROXY is 0").length - 1;
    await expect.poll(told).toBe(1);
    const db = new Sqlite(server.databaseFile);
    db.exec("update invitations set accepted_at = 1 where invited_by_id is null");
    expect(db.prepare("select count(*) as n from invitations").get()).toEqual({ n: 1 });
    await db.backup(DATABASE);
    db.close();
  } finally {
    await server.stop();
  }
  expect(await refusalOf({ DATABASE })).toContain("holds people who were invited");
});

test("it says that it is unwell while its files are away or broken, and well again after", async () => {
  const server = await startServer();
  try {
    const health = () =>
      expect.poll(async () => (await fetch(`${server.origin}/healthz`)).status, { intervals: [300] });
    await health().toBe(200);

    const files = join(server.folder, "files");
    rmSync(files, { recursive: true });
    await health().toBe(503);
    mkdirSync(files);
    await health().toBe(200);

    renameSync(server.databaseFile, `${server.databaseFile}.away`);
    await health().toBe(503);
    renameSync(`${server.databaseFile}.away`, server.databaseFile);
    await health().toBe(200);

    const db = new Sqlite(server.databaseFile);
    db.exec("alter table presences rename to elsewhere");
    await health().toBe(503);
    db.exec("alter table elsewhere rename to presences");
    db.pragma("wal_checkpoint(truncate)");
    await health().toBe(200);

    const { rootpage } = db.prepare("select rootpage from sqlite_master where name = 'presences'").get() as {
      rootpage: number;
    };
    const size = db.pragma("page_size", { simple: true }) as number;
    db.close();
    const whole = overwrite(server.databaseFile, (rootpage - 1) * size, Buffer.alloc(size, 0xff));
    await health().toBe(503);
    overwrite(server.databaseFile, (rootpage - 1) * size, whole);
    await health().toBe(200);
  } finally {
    await server.stop("SIGKILL");
  }
});

test("a full disk: unwell, and pages and live messages go on", async () => {
  const server = await startServer({
    env: { STORAGE_FAULT: "full", NODE_OPTIONS: `--import ${resolve("tests/faults/storage-faults.mjs")}` },
  });
  try {
    const observer = await new Visitor(server).signIn("eval-observer");
    const db = new Sqlite(server.databaseFile);
    db.exec("update sessions set expires_at = expires_at - 259200000, updated_at = updated_at - 259200000");
    // Pages that are free inside the file would be room.
    db.exec("vacuum");
    db.close();
    server.process.kill("SIGUSR2");
    await expect.poll(async () => (await fetch(`${server.origin}/healthz`)).status, { intervals: [300] }).toBe(503);
    expect((await observer.get("/boards/lobbying")).status).toBe(200);
    const gone = new AbortController();
    const live = await fetch(`${server.origin}/live`, { headers: { Cookie: observer.cookies }, signal: gone.signal });
    expect(live.status).toBe(200);
    gone.abort();
  } finally {
    await server.stop("SIGKILL");
  }
});

test("SIGTERM ends it in good order beside connections on which nothing is asked, and forms that are half there", async () => {
  const server = await startServer({ env: { BODY_IDLE_MS: "1000" } });
  const coordinator = await new Visitor(server).signIn("eval-coordinator-asia");
  // One of which the rest does not come is ended by itself, and is no fault of ours.
  const halves = [halfAForm(server), halfAFile(server, coordinator)];
  const answers = await Promise.all(halves.map((one) => sendRaw(server, one)));
  expect(answers.map(statusOf)).toEqual([408, 408]);
  await expect.poll(() => readdirSync(join(server.folder, "files"))).toEqual([]);
  expect(readFileSync(server.logFile, "utf8")).not.toMatch(/"level":(50|60)/);
  const fresh = await openSocket(server);
  const kept = await openSocket(server);
  kept.write(rawRequest(server, "GET /healthz HTTP/1.1", { Connection: "keep-alive" }));
  await once(kept, "data");
  const half = await openSocket(server);
  half.on("error", () => {});
  // Once what came before it is answered, the form has been read as far as it goes.
  half.write(
    Buffer.concat([rawRequest(server, "GET /healthz HTTP/1.1", { Connection: "keep-alive" }), halfAForm(server)]),
  );
  await once(half, "data");
  const ended = once(server.process, "exit");
  server.process.kill("SIGTERM");
  // Ended by force, after its patience, it would say 1.
  expect(await ended).toEqual([0, null]);
  for (const socket of [fresh, kept, half]) socket.destroy();
  await server.stop();
});

/** A form of somebody who is not signed in, of which one byte comes. */
const halfAForm = (server: RunningServer) =>
  rawRequest(
    server,
    "POST /sign-in HTTP/1.1",
    { Origin: server.origin, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "100" },
    "a",
  );

const halfAFile = (server: RunningServer, { cookies }: Visitor) =>
  rawRequest(
    server,
    "POST /actions/LOB-3/documents HTTP/1.1",
    {
      Origin: server.origin,
      Cookie: cookies,
      "Content-Type": "multipart/form-data; boundary=x",
      "Content-Length": "1000000",
    },
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
  );

test("an error that nobody caught ends it in order, with a code that a supervisor understands", async () => {
  const server = await startServer({ env: { NODE_OPTIONS: `--import ${resolve("tests/faults/uncaught.mjs")}` } });
  const ended = once(server.process, "exit");
  server.process.kill("SIGUSR2");
  expect(await ended).toEqual([1, null]);
  await server.stop();
});
