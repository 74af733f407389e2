import { readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { type Database, openDatabase } from "~db/connection.ts";
import { seed } from "~seed/load.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { bytesOf, pageTimes, statementsOfAPage } from "./http.ts";

/* What the benches share: a large plan, a server, somebody who is signed in, and one Markdown table at the end. */

export type Row = Record<string, string>;

/** Adds what is measured to the Geneva planning, which is loaded already. */
export type Fill = (db: Database, now: Date) => void;

export interface Visitor {
  server: RunningServer;
  /** A coordinator's session. */
  cookie: string;
}

/** Measures against a server of its own, which is stopped afterwards. */
export async function against<T>(
  fill: Fill,
  measure: (visitor: Visitor) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const server = await startServer({
    prepare: (file) => prepare(file, fill),
    env: { LOG_LEVEL: "silent", ...env },
  });
  try {
    return await measure({ server, cookie: await signIn(server) });
  } finally {
    await server.stop();
  }
}

/** The SQL statements of some pages, counted in a server of its own, so that counting costs the other figures nothing. */
export function statementsOf(fill: Fill, paths: readonly string[]): Promise<number[]> {
  const counter = fileURLToPath(new URL("count-statements.mjs", import.meta.url));
  return against(
    fill,
    async ({ server, cookie }) => {
      const counted: number[] = [];
      for (const path of paths) counted.push(await statementsOfAPage(server.origin + path, cookie));
      return counted;
    },
    { NODE_OPTIONS: `--import ${counter}` },
  );
}

/** The figures of some pages, by the names under which they stand in the table; `more` adds what one bench alone asks. */
export async function pageFigures(
  fill: Fill,
  pages: Record<string, string>,
  more: (visitor: Visitor) => Promise<Row> = async () => ({}),
): Promise<Row> {
  const statements = await statementsOf(fill, Object.values(pages));
  return against(fill, async (visitor) => {
    const row: Row = {};
    for (const [index, [name, path]] of Object.entries(pages).entries()) {
      const url = visitor.server.origin + path;
      row[`${name}, whole answer, median`] = milliseconds(await pageTimes(url, visitor.cookie));
      row[`${name}, HTML and CSS (Brotli)`] = kilobytes(await bytesOf(url, visitor.cookie, "br"));
      row[`${name}, SQL statements`] = String(statements[index]);
    }
    return { ...row, ...(await more(visitor)) };
  });
}

function prepare(file: string, fill: Fill): void {
  const db = openDatabase(file);
  db.$client.pragma("synchronous = OFF");
  const now = new Date();
  seed(db, now);
  fill(db, now);
  db.$client.close();
}

async function signIn({ origin }: RunningServer): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ as: "eval-coordinator-asia" }),
    headers: { Origin: origin },
    redirect: "manual",
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** The server's resident memory, in kilobytes; 0 where the system does not tell. */
export function memoryOf({ process: child }: RunningServer): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export const milliseconds = (time: number) => `${time.toFixed(1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;

/** Measures each size in turn and prints one Markdown table, a column a size. */
export async function printTable(
  of: string,
  sizes: readonly number[],
  measure: (size: number) => Promise<Row>,
): Promise<void> {
  const results: Row[] = [];
  for (const size of sizes) {
    process.stderr.write(`Measuring ${size} ${of} …\n`);
    results.push(await measure(size));
  }
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const columns = sizes.map((size) => size.toLocaleString("en-GB")).join(" | ");
  const lines = Object.keys(results[0] ?? {}).map(
    (name) => `| ${name} | ${results.map((row) => row[name]).join(" | ")} |`,
  );
  process.stdout.write(
    `\nOn ${availableParallelism()} cores and ${gigabytes} GiB, Node ${process.versions.node}:\n\n` +
      `| ${of} | ${columns} |\n|---|${sizes.map(() => "---|").join("")}\n${lines.join("\n")}\n`,
  );
}
