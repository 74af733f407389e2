import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { LanguageField } from "~/ui/language-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";
import type { DecisionChoices } from "../form.server.ts";
import { ChangeFields } from "./change-fields.tsx";

interface DecisionFormProps {
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  about: Record<string, string>;
  choices: DecisionChoices;
  /** Of the decision that is reworded; absent for a new one. */
  version?: number;
  cancel: ReactNode;
}

/** A decision as it is proposed or reworded: what, about what, who, by when, and what changes in the plan. */
export function DecisionForm({ submitted, problems, about, choices, version, cancel }: DecisionFormProps) {
  const { t } = useLingui();
  const text = (name: string) => String([submitted[name] ?? ""].flat()[0] ?? "");
  const nobody: Option = ["", t`Nobody yet`];
  return (
    <Form method="post" className="form decision-form" noValidate>
      {version && <HiddenField name="version" value={version} />}
      <HiddenField name="revisits" value={text("revisits")} />
      <Field
        name="text"
        label={<Trans>What is to be decided</Trans>}
        hint={<Trans>One decision, so that a seat can consent or object to it as a whole.</Trans>}
        problem={problems.text}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea"
            data-most={5000}
            lang={text("language")}
            defaultValue={text("text")}
          />
        )}
      </Field>
      <LanguageField label={<Trans>Written in</Trans>} value={text("language")} problem={problems.language} />
      <div className="two">
        <Field
          name="refs"
          label={<Trans>Actions concerned</Trans>}
          hint={<Trans>References, such as LOB-3, FIN-2.</Trans>}
          problem={problems.refs}
          about={about.refs}
        >
          {(control) => <input {...control} className="input" data-most={2000} defaultValue={text("refs")} />}
        </Field>
        <Field
          name="suggestions"
          label={<Trans>Suggestions concerned</Trans>}
          hint={<Trans>Numbers, such as S-12.</Trans>}
          problem={problems.suggestions}
          about={about.suggestions}
        >
          {(control) => <input {...control} className="input" data-most={2000} defaultValue={text("suggestions")} />}
        </Field>
      </div>
      <div className="two">
        <Field name="doer" label={<Trans>Who does it</Trans>} problem={problems.doer}>
          {(control) => (
            <Select
              {...control}
              value={text("doer")}
              options={[nobody, ...choices.people.map(({ id, name }): Option => [id, name])]}
            />
          )}
        </Field>
        <Field name="doerNetwork" label={<Trans>Which network does it</Trans>} problem={problems.doerNetwork}>
          {(control) => (
            <Select
              {...control}
              value={text("doerNetwork")}
              options={[
                nobody,
                ...choices.networks.map(({ id, name, depth }): Option => [String(id), indented(depth, name)]),
              ]}
            />
          )}
        </Field>
        <Field
          name="dueOn"
          label={<Trans>To be done by</Trans>}
          hint={<Trans>Whoever does it is reminded a week before, and on the day.</Trans>}
          problem={problems.dueOn}
        >
          {(control) => <input {...control} className="input" type="date" defaultValue={text("dueOn")} />}
        </Field>
        <Field
          name="lookAgainOn"
          label={<Trans>Look again on</Trans>}
          hint={<Trans>It then comes back by itself, in the next review that is open.</Trans>}
          problem={problems.lookAgainOn}
        >
          {(control) => <input {...control} className="input" type="date" defaultValue={text("lookAgainOn")} />}
        </Field>
      </div>
      <ChangeFields submitted={submitted} problems={problems} quarters={choices.quarters} />
      <div className="buttons form-foot">
        <button className="button solid" name="intent" value="save">
          {version ? <Trans>Save</Trans> : <Trans>Propose it</Trans>}
        </button>
        {cancel}
      </div>
    </Form>
  );
}
