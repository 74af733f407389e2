import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { HistoryPage } from "~/features/core/history/components/history-page.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { readIn } from "~/features/tools/engine/queries.server.ts";
import { forTool, requestedEntry } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";

export const loader = forTool((visit, register) => {
  const { db, language, url } = visit;
  const { row } = requestedEntry(visit, register);
  const filters = readHistoryFilters(url.searchParams);
  const { title, lang } = readIn(row.title, language);
  return {
    register: register.name,
    board: register.board,
    id: row.id,
    title,
    lang,
    filters,
    history: readHistory(db, { entryId: row.id }, filters, language),
  };
});

export const meta = titled;

export default function EntryHistoryPage() {
  const { register, board, id, title, lang, history, filters } = useLoaderData<typeof loader>();
  return (
    <HistoryPage
      history={history}
      filters={filters}
      board={board}
      withEntry={false}
      crumb={
        <Link to={`/${register}/${id}`} lang={lang ?? undefined}>
          {title}
        </Link>
      }
      heading={<Trans>History of the entry</Trans>}
    />
  );
}
