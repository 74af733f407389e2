import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams, useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Board } from "~/domain.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { indented } from "~/ui/select.tsx";
import type { InboxFilters } from "../inbox.server.ts";

interface InboxFilterBarProps {
  filters: Omit<InboxFilters, "page">;
  counts: Record<InboxFilters["show"], number>;
  boards: Board[];
  networks: { slug: string; name: string; depth: number }[];
}

/** Where in the inbox one looks, by board and origin, and in what order. */
export function InboxFilterBar({ filters, counts, boards, networks }: InboxFilterBarProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const submit = useSubmit();
  const [query] = useSearchParams();
  const to = (show: string) => {
    const next = new URLSearchParams(query);
    for (const name of ["page", "done"]) next.delete(name);
    next.set("show", show);
    return `?${next}`;
  };
  return (
    <>
      <nav className="shows" aria-label={t`Parts of the inbox`}>
        {SHOWS.map(([show, name]) => (
          <Link key={show} to={to(show)} aria-current={filters.show === show ? "page" : undefined}>
            {name} <span className="soft">{counts[show]}</span>
          </Link>
        ))}
      </nav>
      <Form className="filters" role="search" aria-label={t`Filters`} onChange={(event) => submit(event.currentTarget)}>
        <QueryFields query={[["show", filters.show]]} />
        {boards.length > 1 && (
          <Chip
            name="board"
            label={t`Board`}
            none={t`All my boards`}
            value={filters.board}
            options={boards.map((one) => [one, labels.board(one)])}
          />
        )}
        <Chip
          name="network"
          label={t`Origin`}
          none={t`All origins`}
          value={filters.network}
          options={networks.map(({ slug, name, depth }) => [slug, indented(depth - 1, name)])}
        />
        <Chip
          name="due"
          label={t`Promise`}
          none={t`Any promise`}
          value={filters.due}
          options={[
            ["past", t`Past the promise`],
            ["near", t`Due within a week`],
          ]}
        />
        <select className="chip" name="order" aria-label={t`Order`} defaultValue={filters.order}>
          <option value="promise">{t`By promise`}</option>
          <option value="support">{t`By support`}</option>
          <option value="oldest">{t`Oldest first`}</option>
          <option value="newest">{t`Newest first`}</option>
        </select>
        <button className="button">
          <Trans>Filter</Trans>
        </button>
      </Form>
    </>
  );
}

const SHOWS: [InboxFilters["show"], ReactNode][] = [
  ["waiting", <Trans key="waiting">To answer</Trans>],
  ["written", <Trans key="written">Written, to publish</Trans>],
  ["asked", <Trans key="asked">With the author</Trans>],
  ["off", <Trans key="off">Until later</Trans>],
];
