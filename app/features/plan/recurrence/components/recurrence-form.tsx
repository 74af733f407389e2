import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import type { RecurrenceShown } from "../queries.server.ts";
import { RecurrenceLine } from "./recurrence-line.tsx";

interface RecurrenceFormProps {
  ref_: string;
  version: number;
  every: string;
  recurrence: RecurrenceShown | null;
  problems: Record<string, ProblemCode> | undefined;
}

/** The form by which an action recurs every quarter or every year, or no longer. */
export function RecurrenceForm({ ref_: ref, version, every, recurrence, problems = {} }: RecurrenceFormProps) {
  const { t } = useLingui();
  return (
    <Form method="post" className="form">
      <HiddenField name="version" value={version} />
      {recurrence && <RecurrenceLine recurrence={recurrence} />}
      <Field
        name="every"
        label={<Trans>Recurs</Trans>}
        hint={
          <Trans>
            The next one is made at the start of the quarter before its own, with the same texts, key results without
            their values, and milestones moved along. It follows the newest one as that stands then.
          </Trans>
        }
        problem={problems.every}
      >
        {(control) => (
          <Select
            {...control}
            value={every}
            options={[
              ["never", t`Does not recur`],
              ["quarter", t`Every quarter`],
              ["year", t`Every year`],
            ]}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans>Save</Trans>
        </button>
        <Link className="button quiet" to={`/actions/${ref}`}>
          <Trans>Cancel</Trans>
        </Link>
      </div>
    </Form>
  );
}
