import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { BOARDS } from "~/domain.ts";
import { openReviewFor } from "~/features/committee/reviews/open-review.server.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import { mayAnswerOn, mayWorkOnBoard } from "~/features/core/policy.ts";
import { owedFigures } from "~/features/home/my/queries.server.ts";
import { BoardsAtAGlance } from "~/features/home/overview/components/boards-at-a-glance.tsx";
import { InboxLine } from "~/features/home/overview/components/inbox-line.tsx";
import { DueList, MovedList, WaitingList } from "~/features/home/overview/components/overview-lists.tsx";
import { ReviewLine } from "~/features/home/overview/components/review-line.tsx";
import { recentlyMoved, waitingFor } from "~/features/home/overview/overview.server.ts";
import { dueActions } from "~/features/plan/actions/due.server.ts";
import { summaries } from "~/features/plan/boards/queries.server.ts";
import { planVersion } from "~/features/plan/boards/version.server.ts";
import { WithoutCheckInLine } from "~/features/plan/key-results/components/without-check-in-line.tsx";
import { countWithoutCheckIn } from "~/features/plan/key-results/without-check-in.server.ts";
import { ToLinkSection } from "~/features/plan/subsidiarity/components/to-link-list.tsx";
import { toBeLinked } from "~/features/plan/subsidiarity/queries.server.ts";
import { inboxFigures } from "~/features/suggestions/inbox.server.ts";
import { heldByEach, lyingAhead } from "~/features/tools/engine/ahead.server.ts";
import { AheadList } from "~/features/tools/engine/related/ahead-list.tsx";
import { ToolsOfBoards } from "~/features/tools/engine/related/tools-of-boards.tsx";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { useFormat } from "~/ui/format.ts";

const TO_LINK_AT_MOST = 5;
const LISTED = 8;

export const loader = forViewer((visit) => {
  const { db, viewer, networks, language, at } = visit;
  const now = quarterOf(at);
  const version = planVersion(db);
  const { boards, progress } = summaries(db, now);
  return {
    version,
    now,
    at: +at,
    progress,
    boards: BOARDS.map((board) => ({ board, ...boards[board] })),
    moved: recentlyMoved(db, language),
    due: dueActions(db, { language, now, shown: "both", board: null }, { limit: LISTED, offset: 0 }),
    waiting: waitingFor(db, viewer, networks, language, now, { limit: LISTED, offset: 0 }).rows,
    owed: owedFigures(db, visit),
    toLink: toBeLinked(db, visit, { mine: true, page: 1, aPage: TO_LINK_AT_MOST }),
    ahead: lyingAhead(db, language, at),
    held: heldByEach(db),
    role: viewer.role,
    review: openReviewFor(db, viewer),
    withoutCheckIn: BOARDS.some((board) => mayWorkOnBoard(viewer, board))
      ? countWithoutCheckIn(db, { viewer, networks, language, at })
      : null,
    inbox: BOARDS.some((board) => mayAnswerOn(viewer, board)) ? inboxFigures(db, viewer, at) : null,
  };
});

export const meta = titled;

/** How the plan stands: the four boards, what moved, what is late or due, what waits for the reader. */
export default function Overview() {
  const {
    version,
    now,
    at,
    boards,
    moved,
    due,
    waiting,
    owed,
    toLink,
    role,
    inbox,
    withoutCheckIn,
    progress,
    review,
    ahead,
    held,
  } = useLoaderData<typeof loader>();
  const format = useFormat();
  useLive({ since: version, board: null, paused: false });
  const sum = (pick: (board: (typeof boards)[number]) => number) =>
    boards.reduce((total, board) => total + pick(board), 0);
  const actions = sum((board) => board.promised);
  const done = sum((board) => board.counts.done);
  const late = sum((board) => board.late);
  const quarter = format.quarter(now);
  const share = format.percent(progress);
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>
            <Trans>The plan in {quarter}</Trans>
          </h1>
          <p>
            <Trans>
              <Plural value={actions} one="# action on four boards" other="# actions on four boards" />:{" "}
              <Plural value={done} one="# done" other="# done" />,{" "}
              <Link to="/due?show=late">
                <Plural value={late} one="# late" other="# late" />
              </Link>
              .
            </Trans>{" "}
            <Link to="/progress">
              <Trans>Progress of the plan: {share}</Trans>
            </Link>
          </p>
        </div>
        <Link className="button quiet" to="/plan/compare">
          <Trans>What changed between two days</Trans>
        </Link>
      </header>
      <BoardsAtAGlance boards={boards} />
      {inbox && <InboxLine {...inbox} />}
      {review && <ReviewLine review={review} now={at} />}
      {withoutCheckIn !== null && <WithoutCheckInLine count={withoutCheckIn} />}
      <div className="overview">
        <MovedList moved={moved} at={at} />
        <DueList due={due.rows} total={due.total} />
        <WaitingList owed={owed} actions={waiting} role={role} />
        <AheadList ahead={ahead} />
        <ToLinkSection toLink={toLink} />
        <ToolsOfBoards held={held} />
      </div>
    </main>
  );
}
