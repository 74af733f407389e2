import { Trans, useLingui } from "@lingui/react/macro";
import { ADOPTIONS } from "~/domain.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { SaidFields } from "./said-fields.tsx";

export interface OwnChoice {
  ref: string;
  title: string;
}

interface AnswerFormProps {
  name: string;
  version: number;
  values: Record<string, string>;
  problems: Record<string, ProblemCode>;
  own: OwnChoice[];
}

/** What a network answers to an action that strengthens it, with its own action where there is one. */
export function NetworkAnswerForm({ name, version, values, problems, own }: AnswerFormProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const owns: Option[] = [
    ["", t`No action`],
    ["new", t`A new one, created from this action`],
    ...own.map(({ ref, title }): Option => [ref, `${ref} ${title}`]),
  ];
  return (
    <Form method="post" className="form" noValidate>
      <HiddenField name="version" value={version} />
      <Choices legend={<Trans>What {name} answers</Trans>} problem={problems.answer}>
        {ADOPTIONS.map((one) => (
          <label key={one}>
            <input type="radio" name="answer" value={one} defaultChecked={values.answer === one} />
            <span>{labels.adoption(one)}</span>
          </label>
        ))}
      </Choices>
      <Field
        name="own"
        label={<Trans>Its own action</Trans>}
        hint={
          <Trans>
            A new one is proposed on the same board, led by {name}, with the texts of this action to begin from. Both
            are linked.
          </Trans>
        }
        problem={problems.own}
      >
        {(control) => <Select {...control} value={values.own ?? ""} options={owns} />}
      </Field>
      <SaidFields
        name="note"
        label={<Trans>Note</Trans>}
        hint={<Trans>What is adapted, where it is done already. Whoever declines gives the reason.</Trans>}
        values={values}
        problems={problems}
      />
      <div className="buttons">
        <button className="button solid" name="intent" value="answer">
          <Trans>Answer</Trans>
        </button>
      </div>
    </Form>
  );
}
