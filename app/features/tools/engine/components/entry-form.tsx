import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Language } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { labelsFor } from "../all-labels.ts";
import type { Register } from "../register.ts";
import { FieldsOf, type Filled, Line, type NetworkChoice, submittedText } from "./fields-of.tsx";
import { NetworkField } from "./network-field.tsx";

interface EntryFormProps extends Filled {
  register: Register;
  language: Language;
  /** For which it may be entered, and all there are. */
  networks: { own: NetworkChoice[]; all: NetworkChoice[] };
  /** Of the entry that is changed; absent for a new one. */
  version?: number;
  cancel: ReactNode;
}

/** An entry as it is entered or changed: its title, to which network it belongs, its own fields, its actions. */
export function EntryForm({ register, language, networks, version, cancel, ...filled }: EntryFormProps) {
  const { _ } = useLingui();
  const labels = labelsFor(register);
  const { submitted, problems, about } = filled;
  const [only] = networks.own.length === 1 ? networks.own : [];
  return (
    <Form method="post" className="form" noValidate>
      {version && <HiddenField name="version" value={version} />}
      <Line
        name="title"
        label={_(labels.title)}
        most={200}
        language={language}
        submitted={submitted}
        problems={problems}
      />
      <NetworkField
        label={_(labels.network)}
        own={networks.own}
        only={only}
        submitted={submitted}
        problems={problems}
      />
      <FieldsOf
        fields={register.fields}
        labels={labels.fields}
        networks={networks.all}
        language={language}
        {...filled}
      />
      <Field
        name="refs"
        label={_(labels.actions)}
        hint={<Trans>References, such as LOB-3, FIN-2.</Trans>}
        problem={problems.refs}
        about={about.refs}
      >
        {(control) => (
          <input {...control} className="input" data-most={2000} defaultValue={submittedText(submitted, "refs")} />
        )}
      </Field>
      <div className="buttons form-foot">
        <button className="button solid">{version ? <Trans>Save</Trans> : <Trans>Enter it</Trans>}</button>
        {cancel}
      </div>
    </Form>
  );
}
