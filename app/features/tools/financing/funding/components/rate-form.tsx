import { Trans } from "@lingui/react/macro";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { CURRENCIES, REPORTING, rateToConfirm } from "../money.ts";

interface RateFormProps {
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  /** A rate that is far from the known one, and the known one. */
  unusual: { perEuro: number; known: number } | null;
}

/** A rate is entered: for which currency, how much of it one euro is, on which day, and who says so. */
export function RateForm({ submitted, problems, unusual }: RateFormProps) {
  const format = useFormat();
  const text = (name: string) => String(submitted[name] ?? "");
  return (
    <Form method="post" className="form" noValidate>
      <Field name="currency" label={<Trans>Currency</Trans>} problem={problems.currency}>
        {(control) => (
          <Select
            {...control}
            value={text("currency")}
            options={[["", "—"], ...CURRENCIES.filter((one) => one !== REPORTING).map((one): Option => [one, one])]}
          />
        )}
      </Field>
      <Field
        name="perEuro"
        label={<Trans>For 1 euro</Trans>}
        hint={<Trans>How much of the currency one euro is.</Trans>}
        problem={problems.perEuro}
        about={unusual ? format.rate(unusual.known) : undefined}
        confirmation={
          unusual
            ? {
                value: rateToConfirm(submitted),
                label: <UnusualRate currency={text("currency")} much={format.rate(unusual.perEuro)} />,
              }
            : undefined
        }
      >
        {(control) => (
          <input
            {...control}
            className="input number"
            inputMode="decimal"
            data-most={20}
            defaultValue={text("perEuro")}
          />
        )}
      </Field>
      <Field name="day" label={<Trans context="field">Day</Trans>} problem={problems.day}>
        {(control) => <input {...control} className="input" type="date" defaultValue={text("day")} />}
      </Field>
      <Field
        name="source"
        label={<Trans>Source</Trans>}
        hint={<Trans>Who publishes this rate.</Trans>}
        problem={problems.source}
      >
        {(control) => <input {...control} className="input" data-most={200} defaultValue={text("source")} />}
      </Field>
      <div className="buttons form-foot">
        <button className="button solid">
          <Trans>Enter the rate</Trans>
        </button>
      </div>
    </Form>
  );
}

function UnusualRate({ currency, much }: { currency: string; much: string }) {
  return (
    <Trans>
      The rate is right: 1 EUR = {much} {currency}.
    </Trans>
  );
}
