import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import {
  against,
  type Fill,
  kilobytes,
  memoryOf,
  milliseconds,
  printTable,
  type Row,
  seconds,
  statementsOf,
} from "./bench.ts";
import { cardsReadable, SLOW, scriptBytes } from "./chromium.ts";
import { bytesOf, moveLatency, pagesASecond, pageTimes } from "./http.ts";

/*
 * The board page at 200, 1,000 and 5,000 actions on one board, in five stages, signed in, over HTTP on loopback against the
 * production build.
 */

const BOARD = "/boards/lobbying";

async function measure(actions: number): Promise<Row> {
  const fill: Fill = (db, now) => addSyntheticActions(db, actions, now, "lobbying");
  const [statements] = await statementsOf(fill, [BOARD]);
  return against(fill, async ({ server, cookie }) => {
    const board = server.origin + BOARD;
    const times = await pageTimes(board, cookie);
    const rate = await pagesASecond(board, cookie);
    const memory = memoryOf(server);
    return {
      "board page, whole answer, median": milliseconds(times),
      "pages a second, 10 connections": rate.toFixed(0),
      "HTML and CSS, compressed (Brotli)": kilobytes(await bytesOf(board, cookie, "br")),
      "HTML and CSS, compressed (gzip)": kilobytes(await bytesOf(board, cookie, "gzip")),
      "JavaScript, compressed": kilobytes(await scriptBytes(server.origin, BOARD, cookie, ".columns[data-hand]")),
      "SQL statements a page": String(statements),
      "a move, request to durable answer, median": milliseconds(await moveLatency(server, cookie)),
      "cards readable, unthrottled": seconds(await cardsReadable(server.origin, BOARD, cookie)),
      "cards readable, slow 3G and 4× CPU": seconds(await cardsReadable(server.origin, BOARD, cookie, SLOW)),
      "memory under load": `${Math.round(memory / 1024)} MB`,
    };
  });
}

await printTable("actions", [200, 1000, 5000], measure);
