import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticSuggestions } from "~seed/synthetic/suggestions.ts";
import { against, type Fill, kilobytes, milliseconds, printTable, type Row, statementsOf } from "./bench.ts";
import { scriptBytes } from "./chromium.ts";
import { bytesOf, pageTimes } from "./http.ts";

/* The pages of suggestions at 200, 1,000 and 5,000 suggestions, beside a plan of 1,000 synthetic actions. */

const ACTIONS = 1000;
const PAGES = {
  "the list": "/suggestions",
  "the list, searched": "/suggestions?q=trade",
  "the inbox": "/suggestions/inbox",
  "who is heard": "/networks/voice?from=2020-01-01",
  "one suggestion": "/suggestions/1",
  "an action that was shaped": "/actions/LOB-11",
};

async function measure(suggestions: number): Promise<Row> {
  const fill: Fill = (db, now) => {
    addSyntheticActions(db, ACTIONS, now);
    addSyntheticSuggestions(db, suggestions, now);
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
    row["JavaScript of the inbox, compressed"] = kilobytes(
      await scriptBytes(server.origin, PAGES["the inbox"], cookie, "html[data-live]"),
    );
    return row;
  });
}

await printTable("suggestions", [200, 1000, 5000], measure);
