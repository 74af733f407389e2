import { Trans, useLingui } from "@lingui/react/macro";
import { type ComponentType, type ReactNode, useId, useState } from "react";
import { ACTION_KINDS, LEVELS, PRINCIPLES, PRIORITIES } from "~/domain.ts";
import { type ClassificationFieldName, FORM_FIELDS, type FormFieldName } from "~/features/plan/actions/fields.ts";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import type { PersonChoice } from "~/features/plan/actions/responsible.server.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";

interface ClassificationFieldsProps {
  values: ActionValues;
  problems: Record<string, ProblemCode>;
  choices: ClassificationChoices;
}

/** What the controls offer. Whom one can make responsible only the form of the action itself says. */
export interface ClassificationChoices {
  leads: { id: number; name: string; depth: number }[];
  quarters: string[];
  people?: PersonChoice[];
  /** Offered while one types. */
  labels?: string[];
}

interface WithFields extends ClassificationFieldsProps {
  /** Which fields the form has; all of them where nothing is said. */
  fields?: readonly FormFieldName[];
}

/** How an action is filed, in pairs: for a form that sets what comes before them. */
export function ClassificationFields({ fields = FORM_FIELDS, ...props }: WithFields) {
  return PAIRED.filter((name) => fields.includes(name)).map((name) => {
    const Control = CONTROLS[name];
    return <Control key={name} {...props} />;
  });
}

/** With whom an action is done, and which principles it serves: each across the whole form. */
export function ServedFields({ fields = FORM_FIELDS, ...props }: WithFields) {
  const others = (Object.keys(CONTROLS) as ClassificationFieldName[]).filter((name) => !PAIRED.includes(name));
  return others
    .filter((name) => fields.includes(name))
    .map((name) => {
      const Control = CONTROLS[name];
      return <Control key={name} {...props} />;
    });
}

const text = (values: ActionValues, name: ClassificationFieldName) => String(values[name] ?? "");

function PriorityField({ values, problems }: ClassificationFieldsProps) {
  const labels = useLabels();
  return (
    <Field name="priority" label={<Trans>Priority</Trans>} problem={problems.priority}>
      {(control) => (
        <Select
          {...control}
          value={text(values, "priority")}
          options={PRIORITIES.map((one) => [one, labels.priority(one)])}
        />
      )}
    </Field>
  );
}

function KindField({ values, problems }: ClassificationFieldsProps) {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <Field name="actionKind" label={<Trans>Kind</Trans>} problem={problems.actionKind}>
      {(control) => (
        <Select
          {...control}
          value={text(values, "actionKind")}
          options={[["", t`Not said yet`], ...ACTION_KINDS.map((one): Option => [one, labels.actionKind(one)])]}
        />
      )}
    </Field>
  );
}

function LevelField({ values, problems }: ClassificationFieldsProps) {
  const labels = useLabels();
  return (
    <Field name="level" label={<Trans>Level</Trans>} problem={problems.level}>
      {(control) => (
        <Select {...control} value={text(values, "level")} options={LEVELS.map((one) => [one, labels.level(one)])} />
      )}
    </Field>
  );
}

function LeadField({ values, problems, choices: { leads } }: ClassificationFieldsProps) {
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

/** Those who may be responsible come first; the others can be chosen together with another lead network. */
function ResponsibleField({ values, problems, choices: { people = [] } }: ClassificationFieldsProps) {
  const { t } = useLingui();
  const option = ({ id, name, network, gone }: PersonChoice) => (
    <option key={id} value={id}>
      {gone ? t`${name} (no longer a member)` : t`${name}, ${network}`}
    </option>
  );
  return (
    <Field name="responsible" label={<Trans>Responsible person</Trans>} problem={problems.responsible}>
      {(control) => (
        <select {...control} className="select" defaultValue={text(values, "responsible")}>
          <option value="">{t`Nobody yet`}</option>
          <optgroup label={t`Branch of the lead network`}>{people.filter(({ fits }) => fits).map(option)}</optgroup>
          {people.some(({ fits }) => !fits) && (
            <optgroup label={t`Other networks`}>{people.filter(({ fits }) => !fits).map(option)}</optgroup>
          )}
        </select>
      )}
    </Field>
  );
}

function StartField(props: ClassificationFieldsProps) {
  return <QuarterField {...props} name="start" label={<Trans>Start quarter</Trans>} />;
}

function DueField(props: ClassificationFieldsProps) {
  return <QuarterField {...props} name="due" label={<Trans>Due quarter</Trans>} />;
}

function QuarterField(props: ClassificationFieldsProps & { name: "start" | "due"; label: ReactNode }) {
  const { values, problems, choices, name, label } = props;
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Field name={name} label={label} problem={problems[name]}>
      {(control) => (
        <Select
          {...control}
          value={text(values, name)}
          options={[["", t`Not agreed yet`], ...choices.quarters.map((one): Option => [one, format.quarter(one)])]}
        />
      )}
    </Field>
  );
}

function PartnersField({ values, problems }: ClassificationFieldsProps) {
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

/** Several labels in one field; each that is offered stands behind those that are typed already, as the browser replaces all. */
function LabelsField({ values, problems, choices: { labels = [] } }: ClassificationFieldsProps) {
  const list = useId();
  const first = text(values, "labels");
  const [submitted, setTyped] = useState(first);
  const before = submitted.slice(0, submitted.lastIndexOf(",") + 1);
  return (
    <Field
      name="labels"
      label={<Trans>Labels</Trans>}
      hint={<Trans>Separate labels with commas: up to 10, each at most 30 characters.</Trans>}
      problem={problems.labels}
    >
      {(control) => (
        <>
          <input
            {...control}
            className="input"
            list={list}
            autoComplete="off"
            defaultValue={first}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id={list}>
            {labels.map((one) => (
              <option key={one} value={before ? `${before} ${one}` : one} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function PrinciplesField({ values, problems }: ClassificationFieldsProps) {
  const labels = useLabels();
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
            {one}. {labels.principle(one)}
          </span>
        </label>
      ))}
    </Choices>
  );
}

/** The control of each field, in the order of the form. */
const CONTROLS: Record<ClassificationFieldName, ComponentType<ClassificationFieldsProps>> = {
  priority: PriorityField,
  actionKind: KindField,
  level: LevelField,
  lead: LeadField,
  responsible: ResponsibleField,
  start: StartField,
  due: DueField,
  partners: PartnersField,
  labels: LabelsField,
  principles: PrinciplesField,
};

/** The fields that stand two beside each other. */
const PAIRED: readonly ClassificationFieldName[] = [
  "priority",
  "actionKind",
  "level",
  "lead",
  "responsible",
  "start",
  "due",
];
