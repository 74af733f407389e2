import { readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { openDatabase } from "~db/connection.ts";
import { seed } from "~seed/load.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { cardsReadable, SLOW, scriptBytes } from "./chromium.ts";
import { bytesOf, moveLatency, pagesASecond, pageTimes, statementsOfAPage } from "./http.ts";

/*
 * The board page at 200, 1,000 and 5,000 actions on one board, in five stages, signed in, over HTTP on loopback against the
 * production build. Prints one Markdown table.
 */

const SIZES = [200, 1000, 5000];
const BOARD = "/boards/lobbying";

type Row = Record<string, string>;

async function measure(actions: number): Promise<Row> {
  const server = await startServer({
    prepare: (file) => prepare(file, actions),
    env: { LOG_LEVEL: "silent" },
  });
  try {
    const cookie = await signIn(server);
    const times = await pageTimes(server.origin + BOARD, cookie);
    const rate = await pagesASecond(server.origin + BOARD, cookie);
    const memory = memoryOf(server);
    return {
      "board page, whole answer, median": `${times.toFixed(1)} ms`,
      "pages a second, 10 connections": rate.toFixed(0),
      "HTML and CSS, compressed (Brotli)": kilobytes(await bytesOf(server.origin + BOARD, cookie, "br")),
      "HTML and CSS, compressed (gzip)": kilobytes(await bytesOf(server.origin + BOARD, cookie, "gzip")),
      "JavaScript, compressed": kilobytes(await scriptBytes(server.origin, BOARD, cookie)),
      "SQL statements a page": String(await statements(actions)),
      "a move, request to durable answer, median": `${(await moveLatency(server, cookie)).toFixed(1)} ms`,
      "cards readable, unthrottled": seconds(await cardsReadable(server.origin, BOARD, cookie)),
      "cards readable, slow 3G and 4× CPU": seconds(await cardsReadable(server.origin, BOARD, cookie, SLOW)),
      "memory under load": `${Math.round(memory / 1024)} MB`,
    };
  } finally {
    await server.stop();
  }
}

/** Counted in a server of its own, so that counting costs the other figures nothing. */
async function statements(actions: number): Promise<number> {
  const counter = fileURLToPath(new URL("count-statements.mjs", import.meta.url));
  const server = await startServer({
    prepare: (file) => prepare(file, actions),
    env: { LOG_LEVEL: "silent", NODE_OPTIONS: `--import ${counter}` },
  });
  try {
    return await statementsOfAPage(server.origin + BOARD, await signIn(server));
  } finally {
    await server.stop();
  }
}

function prepare(file: string, actions: number): void {
  const db = openDatabase(file);
  db.$client.pragma("synchronous = OFF");
  const now = new Date();
  seed(db, now);
  addSyntheticActions(db, actions, now, "lobbying");
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
function memoryOf({ process: child }: RunningServer): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

const results: Row[] = [];
for (const size of SIZES) {
  process.stderr.write(`Measuring ${size} actions …\n`);
  results.push(await measure(size));
}
const gigabytes = Math.round(totalmem() / 2 ** 30);
process.stdout.write(`\nOn ${availableParallelism()} cores and ${gigabytes} GiB, Node ${process.versions.node}:\n\n`);
process.stdout.write(
  `| | ${SIZES.map((size) => size.toLocaleString("en-GB")).join(" | ")} |\n|---|${SIZES.map(() => "---|").join("")}\n`,
);
for (const name of Object.keys(results[0] ?? {})) {
  process.stdout.write(`| ${name} | ${results.map((row) => row[name]).join(" | ")} |\n`);
}
