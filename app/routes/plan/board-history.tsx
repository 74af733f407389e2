import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf } from "~/domain.ts";
import { HistoryPage } from "~/features/core/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";
import { labelsOf, useLabels } from "~/ui/labels.ts";

export const loader = forViewer((visit) => {
  const { board } = visit.params;
  if (!isOneOf(BOARDS, board)) return notFound(visit);
  const filters = readHistoryFilters(visit.url.searchParams);
  const history = readHistory(visit.db, { board }, filters, visit.language);
  return { board, history, filters, title: labelsOf(visit.i18n).board(board) };
});

export const meta = titled;

export default function BoardHistoryPage() {
  const { board, history, filters } = useLoaderData<typeof loader>();
  const name = useLabels().board(board);
  return (
    <HistoryPage
      history={history}
      filters={filters}
      board={board}
      crumb={<Link to={`/boards/${board}`}>{name}</Link>}
      heading={<Trans>History of the board</Trans>}
      beside={
        <Link className="button quiet" to={`/plan/compare?board=${board}`}>
          <Trans>What changed between two days</Trans>
        </Link>
      }
    />
  );
}
