import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { ACTION_KINDS, LEVELS, PRIORITIES } from "~/domain.ts";
import type { FilterName } from "~/features/plan/actions/fields.ts";
import { activeFilters, type BoardState, FILTERS, fieldsOfView } from "~/features/plan/boards/filters.ts";
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

interface FilterBarProps {
  state: BoardState;
  networks: NetworkChoice[];
  quarters: string[];
  /** Those who are responsible for something on the board. */
  people: ChipProps["options"];
  labels: string[];
}

/** The filters, as a plain form whose answer is a URL; with JavaScript each choice is asked for at once. */
export function FilterBar({ state, networks, quarters, people, labels }: FilterBarProps) {
  const { t } = useLingui();
  const domainLabels = useLabels();
  const format = useFormat();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const kept = fieldsOfView(query);
  const active = activeFilters(state);
  const chips: Record<FilterName, [label: string, options: ChipProps["options"]]> = {
    level: [t`Level`, LEVELS.map((one) => [one, domainLabels.level(one)])],
    network: [t`Network`, networks.map(({ slug, name, depth }) => [slug, indented(depth, name)])],
    priority: [t`Priority`, PRIORITIES.map((one) => [one, domainLabels.priority(one)])],
    kind: [t`Kind`, ACTION_KINDS.map((one) => [one, domainLabels.actionKind(one)])],
    label: [t`Label`, labels.map((one) => [one, one])],
    responsible: [t`Responsible`, people],
    quarter: [t`Due`, quarters.map((one) => [one, format.quarter(one)])],
  };
  const apply = (form: HTMLFormElement) => navigate(`?${filledIn(form)}`, { preventScrollReset: true });
  return (
    <Form
      // What the URL says is what the controls show, after going back too.
      key={JSON.stringify(state)}
      className="filters swiped"
      role="search"
      aria-label={t`Filters`}
      onChange={({ target, currentTarget }) => {
        if ((target as Partial<HTMLInputElement>).type !== "search") apply(currentTarget);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      <QueryFields query={kept} />
      <QueryFields query={state.open.map((stage) => ["open", stage] as const)} />
      {FILTERS.map((name) => {
        const [label, options] = chips[name];
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
          <Trans>Filter</Trans>
        </button>
      </div>
      {active > 0 && (
        <Link className="button quiet" to={`?${new URLSearchParams(kept)}`} preventScrollReset>
          <Trans>Show everything</Trans>
        </Link>
      )}
    </Form>
  );
}

/**
 * The form's query string without its empty fields, so that an address says only what is chosen. How the board is looked at is as
 * the address has it: after a press on another view or grouping it changes a moment before the form does.
 */
function filledIn(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter((entry): entry is [string, string] => Boolean(entry[1]));
  const chosen = new URLSearchParams(filled);
  for (const [name] of fieldsOfView(chosen)) chosen.delete(name);
  return new URLSearchParams([...fieldsOfView(new URLSearchParams(location.search)), ...chosen]).toString();
}
