import { subDays } from "date-fns";
import { USUAL_AGENDA } from "~/features/committee/reviews/agenda-form.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { reviews } from "~db/schema.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "~seed/synthetic/history.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { type Fill, pageFigures, printTable, type Row } from "./bench.ts";

/* What the committee reviews, with 1,000 synthetic actions and a history of 5,000 and 50,000 events over two years. */

const ACTIONS = 1000;
const QUARTER = quarterOf(new Date());
const PAGES = {
  "the review": `/reviews/${QUARTER}`,
  "the review, one board": `/reviews/${QUARTER}?board=lobbying`,
  "the pack": `/reviews/${QUARTER}/pack`,
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
  return pageFigures(fill, PAGES);
}

await printTable("events", [5000, 50_000], measure);
