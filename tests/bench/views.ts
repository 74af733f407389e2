import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { type Fill, pageFigures, printTable, type Row } from "./bench.ts";

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
  return pageFigures(fill, PAGES);
}

await printTable("actions", [200, 1000, 5000], measure);
