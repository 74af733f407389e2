import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { ACTION_KINDS, LEVELS, PRIORITIES } from "~/domain.ts";
import type { FilterName } from "~/features/plan/actions/fields.ts";
import { type BoardState, FILTERS, fieldsOfView, withoutFilter } from "~/features/plan/boards/filters.ts";
import { Chip, type ChipProps } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { indented } from "~/ui/select.tsx";

export interface NetworkChoice {
  slug: string;
  name: string;
  depth: number;
}

export interface FilterBarProps {
  state: BoardState;
  networks: NetworkChoice[];
  quarters: string[];
  /** Those who are responsible for something on the board. */
  people: ChipProps["options"];
  labels: string[];
}

/** The filters that are on, each with the link that takes it away. */
export function ActiveFilters(props: FilterBarProps) {
  const { state } = props;
  const { q } = state;
  const { t } = useLingui();
  const [query] = useSearchParams();
  const choices = useFilterChoices(props);
  const textOf = (name: FilterName) =>
    choices[name][1].find(([value]) => value === String(state[name]))?.[1].trim() ?? String(state[name]);
  const active: [name: string, text: string][] = FILTERS.flatMap((name) => (state[name] ? [[name, textOf(name)]] : []));
  if (state.mine) active.push(["mine", t`Mine`]);
  if (q) active.push(["q", t`“${q}”`]);
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label={t`Filters that are on`}>
      {active.map(([name, text]) => (
        <li key={name}>
          <Link
            className="chip"
            to={withoutFilter(query, name)}
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

type Choices = Record<FilterName, [label: string, options: ChipProps["options"]]>;

/** What each filter is called and what it offers. */
function useFilterChoices({ networks, quarters, people, labels }: FilterBarProps): Choices {
  const { t } = useLingui();
  const domainLabels = useLabels();
  const format = useFormat();
  return {
    level: [t`Level`, LEVELS.map((one) => [one, domainLabels.level(one)])],
    network: [t`Network`, networks.map(({ slug, name, depth }) => [slug, indented(depth, name)])],
    priority: [t`Priority`, PRIORITIES.map((one) => [one, domainLabels.priority(one)])],
    kind: [t`Kind`, ACTION_KINDS.map((one) => [one, domainLabels.actionKind(one)])],
    label: [t`Label`, labels.map((one) => [one, one])],
    responsible: [t`Responsible`, people],
    quarter: [t`Due`, quarters.map((one) => [one, format.quarter(one)])],
  };
}

/** The filters, as a plain form whose answer is a URL; with JavaScript the menu around it asks for each choice at once. */
export function FilterForm(props: FilterBarProps) {
  const { state } = props;
  const { t } = useLingui();
  const choices = useFilterChoices(props);
  const [query] = useSearchParams();
  const kept = fieldsOfView(query);
  return (
    <Form
      // What the URL says is what the controls show, after going back too.
      key={JSON.stringify(state)}
      className="filters"
      role="search"
      aria-label={t`Filters`}
    >
      <QueryFields query={kept} />
      <QueryFields query={state.open.map((stage) => ["open", stage] as const)} />
      {FILTERS.map((name) => {
        const [label, options] = choices[name];
        // A filter that could find nothing is not offered.
        return (
          (options.length > 0 || state[name]) && (
            <Chip key={name} name={name} label={label} options={options} value={state[name]} />
          )
        );
      })}
      <label className="chip" data-on={state.mine || undefined}>
        <input type="checkbox" name="mine" value="1" defaultChecked={state.mine} />
        <Trans>Mine</Trans>
      </label>
      <div className="find">
        <input
          className="chip"
          type="search"
          name="q"
          defaultValue={state.q}
          placeholder={t`Find in this board`}
          aria-label={t`Find in this board`}
          data-on={Boolean(state.q) || undefined}
        />
        <button className="button">
          <Trans>Apply filters</Trans>
        </button>
      </div>
    </Form>
  );
}
