import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { ToLinkLines } from "~/features/plan/subsidiarity/components/to-link-list.tsx";
import { toBeLinked } from "~/features/plan/subsidiarity/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";

const A_PAGE = 40;

export const loader = forViewer((visit) => {
  const page = Math.max(1, Number(visit.url.searchParams.get("page")) || 1);
  return {
    ...toBeLinked(visit.db, visit, { mine: false, page, aPage: A_PAGE }),
    title: visit.i18n._(TITLE),
  };
});

export const meta = titled;

const TITLE = msg`Actions still to be linked`;

/** International actions that are planned or beyond and name no network yet. */
export default function ToLinkPage() {
  const { total, actions, page, pages } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Actions still to be linked</Trans>
      </h1>
      <p className="lead">
        <Trans>
          International actions that do not say yet which national and continental networks they strengthen. They stay
          where they stand; a new one can be planned only once it names a network.
        </Trans>
      </p>
      <section className="section">
        {total === 0 ? (
          <p className="empty">
            <Trans>Every international action that is planned names a network that it strengthens.</Trans>
          </p>
        ) : (
          <ToLinkLines actions={actions} />
        )}
        <Pages page={page} pages={pages} />
      </section>
    </main>
  );
}
