import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { BOARDS } from "~/domain.ts";
import { type ControlAttributes, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Select } from "~/ui/select.tsx";
import type { CompareQuery, readyPeriods } from "../query.server.ts";

type Ready = ReturnType<typeof readyPeriods>;

interface CompareFormProps extends Pick<CompareQuery, "submitted" | "problems" | "board"> {
  ready: Ready;
}

/** Between which two moments, and of which board. Moments that are asked for often are links. */
export function CompareForm({ submitted, problems, board, ready }: CompareFormProps) {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <div className="compare-asked">
      <nav className="chips" aria-label={t`Ready choices`}>
        {READY.map(([name, said]) => {
          const period = ready[name];
          const on = period?.from === submitted.from && period.to === submitted.to;
          return (
            period && (
              <Link
                key={name}
                className="chip"
                data-on={on || undefined}
                aria-current={on ? "true" : undefined}
                to={`?${new URLSearchParams({ ...period, ...(board && { board }) })}`}
              >
                {said}
              </Link>
            )
          );
        })}
      </nav>
      <Form className="compare-form" role="search" aria-label={t`Period`}>
        <Field name="from" label={<Trans context="period">From</Trans>} problem={problems.from}>
          {(control) => <MomentInput control={control} value={submitted.from} />}
        </Field>
        <Field name="to" label={<Trans context="period">Until</Trans>} problem={problems.to}>
          {(control) => <MomentInput control={control} value={submitted.to} />}
        </Field>
        <Field name="board" label={<Trans>Board</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={board ?? ""}
              options={[["", t`All boards`], ...BOARDS.map((one) => [one, labels.board(one)] as const)]}
            />
          )}
        </Field>
        <button className="button solid">
          <Trans>Compare</Trans>
        </button>
      </Form>
      <p className="hint">
        <Trans>
          Days and quarters are counted in UTC: the first from its beginning, the last to its end. An address takes
          quarters (2026-Q4) and instants (2026-11-24T12:00Z) too.
        </Trans>
      </p>
    </div>
  );
}

/** A day has the browser's own calendar; what is no day stays as it was typed. */
function MomentInput({ control, value }: { control: ControlAttributes; value: string }) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !control["aria-invalid"];
  return (
    <input
      {...control}
      className="input"
      type={isDay ? "date" : "text"}
      defaultValue={value}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

const READY: [keyof Ready, ReactNode][] = [
  ["quarter", <Trans key="quarter">This quarter</Trans>],
  ["last", <Trans key="last">Last quarter</Trans>],
  ["review", <Trans key="review">Since the last review</Trans>],
  ["geneva", <Trans key="geneva">Since Geneva</Trans>],
];
