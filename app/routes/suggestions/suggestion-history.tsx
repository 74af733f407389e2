import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/features/core/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { findSuggestion } from "~/features/suggestions/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const { row } = findSuggestion(db, Number(visit.params.id)) ?? notFound(visit);
  const filters = readHistoryFilters(visit.url.searchParams);
  return {
    id: row.id,
    board: row.board,
    name: row.title,
    filters,
    history: readHistory(db, { suggestionId: row.id }, filters, language),
    title: `${suggestionName(row.id)} ${row.title}`,
  };
});

export const meta = titled;

export default function SuggestionHistoryPage() {
  const { id, board, name, history, filters } = useLoaderData<typeof loader>();
  const number = suggestionName(id);
  return (
    <HistoryPage
      history={history}
      filters={filters}
      board={board}
      withAction={false}
      withSuggestion={false}
      crumb={
        <Link to={`/suggestions/${id}`}>
          {number} {name}
        </Link>
      }
      heading={<Trans>History of {number}</Trans>}
    />
  );
}
