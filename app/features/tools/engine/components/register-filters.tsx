import { useLingui as useLabels } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSubmit } from "@remix-run/react";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { indented } from "~/ui/select.tsx";
import { labelsFor } from "../all-labels.ts";
import type { Field } from "../field.ts";
import { labelledFields } from "../labelled.ts";
import { listedNetworks } from "../listed-networks.ts";
import type { listOf } from "../pages.server.ts";
import type { Register } from "../register.ts";

type List = ReturnType<typeof listOf>;

interface RegisterFiltersProps {
  register: Register;
  filters: List["filters"];
  networks: List["networks"];
  years: number[];
  /** What else the address says, which narrowing leaves as it is. */
  kept?: Record<string, string>;
}

/** What narrows a register's list: words, its own choices, a network with all below it, an action, a year. */
export function RegisterFilters({ register, filters, networks, years, kept = {} }: RegisterFiltersProps) {
  const { _, i18n } = useLabels();
  const labels = labelsFor(register);
  const { t } = useLingui();
  const submit = useSubmit();
  const hydrated = useHydrated();
  const { q, action, choices, named, network, year, past, removed } = filters;
  const narrowed = Boolean(q || action || network || year || Object.keys({ ...choices, ...named }).length > 0);
  return (
    <Form className="filters" onChange={(event) => submit(event.currentTarget)}>
      <QueryFields query={Object.entries({ ...kept, ...(past && { past: "1" }) })} />
      <input type="search" className="input" name="q" defaultValue={q} placeholder={t`Words`} aria-label={t`Words`} />
      <div className="filter-row">
        {labelledFields(register.fields, labels.fields).map(({ name, field, labels: { label, options } }) => {
          const choices = optionsOf(field);
          return (
            field.filter &&
            choices && (
              <Chip
                key={name}
                name={name}
                label={_(label)}
                value={filters.choices[name] ?? null}
                options={choices.map((one) => [one, options?.[one] ? _(options[one]) : nameOf(one)])}
              />
            )
          );
        })}
        {labelledFields(register.fields, labels.fields).map(
          ({ name, field, labels: { label } }) =>
            field.filter &&
            field.type === "networks" && (
              <Chip
                key={name}
                name={name}
                label={_(label)}
                value={filters.named[name] ?? null}
                options={listedNetworks(field, networks, i18n.locale as Language).map(({ slug, name: called }) => [
                  slug,
                  called,
                ])}
              />
            ),
        )}
        <Chip
          name="network"
          label={_(labels.network)}
          value={network}
          options={networks.map(({ slug, name, depth }) => [slug, indented(depth, name)])}
        />
        {years.length > 0 && (
          <Chip
            name="year"
            label={t`Year`}
            value={year ? String(year) : null}
            options={years.map((one) => [String(one), String(one)])}
          />
        )}
        {action && (
          <label className="chip-label">
            <input type="checkbox" name="action" value={action} defaultChecked /> <Trans>only for {action}</Trans>
          </label>
        )}
        <label className="chip-label">
          <input type="checkbox" name="removed" value="1" defaultChecked={removed} /> <Trans>removed ones</Trans>
        </label>
      </div>
      {!hydrated && (
        <button className="button">
          <Trans>Show</Trans>
        </button>
      )}
      {narrowed && (
        <Link className="button quiet" to=".">
          <Trans>Without filters</Trans>
        </Link>
      )}
    </Form>
  );
}

/** What a field can be narrowed to; null for what is no choice. */
function optionsOf(field: Field): readonly string[] | null {
  if (field.type === "choice" || field.type === "choices") return field.options;
  return field.type === "language" ? LANGUAGES : null;
}

const nameOf = (option: string) => (isOneOf(LANGUAGES, option) ? LANGUAGE_NAMES[option] : option);
