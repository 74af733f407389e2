import "~/i18n/work.client.ts";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { quarterOf } from "~/features/actions/quarter.ts";
import { BoardsAtAGlance } from "~/features/boards/components/boards-at-a-glance.tsx";
import { InboxLine } from "~/features/boards/components/inbox-line.tsx";
import { DueList, MovedList, WaitingList } from "~/features/boards/components/overview-lists.tsx";
import { ReviewLine } from "~/features/boards/components/review-line.tsx";
import { lateOrDue, movedLately, waitingFor } from "~/features/boards/overview.server.ts";
import { summaries } from "~/features/boards/queries.server.ts";
import { planVersion } from "~/features/boards/validator.server.ts";
import { StaleLine } from "~/features/key-results/components/stale-line.tsx";
import { staleCount } from "~/features/key-results/stale.server.ts";
import { useLive } from "~/features/live/use-live.ts";
import { mayAnswerOn, mayWorkOnBoard } from "~/features/policy.ts";
import { heldByEach, lyingAhead } from "~/features/registers/ahead.server.ts";
import { AheadList } from "~/features/registers/around/ahead-list.tsx";
import { ToolsOfBoards } from "~/features/registers/around/tools-of-boards.tsx";
import { openReviewFor } from "~/features/reviews/open-review.server.ts";
import { ToLinkSection } from "~/features/subsidiarity/components/to-link-list.tsx";
import { toBeLinked } from "~/features/subsidiarity/queries.server.ts";
import { inboxFigures } from "~/features/suggestions/inbox.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { useFormat } from "~/ui/format.ts";
import { BOARDS } from "~/words.ts";

const TO_LINK_AT_MOST = 5;

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
    moved: movedLately(db, language),
    due: lateOrDue(db, language, now),
    waiting: waitingFor(db, viewer, networks, language, now),
    toLink: toBeLinked(db, visit, { mine: true, page: 1, aPage: TO_LINK_AT_MOST }),
    ahead: lyingAhead(db, language, at),
    held: heldByEach(db),
    role: viewer.role,
    review: openReviewFor(db, viewer),
    stale: BOARDS.some((board) => mayWorkOnBoard(viewer, board))
      ? staleCount(db, { viewer, networks, language, at })
      : null,
    inbox: BOARDS.some((board) => mayAnswerOn(viewer, board)) ? inboxFigures(db, viewer, at) : null,
  };
});

export const meta = titled;

/** How the plan stands: the four boards, what moved, what is late or due, what waits for the reader. */
export default function Overview() {
  const { version, now, at, boards, moved, due, waiting, toLink, role, inbox, stale, progress, review, ahead, held } =
    useLoaderData<typeof loader>();
  const format = useFormat();
  useLive({ since: version, board: null, paused: false });
  const sum = (pick: (board: (typeof boards)[number]) => number) =>
    boards.reduce((total, board) => total + pick(board), 0);
  const actions = format.number(sum((board) => board.promised));
  const done = format.number(sum((board) => board.counts.done));
  const late = format.number(sum((board) => board.late));
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
              {actions} actions on four boards: {done} done, {late} late.
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
      {stale !== null && <StaleLine count={stale} />}
      <div className="overview">
        <MovedList moved={moved} at={at} />
        <DueList due={due} />
        <WaitingList waiting={waiting} role={role} />
        <AheadList ahead={ahead} />
        <ToLinkSection toLink={toLink} />
        <ToolsOfBoards held={held} />
      </div>
    </main>
  );
}
