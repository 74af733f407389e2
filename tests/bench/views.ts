import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { against, type Fill, kilobytes, milliseconds, printTable, type Row, statementsOf } from "./bench.ts";
import { bytesOf, pageTimes } from "./http.ts";

/* The other ways to look at the plan at 200, 1,000 and 5,000 actions on one board. */

const PAGES = {
  "the table": "/boards/lobbying?view=table",
  "the table, sorted and in groups": "/boards/lobbying?view=table&sort=-due&group=lead",
  "the timeline": "/boards/lobbying?view=timeline",
  "the search": "/search?q=health",
  "an action": "/actions/LOB-11",
  "my page": "/my",
};

async function measure(actions: number): Promise<Row> {
  const fill: Fill = (db, now) => addSyntheticActions(db, actions, now, "lobbying");
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

await printTable("actions", [200, 1000, 5000], measure);
