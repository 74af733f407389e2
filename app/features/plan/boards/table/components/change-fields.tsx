import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { PRIORITIES, STAGES } from "~/domain.ts";
import type { BulkFieldName } from "~/features/plan/actions/fields.ts";
import { Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";

interface ChangeFieldsProps {
  quarters: readonly string[];
  leads: readonly { id: number; name: string }[];
  people: readonly { id: string; name: string }[];
  submitted?: Record<string, string | string[]>;
  problems?: Record<string, ProblemCode>;
}

/** What can be changed in several actions at once; what is left alone stays as it is in each of them. */
export function ChangeFields({ quarters, leads, people, submitted = {}, problems = {} }: ChangeFieldsProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const value = (name: string) => String(submitted[name] ?? "");
  const leave = ["", t`leave as it is`] as const;
  const inQuarters: readonly Option[] = [
    ["none", t`no quarter yet`],
    ...quarters.map((one): Option => [one, format.quarter(one)]),
  ];
  const fields: Record<BulkFieldName, { label: ReactNode; options: readonly Option[] }> = {
    priority: { label: <Trans>Priority</Trans>, options: PRIORITIES.map((one) => [one, labels.priority(one)]) },
    stage: { label: <Trans>Stage</Trans>, options: STAGES.map((one) => [one, labels.stage(one)]) },
    start: { label: <Trans>Start quarter</Trans>, options: inQuarters },
    due: { label: <Trans>Due quarter</Trans>, options: inQuarters },
    lead: { label: <Trans>Lead network</Trans>, options: leads.map(({ id, name }) => [String(id), name]) },
    responsible: {
      label: <Trans>Responsible person</Trans>,
      options: [["none", t`nobody yet`], ...people.map(({ id, name }): Option => [id, name])],
    },
  };
  return (
    <>
      {(Object.keys(fields) as BulkFieldName[]).map((name) => (
        <Field key={name} name={name} label={fields[name].label} problem={problems[name]}>
          {(control) => <Select {...control} value={value(name)} options={[leave, ...fields[name].options]} />}
        </Field>
      ))}
      <Field name="addLabels" label={<Trans>Add labels</Trans>} problem={problems.addLabels}>
        {(control) => <input {...control} className="input" defaultValue={value("addLabels")} />}
      </Field>
      <Field name="removeLabels" label={<Trans>Remove labels</Trans>} problem={problems.removeLabels}>
        {(control) => <input {...control} className="input" defaultValue={value("removeLabels")} />}
      </Field>
    </>
  );
}
