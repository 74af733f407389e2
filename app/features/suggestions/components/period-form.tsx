import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Form } from "~/ui/form.tsx";
import type { Period } from "../voice.server.ts";

interface PeriodFormProps {
  period: Period;
  usual: Record<"quarter" | "year" | "all", Period>;
}

/** The period whose suggestions are counted: those asked for often are links. */
export function PeriodForm({ period, usual }: PeriodFormProps) {
  const { t } = useLingui();
  return (
    <Form className="filters" role="search" aria-label={t`Period`}>
      {USUAL.map(([name, label]) => {
        const { from, to } = usual[name];
        const on = from === period.from && to === period.to;
        return (
          <Link
            key={name}
            className="chip"
            data-on={on || undefined}
            aria-current={on ? "true" : undefined}
            to={`?${new URLSearchParams({ from, to })}`}
          >
            {label}
          </Link>
        );
      })}
      <label className="chip">
        <Trans>from</Trans> <input type="date" name="from" defaultValue={period.from} />
      </label>
      <label className="chip">
        <Trans>to</Trans> <input type="date" name="to" defaultValue={period.to} />
      </label>
      <button className="button">
        <Trans>Show</Trans>
      </button>
    </Form>
  );
}

const USUAL: ["quarter" | "year" | "all", ReactNode][] = [
  ["quarter", <Trans key="quarter">This quarter</Trans>],
  ["year", <Trans key="year">Twelve months</Trans>],
  ["all", <Trans key="all">From the beginning</Trans>],
];
