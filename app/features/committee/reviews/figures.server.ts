import { and, eq, sql } from "drizzle-orm";
import { BOARDS, LANGUAGES } from "~/domain.ts";
import { decidedIn, lookedAtAgain } from "~/features/committee/decisions/decided.server.ts";
import { personNameAt } from "~/features/core/history/names-then.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { isQuarter, type Quarter, quarterAfter } from "~/lib/quarter.ts";
import { labelsOf } from "~/ui/labels.ts";
import type { Database } from "~db/connection.ts";
import { inOneGo, type Steps } from "~db/memo.ts";
import { reviews } from "~db/schema/committee.ts";
import { boardReview, dueNext, type Figured, planStatusOf } from "./boards.ts";
import { canonicalJson, sumOf } from "./canonical.server.ts";
import { reviewedRange } from "./date-range.ts";
import { overQuarters } from "./flow.server.ts";
import { knownOf } from "./known.server.ts";
import { measuresOfQuarter } from "./measures-then.server.ts";
import { planOfQuarter } from "./plan-then.server.ts";
import { assessedIn, continentsIn, heardIn, networkIn, seatsAt, viewsIn } from "./related.server.ts";
import type { Names, ReviewSnapshot } from "./snapshot.ts";

export type ReviewRow = typeof reviews.$inferSelect;

const NOBODY: Names = { nl: "", fr: "", es: "", en: "" };

/**
 * All that a review shows at an instant, from what the quarter's events say and what the committee entered. A constant
 * number of statements, whatever the size of the plan.
 *
 * @throws RangeError when the review's quarter is none
 */
export function reviewSnapshot(
  db: Database,
  review: ReviewRow,
  networks: readonly Network[],
  seenAt: Date,
): ReviewSnapshot {
  return inOneGo(reviewSteps(db, review, networks, seenAt));
}

/** As `reviewSnapshot`, in parts: with a long history, all of it at once would hold the event loop. */
export function* reviewSteps(
  db: Database,
  review: ReviewRow,
  networks: readonly Network[],
  seenAt: Date,
): Steps<ReviewSnapshot> {
  if (!isQuarter(review.quarter)) throw new RangeError(`${review.quarter} is no quarter.`);
  const window = reviewedRange(review.quarter, seenAt, closedBefore(db, review.quarter));
  const names = new Map(networks.map((network) => [network.id, network.names]));
  const namesOf = (id: number) => names.get(id) ?? NOBODY;
  const plan = planOfQuarter(db, window);
  yield;
  const { toBoards, ...known } = knownOf(db, window, plan);
  const personName = namesAt(db, window.until);
  const figured: Figured = { window, plan, known, namesOf, personName, measures: measuresOfQuarter(db, window) };
  yield;
  const assessed = assessedIn(db, review.id, plan.now);
  const whole = planStatusOf(figured, null);
  const boards: ReviewSnapshot["boards"] = [];
  for (const board of BOARDS) {
    yield;
    boards.push({
      ...boardReview(figured, board, boardNames(board), assessed),
      promisesBroken: toBoards.filter((one) => one.board === board).map(({ board: _, ...one }) => one),
    });
  }
  yield;
  const quarters = overQuarters(db, { until: window.quarter, at: new Date(window.until - 1) });
  yield;
  const { quarter, meetingAt, timeZone, rule, quorum, agenda } = review;
  const iso = (at: number) => new Date(at).toISOString();
  const shown = {
    format: 2 as const,
    quarter,
    from: iso(window.from),
    to: iso(window.to),
    at: iso(window.at),
    meeting: { at: meetingAt?.toISOString() ?? null, timeZone, rule, quorum },
    agenda,
    whole,
    boards,
    ...quarters,
    heard: heardIn(db, networks, window, plan.now),
    continents: continentsIn(networks),
    views: viewsIn(db, review.id, namesOf),
    decisions: decidedIn(db, review.id, networks),
    lookedAtAgain: lookedAtAgain(db, review),
    next: dueNext(figured),
    network: networkIn(db, networks),
  };
  yield;
  return { ...shown, seats: seatsAt(db, review.id, namesOf, () => sumOf(signedContent(shown))) };
}

/**
 * What a seat signs when it signs a review off, as canonical text: all that the review shows but who is there and has signed,
 * when and where the committee meets, and what only the passing of days changes.
 */
export function signedContent(shown: Omit<ReviewSnapshot, "seats"> & Partial<ReviewSnapshot>): string {
  const { at: _at, seats: _seats, meeting: _meeting, agenda: _agenda, ...rest } = shown;
  return canonicalJson({
    ...rest,
    boards: rest.boards.map((board) => ({
      ...board,
      attention: board.attention.map((one) => ({ ...one, why: one.why.map(({ days: _days, ...why }) => why) })),
      promisesBroken: board.promisesBroken?.map(({ days: _days, ...one }) => one),
    })),
  });
}

/** When the review of the quarter before was closed; null where it is open or was never opened. 1 statement. */
export function closedBefore(db: Database, quarter: Quarter): Date | null {
  const before = db
    .select({ closedAt: reviews.closedAt })
    .from(reviews)
    .where(and(eq(reviews.quarter, quarterAfter(quarter, -1)), eq(reviews.state, "closed")))
    .get();
  return before?.closedAt ?? null;
}

/** How people were called at an instant, each looked up once. */
function namesAt(db: Database, at: number): (id: string) => string | null {
  const names = new Map<string, string | null>();
  return (id) => {
    if (!names.has(id)) {
      const [found] = db.values<[string | null]>(sql`select ${personNameAt(sql`${id}`, at)}`);
      names.set(id, found?.[0] ?? null);
    }
    return names.get(id) ?? null;
  };
}

function boardNames(board: (typeof BOARDS)[number]): Names {
  return Object.fromEntries(LANGUAGES.map((one) => [one, labelsOf(i18nFor(one)).board(board)])) as Names;
}
