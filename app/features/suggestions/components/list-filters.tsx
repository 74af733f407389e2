import { Trans, useLingui } from "@lingui/react/macro";
import { Form, Link, useSubmit } from "@remix-run/react";
import { indented } from "~/ui/select.tsx";
import { useWords } from "~/ui/words.ts";
import { BOARDS, SUGGESTION_STATES } from "~/words.ts";
import type { ListFilters as Filters } from "../list.server.ts";

interface ListFiltersProps {
  filters: Omit<Filters, "page">;
  networks: { slug: string; name: string; depth: number }[];
}

/** What the list is narrowed to: it works at once with a script, and with its button without. */
export function ListFilters({ filters, networks }: ListFiltersProps) {
  const { t } = useLingui();
  const words = useWords();
  const submit = useSubmit();
  const { board, network, state, q, mine } = filters;
  return (
    <Form className="filters" role="search" aria-label={t`Filters`}>
      <input className="chip" type="search" name="q" placeholder={t`Search`} aria-label={t`Search`} defaultValue={q} />
      <select
        className="chip"
        name="board"
        aria-label={t`Board`}
        defaultValue={board ?? ""}
        data-on={board ? true : undefined}
        onChange={(event) => submit(event.currentTarget.form)}
      >
        <option value="">{t`All boards`}</option>
        {BOARDS.map((one) => (
          <option key={one} value={one}>
            {words.board(one)}
          </option>
        ))}
      </select>
      <select
        className="chip"
        name="network"
        aria-label={t`Origin`}
        defaultValue={network ?? ""}
        data-on={network ? true : undefined}
        onChange={(event) => submit(event.currentTarget.form)}
      >
        <option value="">{t`All origins`}</option>
        {networks.map(({ slug, name, depth }) => (
          <option key={slug} value={slug}>
            {indented(depth - 1, name)}
          </option>
        ))}
      </select>
      <select
        className="chip"
        name="state"
        aria-label={t`State`}
        defaultValue={state ?? ""}
        data-on={state ? true : undefined}
        onChange={(event) => submit(event.currentTarget.form)}
      >
        <option value="">{t`All states`}</option>
        <option value="open">{t`Waiting for an answer`}</option>
        <option value="answered">{t`Answered`}</option>
        {SUGGESTION_STATES.filter((one) => one !== "draft").map((one) => (
          <option key={one} value={one}>
            {words.suggestionState(one)}
          </option>
        ))}
      </select>
      <label className="chip" data-on={mine || undefined}>
        <input
          type="checkbox"
          name="mine"
          defaultChecked={mine}
          onChange={(event) => submit(event.currentTarget.form)}
        />
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
