import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType, ReactNode } from "react";
import { ACTION_KINDS, LEVELS, PRINCIPLES, PRIORITIES } from "~/domain.ts";
import type { FiledFieldName } from "~/features/plan/actions/fields.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";
import type { ActionValues } from "./action-values.ts";

interface FiledFieldsProps {
  values: ActionValues;
  problems: Record<string, ProblemCode>;
  leads: { id: number; name: string; depth: number }[];
  quarters: string[];
}

/** How an action is filed, in pairs: for a form that sets what comes before them. */
export function FiledFields(props: FiledFieldsProps) {
  return PAIRED.map((name) => {
    const Control = CONTROLS[name];
    return <Control key={name} {...props} />;
  });
}

/** With whom an action is done, and which principles it serves: each across the whole form. */
export function ServedFields(props: FiledFieldsProps) {
  return (Object.keys(CONTROLS) as FiledFieldName[]).map((name) => {
    const Control = CONTROLS[name];
    return PAIRED.includes(name) ? null : <Control key={name} {...props} />;
  });
}

const text = (values: ActionValues, name: FiledFieldName) => String(values[name] ?? "");

function PriorityField({ values, problems }: FiledFieldsProps) {
  const words = useLabels();
  return (
    <Field name="priority" label={<Trans>Priority</Trans>} problem={problems.priority}>
      {(control) => (
        <Select
          {...control}
          value={text(values, "priority")}
          options={PRIORITIES.map((one) => [one, words.priority(one)])}
        />
      )}
    </Field>
  );
}

function KindField({ values, problems }: FiledFieldsProps) {
  const { t } = useLingui();
  const words = useLabels();
  return (
    <Field name="actionKind" label={<Trans>Kind</Trans>} problem={problems.actionKind}>
      {(control) => (
        <Select
          {...control}
          value={text(values, "actionKind")}
          options={[["", t`Not said yet`], ...ACTION_KINDS.map((one): Option => [one, words.actionKind(one)])]}
        />
      )}
    </Field>
  );
}

function LevelField({ values, problems }: FiledFieldsProps) {
  const words = useLabels();
  return (
    <Field name="level" label={<Trans>Level</Trans>} problem={problems.level}>
      {(control) => (
        <Select {...control} value={text(values, "level")} options={LEVELS.map((one) => [one, words.level(one)])} />
      )}
    </Field>
  );
}

function LeadField({ values, problems, leads }: FiledFieldsProps) {
  return (
    <Field name="lead" label={<Trans>Lead network</Trans>} problem={problems.lead}>
      {(control) => (
        <Select
          {...control}
          value={text(values, "lead")}
          options={leads.map(({ id, name, depth }) => [String(id), indented(depth, name)])}
        />
      )}
    </Field>
  );
}

function StartField(props: FiledFieldsProps) {
  return <QuarterField {...props} name="start" label={<Trans>Start quarter</Trans>} />;
}

function DueField(props: FiledFieldsProps) {
  return <QuarterField {...props} name="due" label={<Trans>Due quarter</Trans>} />;
}

function QuarterField(props: FiledFieldsProps & { name: "start" | "due"; label: ReactNode }) {
  const { values, problems, quarters, name, label } = props;
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Field name={name} label={label} problem={problems[name]}>
      {(control) => (
        <Select
          {...control}
          value={text(values, name)}
          options={[["", t`Not agreed yet`], ...quarters.map((one): Option => [one, format.quarter(one)])]}
        />
      )}
    </Field>
  );
}

function PartnersField({ values, problems }: FiledFieldsProps) {
  return (
    <Field
      name="partners"
      label={<Trans>Partners</Trans>}
      hint={<Trans>Organisations outside the network, one a line.</Trans>}
      problem={problems.partners}
    >
      {(control) => (
        <textarea {...control} className="textarea short" defaultValue={text(values, "partners")} data-most={2000} />
      )}
    </Field>
  );
}

function PrinciplesField({ values, problems }: FiledFieldsProps) {
  const words = useLabels();
  return (
    <Choices legend={<Trans>Principles that it serves</Trans>} problem={problems.principles}>
      {PRINCIPLES.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            name="principles"
            value={one}
            defaultChecked={[values.principles].flat().includes(String(one))}
          />
          <span>
            {one}. {words.principle(one)}
          </span>
        </label>
      ))}
    </Choices>
  );
}

/** The control of each field, in the order of the form. */
const CONTROLS: Record<FiledFieldName, ComponentType<FiledFieldsProps>> = {
  priority: PriorityField,
  actionKind: KindField,
  level: LevelField,
  lead: LeadField,
  start: StartField,
  due: DueField,
  partners: PartnersField,
  principles: PrinciplesField,
};

/** The fields that stand two beside each other. */
const PAIRED: readonly FiledFieldName[] = ["priority", "actionKind", "level", "lead", "start", "due"];
