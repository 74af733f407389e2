import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { BOARDS } from "~/domain.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import { mayAnswerOn, maySuggest } from "~/features/core/policy.ts";
import { Drafts } from "~/features/suggestions/components/drafts.tsx";
import { ListFilters } from "~/features/suggestions/components/list-filters.tsx";
import { SuggestionRows } from "~/features/suggestions/components/suggestion-rows.tsx";
import { draftsOf, draftTitle } from "~/features/suggestions/drafts.server.ts";
import { listSuggestions, readListFilters } from "~/features/suggestions/list.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer((visit) => {
  const { db, viewer, networks, language, url, at, i18n } = visit;
  const { page: _, ...filters } = readListFilters(url.searchParams);
  return {
    ...listSuggestions(db, visit, readListFilters(url.searchParams)),
    filters,
    now: +at,
    viewerId: viewer.id,
    networks: networkOptions(networks, language, [filters.network]).filter(
      ({ kind }) => kind === "national" || kind === "continental",
    ),
    drafts: filters.mine
      ? draftsOf(db, viewer).map((draft) => ({ id: draft.id, title: draftTitle(draft), at: +draft.updatedAt }))
      : [],
    may: { suggest: maySuggest(viewer), answer: BOARDS.some((board) => mayAnswerOn(viewer, board)) },
    title: i18n._(msg`Suggestions`),
  };
});

export const meta = titled;

/** All that members suggest, or one's own with what became of each. */
export default function SuggestionsPage() {
  const { total, page, pages, suggestions, filters, networks, drafts, may, now, viewerId } =
    useLoaderData<typeof loader>();
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <main id="content" className="page">
      <header className="page-head">
        <div>
          <h1>{filters.mine ? <Trans>My suggestions</Trans> : <Trans>Suggestions</Trans>}</h1>
          <p>
            {filters.mine ? (
              <Trans>What you suggested or support, and what became of it.</Trans>
            ) : (
              <Plural value={total} one="# suggestion" other="# suggestions" />
            )}
          </p>
        </div>
        <p className="buttons">
          {may.answer && (
            <Link className="button" to="/suggestions/inbox">
              <Trans>Inbox</Trans>
            </Link>
          )}
          <Link className="button quiet" to="/networks/voice">
            <Trans>Who is heard</Trans>
          </Link>
          {may.suggest && (
            <Link className="button solid" to="/suggestions/new">
              <Trans>Suggest</Trans>
            </Link>
          )}
        </p>
      </header>
      <ListFilters key={JSON.stringify(filters)} filters={filters} networks={networks} />
      <Drafts drafts={drafts} />
      {suggestions.length > 0 ? (
        <SuggestionRows suggestions={suggestions} now={now} viewerId={viewerId} />
      ) : (
        <p className="empty">
          {narrowed ? <Trans>Nothing under these filters.</Trans> : <Trans>Nobody has suggested anything yet.</Trans>}{" "}
          {!narrowed && may.suggest && (
            <Trans>Open an action and choose “Suggest a change”, or suggest a new one.</Trans>
          )}
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}
