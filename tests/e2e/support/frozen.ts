import { createHash } from "node:crypto";
import { BOARDS, type Board, STAGES, type Stage, type Translated } from "~/domain.ts";
import type { ActionInReview, Names, PlanStatus, ReviewSnapshot } from "~/features/committee/reviews/snapshot.ts";
import { openDatabase } from "~db/connection.ts";
import { frozenReviews, reviews } from "~db/schema.ts";
import actionsData from "~seed/data/actions.json" with { type: "json" };
import committeeData from "~seed/data/committee.json" with { type: "json" };
import { seed } from "~seed/load.ts";

/*
 * A plan with a closed review of each quarter of 2020, as far as the published planning tells what happened: what was done,
 * with its result, and what began. The one decision is made up, and says so.
 */

const everywhere = (name: string): Names => ({ nl: name, fr: name, es: name, en: name });
const COUNTS = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
const STANDING: PlanStatus = {
  progress: 49,
  progressThen: 43,
  counts: COUNTS,
  countsThen: COUNTS,
  commitment: { due: 1, done: 1, slipped: 0, dropped: 0, open: 0 },
};
export const DECISION = "Synthetic decision for a test.";

const inQuarter = (at: string, quarter: string) =>
  `${at.slice(0, 4)}-Q${Math.ceil(Number(at.slice(5, 7)) / 3)}` === quarter;

function actionsThat(stage: Stage, quarter: string, board: Board): ActionInReview[] {
  return actionsData.flatMap((action): ActionInReview[] => {
    const step = action.story.find((one) => one.stage === stage && inQuarter(one.at, quarter));
    if (!step || action.board !== board) return [];
    const titles = Object.fromEntries(Object.entries(action.texts).map(([language, { title }]) => [language, title]));
    return [
      {
        ref: action.ref,
        board,
        titles,
        sourceLanguage: "en",
        stage,
        priority: "normal",
        level: "international",
        lead: everywhere("INSP!R"),
        due: null,
        progress: stage === "done" ? 100 : 50,
        outcome: "result" in step ? (step.result as Translated) : null,
      },
    ];
  });
}

function snapshotOf(quarter: string): ReviewSnapshot {
  return {
    format: 2,
    quarter,
    from: "2020-10-01T00:00:00.000Z",
    to: "2021-01-01T00:00:00.000Z",
    at: "2021-01-01T00:00:00.000Z",
    meeting: { at: null, timeZone: "Europe/Brussels", rule: "majority", quorum: 7 },
    agenda: [],
    whole: STANDING,
    heard: [],
    views: [],
    lookedAtAgain: [],
    next: [],
    boards: BOARDS.map((board) => ({
      ...STANDING,
      board,
      names: everywhere(board),
      done: actionsThat("done", quarter, board),
      moved: actionsThat("under-way", quarter, board).map((one) => ({ ...one, from: "planned" })),
      slipped: [],
      added: [],
      dropped: [],
      attention: [],
      keyResults: [],
      assessed: [],
      health: { "on-track": 0, "at-risk": 0, "off-track": 0, unknown: 1 },
    })),
    flow: [{ quarter, counts: { ...COUNTS, planned: 7, "under-way": 14, done: 3 } }],
    dueAndDone: [{ quarter, due: 3, done: 3 }],
    decisions: [
      {
        id: 1,
        state: "adopted",
        text: { text: DECISION, language: "en" },
        concerns: [],
        suggestions: [],
        doer: { person: null, network: null },
        dueOn: null,
        lookAgainOn: null,
        planChanges: [],
        stands: [],
      },
    ],
    continents: [],
    seats: committeeData.seats.map(({ holder }, place) => ({
      id: place + 1,
      changedSince: null,
      holder,
      network: everywhere("INSP!R"),
      capacity: "representative",
      present: true,
      signedOff: null,
    })),
    network: {
      published: { members: 97, national: 19, continental: 5, year: 2020 },
      entered: { members: 0, national: 8, continental: 5 },
    },
  };
}

export const QUARTERS = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"];

/** For a server to start (over) on: the Geneva planning, and these four reviews closed. */
export function withClosedReviews(databaseFile: string, snapshotAt = snapshotOf): void {
  const db = openDatabase(databaseFile);
  seed(db, new Date());
  const at = new Date("2021-01-22T12:00:00Z");
  for (const quarter of QUARTERS) {
    const row = { timeZone: "Europe/Brussels", link: "", agenda: [], rule: "majority" as const, quorum: 7 };
    const { id } = db
      .insert(reviews)
      .values({ ...row, quarter, state: "closed", openedAt: at, closedAt: at })
      .returning({ id: reviews.id })
      .get();
    const snapshot = JSON.stringify(snapshotAt(quarter));
    const sha256 = createHash("sha256").update(snapshot).digest("hex");
    db.insert(frozenReviews).values({ reviewId: id, snapshot, sha256, at }).run();
  }
  db.$client.close();
}

/** The same, and in the last quarter a thousand actions that are made up: as many as a review is built for. */
export function withLargeReview(databaseFile: string): void {
  withClosedReviews(databaseFile, (quarter) => (quarter === "2020-Q4" ? largeSnapshot(quarter) : snapshotOf(quarter)));
}

function largeSnapshot(quarter: string): ReviewSnapshot {
  const whole = snapshotOf(quarter);
  for (const board of whole.boards) {
    const many = (count: number): ActionInReview[] =>
      Array.from({ length: count }, (_, at) => ({
        ref: `LOB-${1000 + at}`,
        board: board.board,
        titles: { en: `Synthetic action ${at}, its title as long as most` },
        sourceLanguage: "en",
        stage: "under-way",
        priority: "normal",
        level: "national",
        lead: everywhere("Nepal"),
        due: quarter,
        progress: 50,
        outcome: null,
      }));
    board.added = many(150);
    board.moved = many(100).map((one) => ({ ...one, from: "planned" }));
  }
  return whole;
}
