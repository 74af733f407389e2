import { asc, eq } from "drizzle-orm";
import { BOARDS, type Board, isOneOf, type Language } from "~/domain.ts";
import { personNameAt } from "~/features/core/history/names-then.server.ts";
import type { Network } from "~/features/core/network-tree.ts";
import {
  mayAlign,
  mayOpenReviews,
  mayPrepareReviews,
  maySeeMeetingLink,
  maySpeakForSeat,
  type Viewer,
} from "~/features/core/policy.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import { firstInstant, isQuarter, quarterAfter } from "~/lib/quarter.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { Database } from "~db/connection.ts";
import { keptWhileUnchanged } from "~db/memo.ts";
import { reviewAdditions } from "~db/schema/committee.ts";
import { people } from "~db/schema/people.ts";
import { FEW } from "./charts/progress-bands.ts";
import { type ReviewRow, reviewSteps } from "./figures.server.ts";
import { frozenOf } from "./frozen.server.ts";
import { forChart, paged, ROWS, shownAction, shownBoard } from "./shown.ts";
import type { ReviewSnapshot } from "./snapshot.ts";
import { hiddenViews } from "./views.server.ts";

interface Seen {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
  url: URL;
}

const kept = keptWhileUnchanged<ReviewSnapshot>(4);

/** What an open review shows, computed once a minute for all who look at it, unless something was written meanwhile. */
function liveSnapshot(
  db: Database,
  review: ReviewRow,
  networks: readonly Network[],
  at: Date,
): Promise<ReviewSnapshot> {
  return kept(db, `${review.id} ${Math.floor(+at / 60_000)}`, () => reviewSteps(db, review, networks, at));
}

/** The board that an address asks for alone; null for all four. */
export function boardOf(query: URLSearchParams): Board | null {
  const board = query.get("board");
  return isOneOf(BOARDS, board) ? board : null;
}

/**
 * A review as its page shows it: live while it is open; what was frozen, and nothing else of the plan, once it is closed.
 * A constant number of statements.
 */
export async function reviewScreen(db: Database, review: ReviewRow, seen: Seen) {
  const { viewer, networks, language, url } = seen;
  const frozen = review.state === "closed" ? frozenOf(db, review.id) : undefined;
  if (review.state === "closed" && !frozen) throw new Error(`What was frozen of review ${review.quarter} is gone.`);
  const snapshot = frozen?.snapshot ?? (await liveSnapshot(db, review, networks, seen.at));
  const { quarter, state, version } = review;
  const link = maySeeMeetingLink(viewer) ? review.link : "";
  const alone = boardOf(url.searchParams);
  const rows = alone ? ROWS.alone : ROWS.together;
  const pageOf = (list: string) => (alone ? pageFrom(url.searchParams, list) : 1);
  const shown = alone ? snapshot.boards.filter(({ board }) => board === alone) : snapshot.boards;
  return {
    quarter,
    state,
    link,
    version,
    alone,
    at: snapshot.at,
    over: snapshot.at === snapshot.to,
    edges: edgesOf(snapshot),
    meeting: snapshot.meeting,
    agenda: snapshot.agenda,
    closedAt: review.closedAt ? +review.closedAt : null,
    whole: snapshot.whole,
    glance: snapshot.boards.map(({ board, progress, progressThen, counts, attention, commitment }) => ({
      board,
      progress,
      progressThen,
      counts,
      commitment,
      attention: attention.length,
    })),
    boards: shown.map((board) => shownBoard(board, language, { rows, pageOf })),
    charts: alone
      ? null
      : {
          flow: snapshot.flow,
          dueAndDone: snapshot.dueAndDone,
          boards: forChart(snapshot.boards, language, FEW),
        },
    ...(alone ? { heard: [], decisions: [], again: [] } : aroundOf(snapshot, language)),
    views: viewsShown(snapshot, language, state === "open" ? hiddenViews(db, viewer, networks) : []),
    seats: seatsShown(db, snapshot, review, viewer, language),
    next: paged(snapshot.next, alone ? ROWS.alone : 10, 1, (one) => shownAction(one, language)),
    frozen: frozen ? { sha256: frozen.sha256, at: +frozen.at } : null,
    additions: frozen ? additionsTo(db, review.id, language) : [],
    may: {
      prepare: state === "open" && mayPrepareReviews(viewer),
      close: state === "open" && mayOpenReviews(viewer),
      correct: state === "closed" && mayOpenReviews(viewer),
      align: alignable(db, viewer, networks),
    },
  };
}

/** Where the review begins or ends on another day than its quarter, since one was closed before its quarter had ended. */
function edgesOf({ quarter, from, to, at }: ReviewSnapshot) {
  if (!isQuarter(quarter)) throw new RangeError(`${quarter} is no quarter.`);
  return {
    /** When the review before was closed early; null where this one begins with its quarter. */
    from: Date.parse(from) < +firstInstant(quarter) ? Date.parse(from) : null,
    early: at < to,
    before: quarterAfter(quarter, -1),
    next: quarterAfter(quarter, 1),
    lastDay: Date.parse(to) - 1,
  };
}

/** The slug of the continental network whose view is the viewer's to write; null for none. 1 statement. */
function alignable(db: Database, viewer: Viewer, networks: readonly Network[]): string | null {
  if (viewer.role === "admin") return null;
  const seats = committeeSeats(db);
  return networks.find((network) => mayAlign(viewer, network, seats))?.slug ?? null;
}

function aroundOf(snapshot: ReviewSnapshot, language: Language) {
  return {
    heard: snapshot.heard
      .filter(({ kind, made }) => kind === "continental" || made > 0)
      .map(({ names, ...one }) => ({ ...one, name: names[language] })),
    decisions: snapshot.decisions.map((one) => ({
      id: one.id,
      state: one.state,
      text: one.text,
      dueOn: one.dueOn,
      doer: [one.doer.person, one.doer.network?.[language]].filter(Boolean).join(" · "),
      concerns: one.concerns.map(({ ref }) => ref),
      objections: one.stands.filter(({ stand }) => stand === "objection").length,
    })),
    again: snapshot.lookedAtAgain,
  };
}

/** Every continental network that there was, with whether its view is written: those that are missing are to be seen too. */
function viewsShown(snapshot: ReviewSnapshot, language: Language, hidden: readonly number[]) {
  const written = new Map(snapshot.views.map((view) => [view.networkId, view]));
  return [...snapshot.continents]
    .sort((a, b) => a.names[language].localeCompare(b.names[language], language))
    .map(({ id, slug, names }) => {
      const view = written.get(id);
      return {
        slug,
        name: names[language],
        written: Boolean(view && (view.progress || view.concerns || view.asks)),
        reported: Boolean(view?.report),
        hidden: hidden.includes(id),
        first: view && !hidden.includes(id) ? (view.asks || view.concerns || view.progress).slice(0, 280) : "",
        lang: view && view.language !== language ? view.language : null,
      };
    });
}

/** The committee with its signatures; while the review is open, with the viewer's own seats to sign for. 1 statement. */
function seatsShown(db: Database, snapshot: ReviewSnapshot, { state }: ReviewRow, viewer: Viewer, language: Language) {
  const now = new Map(state === "open" ? committeeSeats(db).map((seat) => [seat.id, seat]) : []);
  return snapshot.seats.map(({ id, holder, network, capacity, present, signedOff, changedSince }) => {
    const seat = id === null ? undefined : now.get(id);
    return {
      holder,
      capacity,
      present,
      signedOff,
      changedSince,
      network: network[language],
      mine: seat && maySpeakForSeat(viewer, seat) ? seat.id : null,
    };
  });
}

/** The corrections of a closed review, the oldest first. 1 statement. */
export function additionsTo(db: Database, reviewId: number, language: Language) {
  return db
    .select({ row: reviewAdditions, by: personNameAt(reviewAdditions.authorId, reviewAdditions.at) })
    .from(reviewAdditions)
    .where(eq(reviewAdditions.reviewId, reviewId))
    .orderBy(asc(reviewAdditions.id))
    .all()
    .map(({ row: { id, text, language: written, at }, by }) => ({
      id,
      text,
      by: by ?? "",
      at: +at,
      lang: written === language ? null : written,
    }));
}

/** Who closed a review, and when; null while it is open. 1 statement. */
export function closedBy(db: Database, { state, closedAt, closedById }: ReviewRow): { by: string; at: number } | null {
  if (state !== "closed" || !closedAt || !closedById) return null;
  const name = personNameAt(people.id, +closedAt);
  const person = db.select({ name }).from(people).where(eq(people.id, closedById)).get();
  return { by: person?.name ?? "INSP!R", at: +closedAt };
}

export type ReviewScreen = Awaited<ReturnType<typeof reviewScreen>>;
