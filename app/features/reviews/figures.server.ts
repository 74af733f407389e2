import { isQuarter } from "~/features/actions/quarter.ts";
import { decidedIn, lookedAtAgain } from "~/features/decisions/decided.server.ts";
import type { Network } from "~/features/networks/tree.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { wordsOf } from "~/ui/words.ts";
import { BOARDS, LANGUAGES } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import type { reviews } from "~db/schema.ts";
import { assessedIn, heardIn, networkIn, seatsAt, viewsIn } from "./around.server.ts";
import { boardReview, dueNext, type Figured, standingOf } from "./boards.ts";
import { overQuarters } from "./flow.server.ts";
import { knownOf } from "./known.server.ts";
import { measuresOfQuarter } from "./measures-then.server.ts";
import { planOfQuarter } from "./plan-then.server.ts";
import type { Names, ReviewSnapshot } from "./snapshot.ts";
import { windowOf } from "./window.ts";

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
  if (!isQuarter(review.quarter)) throw new RangeError(`${review.quarter} is no quarter.`);
  const window = windowOf(review.quarter, seenAt);
  const names = new Map(networks.map((network) => [network.id, network.names]));
  const namesOf = (id: number) => names.get(id) ?? NOBODY;
  const plan = planOfQuarter(db, window);
  const { toBoards, ...known } = knownOf(db, window, plan);
  const figured: Figured = { window, plan, known, namesOf, measures: measuresOfQuarter(db, window) };
  const assessed = assessedIn(db, review.id, plan.now);
  const { quarter, meetingAt, timeZone, rule, quorum, agenda } = review;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    format: 1,
    quarter,
    ...{ from: iso(window.from), to: iso(window.to), at: iso(window.at) },
    meeting: { at: meetingAt?.toISOString() ?? null, timeZone, rule, quorum },
    agenda,
    whole: standingOf(figured, null),
    boards: BOARDS.map((board) => ({
      ...boardReview(figured, board, boardNames(board), assessed),
      promisesBroken: toBoards.filter((one) => one.board === board).map(({ board: _, ...one }) => one),
    })),
    ...overQuarters(db, { until: window.quarter, at: new Date(window.until - 1) }),
    heard: heardIn(db, networks, window, plan.now),
    views: viewsIn(db, review.id, namesOf),
    decisions: decidedIn(db, review.id, networks),
    lookedAtAgain: lookedAtAgain(db, review),
    seats: seatsAt(db, review.id, namesOf),
    next: dueNext(figured),
    network: networkIn(db, networks),
  };
}

function boardNames(board: (typeof BOARDS)[number]): Names {
  return Object.fromEntries(LANGUAGES.map((one) => [one, wordsOf(i18nFor(one)).board(board)])) as Names;
}
