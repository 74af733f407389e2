import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import type { History, HistoryFilters } from "~/features/core/history/queries.server.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { Pages } from "~/ui/pages.tsx";
import { useEventKinds } from "./event-kinds.ts";
import { EventLine } from "./event-line.tsx";

interface HistoryPageProps {
  crumb: ReactNode;
  heading: ReactNode;
  /** Where else one would look, beside the heading. */
  beside?: ReactNode;
  history: History;
  filters: HistoryFilters;
  withAction?: boolean;
  withSuggestion?: boolean;
  withEntry?: boolean;
  board?: string;
}

/** The history of a board, an action or a network: newest first, by page, filtered by person and kind. */
export function HistoryPage({
  crumb,
  heading,
  beside,
  history,
  filters,
  withAction,
  withSuggestion = true,
  withEntry = true,
  board,
}: HistoryPageProps) {
  const { lines, total, actors, kinds } = history;
  const filtered = filters.by !== null || filters.kind !== null || Boolean(filters.event);
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">{crumb}</p>
      <header className="page-head">
        <div>
          <h1>{heading}</h1>
          <p>
            <Plural value={total} one="# event" other="# events" />
          </p>
        </div>
        {beside}
      </header>
      <Filters key={JSON.stringify(filters)} actors={actors} kinds={kinds} filters={filters} />
      {lines.length === 0 ? (
        <p className="empty">
          {filtered ? <Trans>Nothing under these filters.</Trans> : <Trans>Nothing has happened here yet.</Trans>}
        </p>
      ) : (
        <ol className="events">
          {lines.map((line) => (
            <EventLine
              key={line.id}
              line={line}
              withSuggestion={withSuggestion}
              withEntry={withEntry}
              withAction={withAction ?? true}
            />
          ))}
        </ol>
      )}
      <Pages page={history.page} pages={history.pages} />
    </main>
  );
}

function Filters({ actors, kinds, filters }: Pick<History, "actors" | "kinds"> & { filters: HistoryFilters }) {
  const { t } = useLingui();
  const submit = useSubmit();
  const kindName = useEventKinds();
  return (
    <Form className="filters" role="search" aria-label={t`Filters`} onChange={(event) => submit(event.currentTarget)}>
      <Chip
        name="by"
        label={t`Who`}
        none={t`Everyone`}
        value={filters.by}
        options={actors.map(({ id, name }) => [id, name ?? t`Geneva planning`])}
      />
      <Chip
        name="kind"
        label={t`What`}
        none={t`Everything`}
        value={filters.kind}
        options={kinds.map((kind) => [kind, kindName(kind)])}
      />
      <button className="button">
        <Trans>Filter</Trans>
      </button>
    </Form>
  );
}
