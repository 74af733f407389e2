import { subDays } from "date-fns";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "~seed/synthetic/history.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { against, type Fill, kilobytes, milliseconds, printTable, type Row, statementsOf } from "./bench.ts";
import { bytesOf, pageTimes } from "./http.ts";

/* What the committee reviews, with 1,000 synthetic actions and a history of 5,000 and 50,000 events over two years. */

const ACTIONS = 1000;
const PAGES = {
  "what changed this quarter": "/plan/compare",
  "what changed since Geneva": "/plan/compare?from=2019-12-01",
  "what changed since Geneva, the last page": "/plan/compare?from=2019-12-01&page=999",
};

async function measure(events: number): Promise<Row> {
  const fill: Fill = (db, now) => {
    addSyntheticActions(db, ACTIONS, now, undefined, subDays(now, HISTORY_DAYS));
    addSyntheticHistory(db, events, now);
    addSyntheticKeyResults(db, now);
  };
  const statements = await statementsOf(fill, Object.values(PAGES));
  return against(fill, async ({ server, cookie }) => {
    const row: Row = {};
    for (const [index, [name, path]] of Object.entries(PAGES).entries()) {
      const url = server.origin + path;
      row[`${name}, whole answer, median`] = milliseconds(await pageTimes(url, cookie));
      row[`${name}, HTML and CSS (Brotli)`] = kilobytes(await bytesOf(url, cookie, "br"));
      row[`${name}, SQL statements`] = String(statements[index]);
    }
    return row;
  });
}

await printTable("events", [5000, 50_000], measure);
