import { Trans, useLingui } from "@lingui/react/macro";
import { Field, Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import type { OwnChoice } from "./answer-form.tsx";
import { SaidFields } from "./said-fields.tsx";

interface LinkFormProps {
  name: string;
  version: number;
  values: Record<string, string>;
  problems: Record<string, ProblemCode>;
  own: OwnChoice[];
}

/** For the coordinators of the action: how it strengthens the network; and taking that back. */
export function LinkForm({ name, version, values, problems, own }: LinkFormProps) {
  const { t } = useLingui();
  const owns: Option[] = [["", t`No action`], ...own.map(({ ref, title }): Option => [ref, `${ref} ${title}`])];
  return (
    <>
      <Form method="post" className="form" noValidate>
        <HiddenField name="version" value={version} />
        <SaidFields
          name="how"
          label={<Trans>How it strengthens {name}</Trans>}
          hint={<Trans>What does it give to their own work? They read it when they answer.</Trans>}
          values={values}
          problems={problems}
        />
        <Field name="own" label={<Trans>The action of theirs that it strengthens</Trans>} problem={problems.own}>
          {(control) => <Select {...control} value={values.own ?? ""} options={owns} />}
        </Field>
        <div className="buttons">
          <button className="button solid" name="intent" value="edit">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
      <details className="remove-link" open={problems.remove !== undefined}>
        <summary>
          <Trans>Take {name} off the list</Trans>
        </summary>
        <Form method="post" className="form">
          <HiddenField name="version" value={version} />
          <p>
            <Trans>
              Its answer goes with it, and stays readable in the history. Its own action stays in the plan. Its people
              are told.
            </Trans>
          </p>
          {problems.remove && <Problem id="remove-problem" code={problems.remove} />}
          <div className="buttons">
            <button
              className="button"
              name="intent"
              value="remove"
              aria-describedby={problems.remove ? "remove-problem" : undefined}
            >
              <Trans>Take it off</Trans>
            </button>
          </div>
        </Form>
      </details>
    </>
  );
}
