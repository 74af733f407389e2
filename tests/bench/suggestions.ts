import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticSuggestions } from "~seed/synthetic/suggestions.ts";
import { type Fill, kilobytes, pageFigures, printTable, type Row } from "./bench.ts";
import { scriptBytes } from "./chromium.ts";

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
  return pageFigures(fill, PAGES, async ({ server, cookie }) => ({
    "JavaScript of the inbox, compressed": kilobytes(
      await scriptBytes(server.origin, PAGES["the inbox"], cookie, "html[data-live]"),
    ),
  }));
}

await printTable("suggestions", [200, 1000, 5000], measure);
