import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSubmit } from "@remix-run/react";
import { ROLES, type Role } from "~/domain.ts";
import { Chip } from "~/ui/chip.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import { indented } from "~/ui/select.tsx";

interface PeopleFiltersProps {
  filters: { q: string; role: Role | null; network: string | null };
  networks: { slug: string; name: string; depth: number }[];
}

/** By name, role and network: a plain form whose answer is an address; with JavaScript each choice is asked for at once. */
export function PeopleFilters({ filters, networks }: PeopleFiltersProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const submit = useSubmit();
  const { q, role, network } = filters;
  return (
    <Form
      // What the address says is what the controls show, after going back too.
      key={JSON.stringify(filters)}
      className="filters"
      role="search"
      aria-label={t`Filters`}
      onChange={({ target, currentTarget }) => {
        if ((target as Partial<HTMLInputElement>).type !== "search") submit(currentTarget);
      }}
    >
      <input
        className="chip"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={t`Name or address`}
        aria-label={t`Name or address`}
      />
      <Chip name="role" label={t`Role`} value={role} options={ROLES.map((one) => [one, labels.role(one)])} />
      <Chip
        name="network"
        label={t`Network`}
        value={network}
        options={networks.map(({ slug, name, depth }) => [slug, indented(depth, name)])}
      />
      <button className="button">
        <Trans>Filter</Trans>
      </button>
      {(q || role || network) && (
        <Link className="button quiet" to="/people">
          <Trans>Show everyone</Trans>
        </Link>
      )}
    </Form>
  );
}
