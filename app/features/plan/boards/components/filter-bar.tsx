import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ACTION_KINDS, BOARDS, LEVELS, PRIORITIES } from "~/domain.ts";
import { withoutFilter } from "~/features/plan/boards/addresses.ts";
import {
  type BoardState,
  COLUMNS,
  CONDITIONS,
  type Condition,
  FILTERS,
  fieldsOfView,
  type ListFilter,
} from "~/features/plan/boards/filters.ts";
import type { BoardScope } from "~/features/plan/boards/scope.ts";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { indented, type Option } from "~/ui/select.tsx";

export interface NetworkChoice {
  slug: string;
  name: string;
  depth: number;
}

export interface FilterBarProps {
  scope: BoardScope;
  state: BoardState;
  networks: NetworkChoice[];
  quarters: string[];
  /** Those who are responsible for something on the board. */
  people: readonly Option[];
  labels: string[];
}

/** The values that are filtered by, each with the link that takes it away. */
export function ActiveFilters(props: FilterBarProps) {
  const { state } = props;
  const { q } = state;
  const { t } = useLingui();
  const [query] = useSearchParams();
  const choices = useFilterChoices(props);
  const textOf = (name: ListFilter, value: string) => {
    const chosen = choices[name].options.find(([one]) => one === value);
    return chosen?.[1].trim() ?? value;
  };
  const active: [name: string, value: string, text: string][] = FILTERS.flatMap((name) =>
    state[name].map((value): [string, string, string] => [name, value, textOf(name, value)]),
  );
  if (state.mine) active.push(["mine", query.get("mine") ?? "", t`Mine`]);
  if (q) active.push(["q", query.get("q") ?? "", t`“${q}”`]);
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label={t`Filters that are on`}>
      {active.map(([name, value, text]) => (
        <li key={`${name} ${value}`}>
          <Link
            className="chip"
            to={withoutFilter(query, name, value)}
            aria-label={t`Remove filter ${text}`}
            preventScrollReset
            data-on
          >
            {text} <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="button quiet" to={`?${new URLSearchParams(fieldsOfView(query))}`} preventScrollReset>
          <Trans>Show everything</Trans>
        </Link>
      </li>
    </ul>
  );
}

type Choices = Record<ListFilter, { label: string; options: readonly Option[] }>;

/** What each filter is called and what it offers. */
function useFilterChoices({ scope, networks, quarters, people, labels }: FilterBarProps): Choices {
  const { t } = useLingui();
  const domainLabels = useLabels();
  const format = useFormat();
  const conditions: Record<Condition, string> = {
    late: t`Late`,
    "due-now": t`Due this quarter`,
    "no-quarter": t`Without a due quarter`,
    "no-check-in": t`Without a recent check-in`,
  };
  return {
    board: {
      label: t`Board`,
      options: scope === "plan" ? BOARDS.map((one) => [one, domainLabels.boardShort(one)]) : [],
    },
    is: { label: t`Needs attention`, options: CONDITIONS.map((one) => [one, conditions[one]]) },
    stage: { label: t`Stage`, options: COLUMNS.map((one) => [one, domainLabels.stage(one)]) },
    priority: { label: t`Priority`, options: PRIORITIES.map((one) => [one, domainLabels.priority(one)]) },
    level: { label: t`Level`, options: LEVELS.map((one) => [one, domainLabels.level(one)]) },
    kind: { label: t`Kind`, options: ACTION_KINDS.map((one) => [one, domainLabels.actionKind(one)]) },
    quarter: { label: t`Due`, options: quarters.map((one) => [one, format.quarter(one)]) },
    network: {
      label: t`Network`,
      options: networks.map(({ slug, name, depth }) => [slug, indented(depth, name)]),
    },
    responsible: { label: t`Responsible`, options: people },
    label: { label: t`Label`, options: labels.map((one) => [one, one]) },
  };
}

/** The filters, as a plain form whose answer is a URL; with JavaScript the menu around it asks for each choice at once. */
export function FilterForm(props: FilterBarProps) {
  const { state, scope } = props;
  const { t } = useLingui();
  const choices = useFilterChoices(props);
  const [query] = useSearchParams();
  const findHere = scope === "plan" ? t`Find in the plan` : t`Find in this board`;
  const first = useRef<HTMLDivElement>(null);
  // What the URL says is what the fields show, after going back too, and whoever is choosing stays where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for each new state that the fields are set anew.
  useEffect(() => first.current?.closest("form")?.reset(), [state]);
  return (
    <Form className="filters" role="search" aria-label={t`Filters`}>
      <QueryFields query={fieldsOfView(query)} />
      <QueryFields query={state.open.map((stage) => ["open", stage] as const)} />
      <div ref={first} className="find">
        <input
          className="chip"
          type="search"
          name="q"
          defaultValue={state.q}
          placeholder={findHere}
          aria-label={findHere}
          data-on={Boolean(state.q) || undefined}
        />
        <label className="chip" data-on={state.mine || undefined}>
          <input type="checkbox" name="mine" value="1" defaultChecked={state.mine} />
          <Trans>Mine</Trans>
        </label>
        <button className="button">
          <Trans>Apply filters</Trans>
        </button>
      </div>
      {FILTERS.map((name) => {
        const { label, options } = choices[name];
        // A filter that could find nothing is not offered.
        return (
          options.length > 0 && <FilterValues key={name} name={name} label={label} options={options} on={state[name]} />
        );
      })}
    </Form>
  );
}

interface FilterValuesProps {
  name: ListFilter;
  label: string;
  options: readonly Option[];
  on: readonly string[];
}

/** The values of one filter, any number of which may be chosen. */
function FilterValues({ name, label, options, on }: FilterValuesProps) {
  return (
    <fieldset className="filter-values">
      <legend>{label}</legend>
      <div>
        {options.map(([value, text]) => (
          <label key={value} data-on={on.includes(value) || undefined}>
            <input type="checkbox" name={name} value={value} defaultChecked={on.includes(value)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * The form's query string without its empty fields, so that an address says only what is chosen. How the board is looked at is as
 * the address has it: after a press on another view or grouping it changes a moment before the form does.
 */
export function filledIn(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter((entry): entry is [string, string] => Boolean(entry[1]));
  const chosen = new URLSearchParams(filled);
  for (const [name] of fieldsOfView(chosen)) chosen.delete(name);
  return new URLSearchParams([...fieldsOfView(new URLSearchParams(location.search)), ...chosen]).toString();
}
