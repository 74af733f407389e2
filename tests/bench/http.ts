import { request } from "node:http";
import autocannon from "autocannon";
import type { RunningServer } from "../support/server.ts";

const WARM_UP = 40;
const RUNS = 100;
const MOVES = 60;
const LOAD_SECONDS = 8;

const ACCEPT = "gzip, deflate, br";

interface Answer {
  status: number;
  bytes: number;
  milliseconds: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** One request as a browser makes it, its body counted as it comes over the line. */
function ask(url: string, headers: Record<string, string>, form?: Record<string, string>): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(url, {
      method: body ? "POST" : "GET",
      headers: {
        ...headers,
        ...(body && { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(body.length) }),
      },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const whole = Buffer.concat(pieces);
        resolve({
          status: response.statusCode ?? 0,
          bytes: whole.length,
          milliseconds: performance.now() - begun,
          headers: response.headers,
          text: whole.toString("utf8"),
        });
      });
    });
    sent.end(body);
  });
}

/** The whole answer of a page, one after another, in milliseconds: the median. */
export async function pageTimes(url: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const { milliseconds, status } = await ask(url, { Cookie: cookie, "Accept-Encoding": ACCEPT });
    if (status !== 200) throw new Error(`${url} answered ${status}.`);
    if (run >= WARM_UP) times.push(milliseconds);
  }
  return median(times);
}

export async function pagesASecond(url: string, cookie: string): Promise<number> {
  const { requests } = await autocannon({
    url,
    connections: 10,
    duration: LOAD_SECONDS,
    headers: { Cookie: cookie, "Accept-Encoding": ACCEPT },
  });
  return requests.average;
}

export async function bytesOf(url: string, cookie: string, encoding: string): Promise<number> {
  return (await ask(url, { Cookie: cookie, "Accept-Encoding": encoding })).bytes;
}

/** How many SQL statements one page runs, as count-statements.mjs tells; the first visit prepares what later ones reuse. */
export async function statementsOfAPage(url: string, cookie: string): Promise<number> {
  await ask(url, { Cookie: cookie });
  return Number((await ask(url, { Cookie: cookie })).headers["x-sql-statements"]);
}

/** A move and its way back in turn, from the request to the durable answer, in milliseconds: the median. */
export async function moveLatency({ origin }: RunningServer, cookie: string): Promise<number> {
  const board = `${origin}/boards/lobbying`;
  const page = (await ask(`${board}?q=LOB-1`, { Cookie: cookie })).text;
  let version = Number(/data-action="LOB-1" data-version="(\d+)"/.exec(page)?.[1]);
  const times: number[] = [];
  for (let run = 0; run < MOVES; run++) {
    const stage = run % 2 === 0 ? "planned" : "under-way";
    const form = {
      intent: "move",
      ref: "LOB-1",
      version: String(version),
      stage,
      after: "top",
      back: "/boards/lobbying",
    };
    const { status, milliseconds } = await ask(board, { Cookie: cookie, Origin: origin }, form);
    if (status !== 302) throw new Error(`The move answered ${status}.`);
    version += 1;
    if (run >= MOVES / 4) times.push(milliseconds);
  }
  return median(times);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
