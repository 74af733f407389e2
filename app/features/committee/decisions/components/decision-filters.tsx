import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSubmit } from "@remix-run/react";
import { DECISION_STATES } from "~/domain.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import type { DecisionFilters as Filters, Show } from "../list.server.ts";

interface DecisionFiltersProps {
  filters: Omit<Filters, "page">;
  counts: Record<Show, number>;
  choices: { reviews: string[]; doers: [string, string][] };
}

/** The parts of the list, and what narrows them. */
export function DecisionFilters({ filters, counts, choices }: DecisionFiltersProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const submit = useSubmit();
  const hydrated = useHydrated();
  const { show, ...narrowed } = filters;
  const kept = Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const to = (part: Show) => `?${new URLSearchParams([["show", part], ...kept])}`;
  const name: Record<Show, string> = {
    open: t`Not decided yet`,
    "to-do": t`To be carried out`,
    again: t`Due for another look`,
    all: t({ message: "All", context: "decisions" }),
  };
  return (
    <>
      <nav className="shows" aria-label={t`Decisions`}>
        {(Object.keys(name) as Show[]).map((part) => (
          <Link key={part} to={to(part)} aria-current={part === show ? "page" : undefined}>
            {name[part]} <span className="soft">{format.number(counts[part])}</span>
          </Link>
        ))}
      </nav>
      <Form className="filters" onChange={(event) => submit(event.currentTarget)}>
        <QueryFields query={[["show", show]]} />
        <Chip
          name="state"
          label={t({ message: "State", context: "decision" })}
          value={filters.state}
          options={DECISION_STATES.map((state) => [state, labels.decisionState(state)])}
        />
        <Chip
          name="review"
          label={t`Review`}
          value={filters.review}
          options={choices.reviews.map((quarter) => [quarter, format.quarter(quarter)])}
        />
        <Chip name="doer" label={t`Who does it`} value={filters.doer} options={choices.doers} />
        {!hydrated && (
          <button className="button">
            <Trans>Show</Trans>
          </button>
        )}
        {kept.length > 0 && (
          <Link className="button quiet" to={`?show=${show}`}>
            <Trans>Without filters</Trans>
          </Link>
        )}
      </Form>
    </>
  );
}
