import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSubmit } from "@remix-run/react";
import { BOARDS, SUGGESTION_STATES } from "~/domain.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import { indented } from "~/ui/select.tsx";
import type { ListFilters as Filters } from "../list.server.ts";

interface ListFiltersProps {
  filters: Omit<Filters, "page">;
  networks: { slug: string; name: string; depth: number }[];
}

/** What the list is narrowed to: it works at once with a script, and with its button without. */
export function ListFilters({ filters, networks }: ListFiltersProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const submit = useSubmit();
  const { board, network, state, q, mine } = filters;
  return (
    <Form
      className="filters"
      role="search"
      aria-label={t`Filters`}
      onChange={({ target, currentTarget }) => {
        if ((target as Partial<HTMLInputElement>).type !== "search") submit(currentTarget);
      }}
    >
      <input className="chip" type="search" name="q" placeholder={t`Search`} aria-label={t`Search`} defaultValue={q} />
      <Chip
        name="board"
        label={t`Board`}
        none={t`All boards`}
        value={board}
        options={BOARDS.map((one) => [one, labels.board(one)])}
      />
      <Chip
        name="network"
        label={t`Origin`}
        none={t`All origins`}
        value={network}
        options={networks.map(({ slug, name, depth }) => [slug, indented(depth - 1, name)])}
      />
      <Chip
        name="state"
        label={t`State`}
        none={t`All states`}
        value={state}
        options={[
          ["open", t`Waiting for an answer`],
          ["answered", t`Answered`],
          ...SUGGESTION_STATES.map((one) => [one, labels.suggestionState(one)] as const),
        ]}
      />
      <label className="chip" data-on={mine || undefined}>
        <input type="checkbox" name="mine" defaultChecked={mine} />
        <span>{t`Mine`}</span>
      </label>
      <button className="button">
        <Trans>Filter</Trans>
      </button>
      {(board || network || state || q || mine) && (
        <Link className="button quiet" to="/suggestions">
          <Trans>Clear</Trans>
        </Link>
      )}
    </Form>
  );
}
