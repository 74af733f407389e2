import { subDays } from "date-fns";
import { quarterOf } from "~/features/actions/quarter.ts";
import { USUAL_AGENDA } from "~/features/reviews/agenda-form.ts";
import { reviews } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "~seed/synthetic/history.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { against, type Fill, kilobytes, milliseconds, printTable, type Row, statementsOf } from "./bench.ts";
import { bytesOf, pageTimes } from "./http.ts";

/* What the committee reviews, with 1,000 synthetic actions and a history of 5,000 and 50,000 events over two years. */

const ACTIONS = 1000;
const QUARTER = quarterOf(new Date());
const PAGES = {
  "the review": `/reviews/${QUARTER}`,
  "the review, one board": `/reviews/${QUARTER}?board=lobbying`,
  "what changed this quarter": "/plan/compare",
  "what changed since Geneva": "/plan/compare?from=2019-12-01",
  "what changed since Geneva, the last page": "/plan/compare?from=2019-12-01&page=999",
};

async function measure(events: number): Promise<Row> {
  const fill: Fill = (db, now) => {
    addSyntheticActions(db, ACTIONS, now, undefined, subDays(now, HISTORY_DAYS));
    addSyntheticHistory(db, events, now);
    addSyntheticKeyResults(db, now);
    // As an administrator would open it: the review's page needs no more.
    const meeting = { meetingAt: null, timeZone: "Europe/Brussels", link: "", agenda: USUAL_AGENDA };
    const decides = { rule: "continental-consent", quorum: 7 } as const;
    db.insert(reviews)
      .values({ quarter: QUARTER, state: "open", ...meeting, ...decides, openedAt: now })
      .run();
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
