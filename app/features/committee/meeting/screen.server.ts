import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { committeeAt, type SeatAt } from "~/features/committee/decisions/committee.server.ts";
import { lookedAtAgain, lookedAtUntil } from "~/features/committee/decisions/decided.server.ts";
import { decisionRows } from "~/features/committee/decisions/list.server.ts";
import { seatShown } from "~/features/committee/decisions/screen.server.ts";
import { type Network, namedInTreeOrder } from "~/features/core/network-tree.ts";
import {
  mayPrepareReviews,
  mayReadView,
  maySeeMeetingLink,
  maySitInReview,
  maySpeakForSeat,
  type Viewer,
} from "~/features/core/policy.ts";
import { foreign } from "~/i18n/languages.ts";
import type { Database } from "~db/connection.ts";
import { alignments, decisions, type reviews, signOffs } from "~db/schema/committee.ts";
import type { AgendaItem } from "~db/stored/agenda.ts";
import { boardItem } from "./board-item.server.ts";

interface ScreenContext {
  viewer: Viewer;
  networks: readonly Network[];
  language: Language;
  at: Date;
}

type Review = typeof reviews.$inferSelect;

/** So many decisions of a review are shown in the meeting; `/decisions` pages through all. */
const DECISIONS_AT_MOST = 60;

/** All that the meeting's page shows: one item of the agenda, and who is there. 6 statements at most. */
export function meetingScreen(
  db: Database,
  review: Review,
  asked: ScreenContext,
  wanted: { item: number | null; page: number },
) {
  const { viewer, networks, language } = asked;
  const committee = committeeAt(db, networks, review.id);
  const last = Math.max(0, review.agenda.length - 1);
  const atItem = Math.min(review.atItem, last);
  const shown = wanted.item === null ? atItem : Math.min(wanted.item - 1, last);
  const open = review.state === "open";
  const item = review.agenda[shown];
  return {
    review: {
      id: review.id,
      quarter: review.quarter,
      open,
      quorum: review.quorum,
      link: maySeeMeetingLink(viewer) ? review.link : "",
      meetingAt: review.meetingAt && +review.meetingAt,
      timeZone: review.timeZone,
    },
    agenda: review.agenda.map((one, index) => ({ number: index + 1, ...one })),
    shown,
    atItem,
    following: wanted.item === null || shown === atItem,
    item: item ? itemShown(db, review, item, committee, asked, wanted.page) : null,
    seats: committee.map((seat) => ({ ...seatShown(seat, language), mine: maySpeakForSeat(viewer, seat) })),
    may: { sit: open && maySitInReview(viewer, committee), lead: open && mayPrepareReviews(viewer) },
  };
}

export type MeetingScreen = ReturnType<typeof meetingScreen>;

function itemShown(
  db: Database,
  review: Review,
  item: AgendaItem,
  committee: SeatAt[],
  asked: ScreenContext,
  page: number,
) {
  const { language, at } = asked;
  switch (item.kind) {
    case "board":
      return {
        kind: item.kind,
        board: item.board,
        ...boardItem(db, review, item.board, { language, at, page }),
        decisions: decisionsOf(db, review.id, language, item.board),
      };
    case "decisions":
      return { kind: item.kind, decisions: decisionsOf(db, review.id, language) };
    case "look-again":
      return { kind: item.kind, ...toLookAt(db, review, language, at) };
    case "alignment":
      return { kind: item.kind, views: viewsOf(db, review, committee, asked) };
    case "sign-off": {
      const signed = db.select().from(signOffs).where(eq(signOffs.reviewId, review.id)).all();
      return { kind: item.kind, signed: signed.map(({ seatId }) => seatId) };
    }
    case "point":
      return { kind: item.kind, decisions: decisionsOf(db, review.id, language) };
  }
}

export type ShownItem = NonNullable<ReturnType<typeof itemShown>>;

/** The decisions of a review, the newest first; on a board, those that concern an action of it. */
function decisionsOf(db: Database, reviewId: number, language: Language, board?: Board) {
  const onBoard =
    board &&
    sql`exists (select 1 from decision_concerns as c join actions as a on a.id = c.action_id
      where c.decision_id = ${decisions}.id and a.board = ${board})`;
  return decisionRows(
    db,
    and(eq(decisions.reviewId, reviewId), onBoard),
    [sql`${decisions.state} = 'proposed' desc`, sql`${decisions.id} desc`],
    language,
    { limit: DECISIONS_AT_MOST, offset: 0 },
  );
}

function toLookAt(db: Database, review: Review, language: Language, at: Date) {
  const again = lookedAtAgain(db, review, at).slice(0, DECISIONS_AT_MOST);
  const ids = again.map(({ id }) => id);
  const rows =
    ids.length > 0
      ? decisionRows(db, inArray(decisions.id, ids), [asc(decisions.lookAgainOn)], language, {
          limit: DECISIONS_AT_MOST,
          offset: 0,
        })
      : [];
  const until = lookedAtUntil(review, at);
  const outcomes = again.flatMap(({ id, outcome }) => (outcome ? [{ id, what: outcome.what }] : []));
  // Looks were once recorded as edits, which left another day behind, or none.
  const looked = rows.flatMap(({ id, lookAgainOn }) =>
    outcomes.some((one) => one.id === id) || !lookAgainOn || lookAgainOn > until ? id : [],
  );
  return { decisions: rows, looked, outcomes };
}

/** The views of the continental networks, as far as this viewer reads them. 1 statement. */
function viewsOf(db: Database, review: Review, committee: SeatAt[], { viewer, networks, language }: ScreenContext) {
  const written = db.select().from(alignments).where(eq(alignments.reviewId, review.id)).all();
  const reads = (network: Network) => mayReadView(viewer, network, review, committee);
  const continental = networks.filter((network) => network.kind === "continental" && reads(network));
  return namedInTreeOrder(networks, language)
    .filter(({ id }) => continental.some((network) => network.id === id))
    .map(({ id, slug, name }) => {
      const view = written.find(({ networkId }) => networkId === id);
      return {
        id,
        slug,
        name,
        lang: view ? foreign(view.language, language) : null,
        view: view ? { progress: view.progress, concerns: view.concerns, asks: view.asks } : null,
      };
    });
}
