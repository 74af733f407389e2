import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { hiddenComments } from "~/features/committee/reviews/views.server.ts";
import { FoundList } from "~/features/core/search/components/found-list.tsx";
import { KindFilter } from "~/features/core/search/components/kind-filter.tsx";
import { SearchForm } from "~/features/core/search/components/search-form.tsx";
import { search } from "~/features/core/search/queries.server.ts";
import { readSearchText } from "~/features/core/search/schemas.ts";
import { changesPanelAlone } from "~/features/plan/panel/address.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer(({ db, viewer, networks, language, url, i18n }) => {
  const sought = readSearchText(url.searchParams);
  const title = sought.q ? i18n._(msg`Search: ${sought.q}`) : i18n._(msg`Search`);
  return {
    ...search(db, sought, language, hiddenComments(db, viewer, networks)),
    q: sought.q,
    kind: sought.kind,
    title,
  };
});

/** What is open beside the list changes nothing in it. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  return changesPanelAlone(asked) ? false : asked.defaultShouldRevalidate;
}

export const meta = titled;

/** Everything that the network has written into the plan, in one place. */
export default function SearchPage() {
  const { q, kind, found, counts, total, page, pages } = useLoaderData<typeof loader>();
  const any = Object.values(counts).some(Boolean);
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Search</Trans>
      </h1>
      <SearchForm q={q} kind={kind} />
      {any && <KindFilter q={q} kind={kind} counts={counts} />}
      {total > 0 && <FoundList found={found} />}
      {q && total === 0 && <NothingFound q={q} elsewhere={any} />}
      {!q && <WhatCanBeFound />}
      <Pages page={page} pages={pages} />
    </main>
  );
}

function NothingFound({ q, elsewhere }: { q: string; elsewhere: boolean }) {
  return (
    <div className="empty" role="status">
      <p>
        {elsewhere ? (
          <Trans>Nothing of this kind is found under “{q}”. Look at everything that was found.</Trans>
        ) : (
          <Trans>Nothing is found under “{q}”.</Trans>
        )}
      </p>
      {!elsewhere && (
        <ul>
          <li>
            <Trans>Try fewer words, or the beginning of a word: all of them must occur together.</Trans>
          </li>
          <li>
            <Trans>Try the word in another language: a text is found in the language in which it was written.</Trans>
          </li>
          <li>
            <Trans>
              Open a board and filter it by <Link to="/">level, network or quarter</Link>.
            </Trans>
          </li>
        </ul>
      )}
    </div>
  );
}

function WhatCanBeFound() {
  return (
    <div className="empty">
      <p>
        <Trans>What can be found:</Trans>
      </p>
      <ul>
        <li>
          <Trans>actions, by what they say in any language and by their reference</Trans>
        </li>
        <li>
          <Trans>results: what actions achieved, why they stopped, what they are measured by</Trans>
        </li>
        <li>
          <Trans>suggestions, with their reasons and answers, and what people say about them</Trans>
        </li>
        <li>
          <Trans>decisions of the committee, and documents by their titles</Trans>
        </li>
        <li>
          <Trans>networks and member organisations, by their names</Trans>
        </li>
      </ul>
    </div>
  );
}
