import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/features/core/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { findAction, readingOf } from "~/features/plan/actions/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer, notFound } from "~/http/visit.server.ts";

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const action = findAction(db, visit.params.ref ?? "") ?? notFound(visit);
  const { ref, board, id, texts, sourceLanguage } = action;
  const filters = readHistoryFilters(visit.url.searchParams);
  const name = readingOf(texts, language, sourceLanguage).title;
  return {
    ref,
    board,
    name,
    filters,
    history: readHistory(db, { actionId: id }, filters, language),
    title: `${ref} ${name}`,
  };
});

export const meta = titled;

export default function ActionHistoryPage() {
  const { ref, board, name, history, filters } = useLoaderData<typeof loader>();
  return (
    <HistoryPage
      history={history}
      filters={filters}
      board={board}
      withAction={false}
      crumb={
        <Link to={`/actions/${ref}`}>
          {ref} {name}
        </Link>
      }
      heading={<Trans>History of {ref}</Trans>}
    />
  );
}
