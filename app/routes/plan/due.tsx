import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf } from "~/domain.ts";
import { DueLines } from "~/features/home/overview/components/overview-lists.tsx";
import { DUE_SHOWN, dueActions } from "~/features/plan/actions/due.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { quarterOf } from "~/lib/quarter.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import { Select } from "~/ui/select.tsx";

const A_PAGE = 25;

export const loader = forViewer(({ db, url, language, at, i18n }) => {
  const [show, asked] = [url.searchParams.get("show"), url.searchParams.get("board")];
  const shown = isOneOf(DUE_SHOWN, show) ? show : "both";
  const board = isOneOf(BOARDS, asked) ? asked : null;
  const read = (page: number) =>
    dueActions(db, { language, now: quarterOf(at), shown, board }, { limit: A_PAGE, offset: (page - 1) * A_PAGE });
  const wanted = pageFrom(url.searchParams);
  const first = read(wanted);
  const pages = Math.max(1, Math.ceil(first.total / A_PAGE));
  const page = Math.min(wanted, pages);
  const due = page === wanted ? first : read(page);
  return { shown, board, page, pages, total: due.total, due: due.rows, title: i18n._(msg`Late or due`) };
});

export const meta = titled;

/** The actions behind the figures "late" and "due this quarter" of the overview and the boards. */
export default function DuePage() {
  const { shown, board, page, pages, total, due } = useLoaderData<typeof loader>();
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <main id="content" className="page narrow">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Late or due</Trans>
          </h1>
          <p>
            <Trans>Open actions whose due quarter has passed, and those that are due in this quarter.</Trans>{" "}
            <Link to="/progress#late">
              <Trans>How this is counted</Trans>
            </Link>
          </p>
        </div>
      </header>
      <Form className="buttons filter-one" key={`${board} ${shown}`}>
        <Field name="show" label={<Trans>Actions</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={shown}
              options={[
                ["both", t`Late or due this quarter`],
                ["late", t`Late`],
                ["now", t`Due this quarter`],
              ]}
            />
          )}
        </Field>
        <Field name="board" label={<Trans>Board</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={board ?? ""}
              options={[["", t`All boards`], ...BOARDS.map((one) => [one, labels.board(one)] as const)]}
            />
          )}
        </Field>
        <button className="button">
          <Trans>Show</Trans>
        </button>
      </Form>
      <section className="section">
        <h2>
          <Plural value={total} one="# action" other="# actions" />
        </h2>
        {total === 0 ? (
          <p className="empty">
            <Trans>Nothing is late or due here.</Trans>
          </p>
        ) : (
          <DueLines due={due} />
        )}
        <Pages page={page} pages={pages} />
      </section>
    </main>
  );
}
