import { subDays } from "date-fns";
import { expect, test } from "vitest";
import { proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { loader as decision } from "~/routes/committee/decision.tsx";
import { loader as decisions } from "~/routes/committee/decisions.tsx";
import { loader as review } from "~/routes/committee/review.tsx";
import { loader as close } from "~/routes/committee/review-close.tsx";
import { loader as meeting } from "~/routes/committee/review-meeting.tsx";
import { loader as pack } from "~/routes/committee/review-pack.tsx";
import { loader as compare } from "~/routes/plan/plan-compare.tsx";
import type { Database } from "~db/connection.ts";
import { addSyntheticActions } from "~seed/synthetic/actions.ts";
import { addSyntheticHistory, HISTORY_DAYS } from "~seed/synthetic/history.ts";
import { addSyntheticKeyResults } from "~seed/synthetic/key-results.ts";
import { AGENDA, nothing, openReview, tieSeat } from "../../support/reviews.ts";
import { ask, enter, openApp } from "../../support/routes.ts";
import { statementsOfAsync } from "../../support/statements.ts";
import { by } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

// Routes stand on the day on which they are asked.
const now = new Date();
const quarter = quarterOf(now);
const at = `/reviews/${quarter}`;

const PAGES: { loader: Parameters<typeof ask>[0]; path: string; params?: Record<string, string> }[] = [
  { loader: review, path: at },
  { loader: review, path: `${at}?board=lobbying` },
  { loader: close, path: `${at}/close` },
  { loader: pack, path: `${at}/pack` },
  ...AGENDA.map((_, index) => ({ loader: meeting, path: `${at}/meeting?item=${index + 1}` })),
  { loader: compare, path: "/plan/compare" },
  { loader: compare, path: "/plan/compare?from=2019-12-01" },
  { loader: decisions, path: "/decisions" },
  { loader: decisions, path: "/decisions?show=all" },
  { loader: decision, path: "/decisions/1", params: { id: "1" } },
];

/** A plan of so many more actions, with a history of so many events, and decisions of the committee about them. */
function fill(db: Database, committee: Viewer, much: { actions: number; events: number; decisions: number }): void {
  addSyntheticActions(db, much.actions, now, undefined, subDays(now, HISTORY_DAYS));
  addSyntheticHistory(db, much.events, now);
  for (let number = 1; number <= much.decisions; number++) {
    const text = `Of ${much.actions}, number ${number}.`;
    proposeDecision(db, by(committee, now), committee, { quarter, ...nothing, text, refs: ["LOB-1", "LOB-2"] });
  }
}

/** One key result with a check-in: more come with the larger plan. */
function measureOne(db: Database, admin: Viewer): void {
  const name = { en: "Synthetic measure" };
  const input = { name, unit: "networks", start: 0, target: 19, due: null };
  const { id } = addKeyResult(db, by(admin, now), admin, "LOB-1", input);
  const said = { health: "on-track", happened: "A test.", evidence: "", obstacles: "", language: "en" } as const;
  checkIn(db, by(admin, now), admin, "LOB-1", { ...said, values: [{ id, value: 3, health: null }] });
}

test("the committee's pages ask as many statements for 1,000 actions and 3,000 events as for 200 and 1,000", async () => {
  const { db } = app;
  db.$client.pragma("synchronous = OFF");
  const admin = someone(db, "admin", "insp-r");
  const committee = someone(db, "committee", "asia");
  tieSeat(db, "asia", committee.id);
  openReview(db, { quarter, meetingAt: now, openedAt: now });
  const cookie = await enter(admin.id);
  const counted = async () => {
    const counts: Record<string, number> = {};
    for (const { loader, path, params = { quarter } } of PAGES) {
      const visit = async () => expect((await ask(loader, { path, params, cookie })).status).toBe(200);
      await visit(); // What is prepared once, or read once for an event, is ready now.
      counts[path] = await statementsOfAsync(db, visit);
    }
    return counts;
  };

  measureOne(db, admin);
  fill(db, committee, { actions: 200, events: 1000, decisions: 1 });
  const few = await counted();
  addSyntheticKeyResults(db, now);
  fill(db, committee, { actions: 800, events: 3000, decisions: 30 });
  expect(await counted()).toEqual(few);
});
