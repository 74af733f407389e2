import { Trans } from "@lingui/react/macro";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import type { Figures } from "~/features/people/networks/queries.server.ts";
import { Field } from "~/ui/field.tsx";
import { Fold } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface PublishedFormProps {
  problems: Record<string, ProblemCode>;
  submitted: Record<string, string | string[]> | null;
}

const FIGURES = [
  "memberOrganisations",
  "nationalNetworks",
  "continentalNetworks",
  "committeeSeats",
  "countries",
  "directBeneficiaries",
  "year",
] as const;

/** The figures that the network publishes of itself. */
export function FiguresForm({ figures, problems, submitted }: PublishedFormProps & { figures: Figures | null }) {
  const names = useFieldNames();
  return (
    <Fold label={<Trans>Edit the published figures</Trans>} open={submitted !== null}>
      <Form method="post" className="form" noValidate preventScrollReset>
        {FIGURES.map((name) => (
          <Field key={name} name={name} label={names(name)} problem={problems[name]}>
            {(control) => (
              <input
                {...control}
                className="input"
                inputMode="numeric"
                data-most={20}
                defaultValue={String(submitted?.[name] ?? figures?.[name] ?? "")}
              />
            )}
          </Field>
        ))}
        <div className="buttons">
          <button className="button solid" name="intent" value="figures">
            <Trans>Save the figures</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}

/** The committee's term as the network publishes it. */
export function TermForm({ term, problems, submitted }: PublishedFormProps & { term: string | null }) {
  return (
    <Fold label={<Trans>Edit the term</Trans>} open={submitted !== null}>
      <Form method="post" className="form" noValidate preventScrollReset>
        <Field
          name="term"
          label={<Trans>Term of the committee</Trans>}
          hint={<Trans>Such as 2020–2021. Leave it empty for none.</Trans>}
          problem={problems.term}
        >
          {(control) => (
            <input {...control} className="input" data-most={40} defaultValue={String(submitted?.term ?? term ?? "")} />
          )}
        </Field>
        <div className="buttons">
          <button className="button solid" name="intent" value="term">
            <Trans>Save the term</Trans>
          </button>
        </div>
      </Form>
    </Fold>
  );
}
