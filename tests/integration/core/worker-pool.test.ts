import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Abandoned, TooBusy, TooManyOfOne, TooMuchWork } from "~/lib/too-busy.ts";
import { setWorkersFolder, workerPool } from "~/lib/worker-pool.server.ts";

/* Real threads, on work that is told how to behave. */

const folder = mkdtempSync(join(tmpdir(), "inspir-workers-"));

/** What a piece of work does: it comes back, fails, never ends, or asks for memory without end. */
type Task = "echo" | "fail" | "hang" | "swell";

const WORK = `export default async function work(task) {
  if (task === "fail") throw new Error("failed");
  if (task === "hang") for (;;);
  const held = [];
  if (task === "swell") for (;;) held.push(Array.from({ length: 1e5 }, () => ({})));
  return task;
}`;

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "work.js"), WORK);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  setWorkersFolder(folder);
});

afterAll(() => {
  setWorkersFolder(undefined);
  rmSync(folder, { recursive: true, force: true });
});

const pool = ({ timeoutMs = 60_000, waiting = 20, ofOne = 2 } = {}) =>
  workerPool<Task, string>({
    name: "work",
    load: () => Promise.reject(new Error("not built")),
    threads: 1,
    waiting,
    ofOne,
    timeoutMs,
    memoryMb: 32,
  });

test("work that takes too long is given up, and the next is done", async () => {
  const run = pool({ timeoutMs: 500 });
  await expect(run("hang")).rejects.toBeInstanceOf(TooMuchWork);
  // A fresh thread, which has longer to start in than the one that was given up.
  await expect.poll(() => run("echo").catch(() => null), { timeout: 30_000 }).toBe("echo");
});

test("work that takes too much memory is given up, and the next is done", async () => {
  const run = pool();
  await expect(run("swell")).rejects.toBeInstanceOf(TooMuchWork);
  expect(await run("echo")).toBe("echo");
});

test("work that fails says how, and leaves its place", async () => {
  const run = pool();
  await expect(run("fail", { id: "one" })).rejects.toThrow("failed");
  expect(await run("echo", { id: "one" })).toBe("echo");
});

test("each has so many under way, others go on, and whoever goes away makes room", async () => {
  const run = pool();
  const gone = new AbortController();
  const mine = [run("hang", { id: "one", gone: gone.signal }), run("echo", { id: "one", gone: gone.signal })];
  await expect(run("echo", { id: "one" })).rejects.toBeInstanceOf(TooManyOfOne);
  const other = run("echo", { id: "other" });
  gone.abort();
  for (const abandoned of await Promise.allSettled(mine)) {
    expect(abandoned).toMatchObject({ status: "rejected", reason: expect.any(Abandoned) });
  }
  expect(await other).toBe("echo");
  expect(await run("echo", { id: "one" })).toBe("echo");
});

test("who comes when too many wait is refused", async () => {
  const run = pool({ waiting: 1 });
  const gone = new AbortController();
  const hanging = Array.from({ length: 6 }, () => run("hang", { gone: gone.signal }).catch((error: unknown) => error));
  expect(await Promise.race(hanging)).toBeInstanceOf(TooBusy);
  gone.abort();
  await Promise.all(hanging);
});
