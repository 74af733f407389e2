import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import { ClassificationFields, ServedFields } from "~/features/plan/actions/components/classification-fields.tsx";
import { TextFields } from "~/features/plan/actions/components/text-fields.tsx";
import { FORM_FIELDS, TEMPLATE_FIELDS } from "~/features/plan/actions/fields.ts";
import type { ActionValues } from "~/features/plan/actions/form-types.ts";
import { NumberField } from "~/features/plan/key-results/components/number-field.tsx";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { MONTHS_MOST, QUARTERS_MOST, type RowKind, rowName, rowsShown } from "../rows.ts";

interface TemplateFormProps {
  values: ActionValues;
  problems?: Record<string, ProblemCode> | undefined;
  labels: string[];
  /** Absent for a new template. */
  version?: number;
  submitLabel: ReactNode;
  cancel: ReactNode;
}

const FIELDS = FORM_FIELDS.filter((name) => isOneOf(TEMPLATE_FIELDS, name));

/** The form of a template: what an action made from it says and how it is filed, its key results and its milestones. */
export function TemplateForm({ values, problems = {}, labels, version, submitLabel, cancel }: TemplateFormProps) {
  const text = (name: string) => String(values[name] ?? "");
  const [source, setSource] = useState<Language>(
    isOneOf(LANGUAGES, values.sourceLanguage) ? values.sourceLanguage : "en",
  );
  const choices = { leads: [], quarters: [], labels };
  const filed = { fields: FIELDS, values, problems, choices };
  return (
    <Form method="post" className="form action-form" noValidate>
      {version !== undefined && <HiddenField name="version" value={version} />}
      {problems.form && (
        <p>
          <Problem id="form-problem" code={problems.form} />
        </p>
      )}
      <Field name="sourceLanguage" label={<Trans>Written in</Trans>} problem={problems.sourceLanguage}>
        {(control) => (
          <Select
            {...control}
            value={source}
            options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
            onChange={(value) => setSource(value as Language)}
          />
        )}
      </Field>
      {[source, ...LANGUAGES.filter((one) => one !== source)].map((language) => (
        <TextFields key={language} language={language} text={text} problems={problems} isSource={language === source} />
      ))}
      <div className="two">
        <ClassificationFields {...filed} />
        <DueAfterField name="dueAfter" values={values} problems={problems} />
      </div>
      <ServedFields {...filed} />
      <Rows
        kind="keyResult"
        legend={<Trans>Key results</Trans>}
        hint={<Trans>A row without a name is left out.</Trans>}
        values={values}
        problems={problems}
      />
      <Rows
        kind="milestone"
        legend={<Trans>Milestones</Trans>}
        hint={<Trans>Month 1 is the first month of the start quarter. A row without a name is left out.</Trans>}
        values={values}
        problems={problems}
      />
      <div className="buttons">
        <button className="button solid" name="intent" value="save">
          {submitLabel}
        </button>
        {cancel}
      </div>
    </Form>
  );
}

interface FieldProps {
  name: string;
  values: ActionValues;
  problems: Record<string, ProblemCode>;
}

const LATER_QUARTERS = Array.from({ length: QUARTERS_MOST }, (_, i) => i + 1);

/** By when, counted from the start quarter. */
function DueAfterField({ name, values, problems }: FieldProps) {
  const { t } = useLingui();
  return (
    <Field name={name} label={<Trans>Due quarter</Trans>} problem={problems[name]}>
      {(control) => (
        <select {...control} className="select" defaultValue={String(values[name] ?? "")}>
          <option value="">{t`Not agreed yet`}</option>
          <option value="0">{t`The start quarter itself`}</option>
          {LATER_QUARTERS.map((count) => (
            <option key={count} value={count}>
              {t`${plural(count, { one: "# quarter after the start", other: "# quarters after the start" })}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface RowsProps extends Omit<FieldProps, "name"> {
  kind: RowKind;
  legend: ReactNode;
  hint: ReactNode;
}

function Rows({ kind, legend, hint, values, problems }: RowsProps) {
  const Row = kind === "keyResult" ? KeyResultRow : MilestoneRow;
  return (
    <section className="template-rows">
      <h2>{legend}</h2>
      <p className="hint">{hint}</p>
      {Array.from({ length: rowsShown(kind, values) }, (_, at) => (
        // Rows have no identity of their own: they are what stands in the first, the second place.
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Row key={at} at={at} values={values} problems={problems} />
      ))}
    </section>
  );
}

type RowProps = Omit<FieldProps, "name"> & { at: number };

function KeyResultRow({ at, values, problems }: RowProps) {
  const { t, i18n } = useLingui();
  const name = (field: string) => rowName("keyResult", at, field);
  const number = at + 1;
  const numberField = (field: "start" | "target", label: ReactNode) => (
    <NumberField
      name={name(field)}
      label={label}
      hint={null}
      value={String(values[name(field)] ?? "")}
      confirmed={String(values[`sure.${name(field)}`] ?? "")}
      language={i18n.locale as Language}
      problem={problems[name(field)]}
    />
  );
  return (
    <fieldset className="template-row" aria-label={t`Key result ${number}`}>
      <RowNames kind="keyResult" at={at} label={<Trans>What is measured</Trans>} values={values} problems={problems} />
      <div className="two">
        <Field name={name("unit")} label={<Trans>Unit</Trans>} problem={problems[name("unit")]}>
          {(control) => (
            <input {...control} className="input" data-most={40} defaultValue={String(values[name("unit")] ?? "")} />
          )}
        </Field>
        <DueAfterField name={name("dueAfter")} values={values} problems={problems} />
        {numberField("start", <Trans>Start value</Trans>)}
        {numberField("target", <Trans>Target value</Trans>)}
      </div>
    </fieldset>
  );
}

function MilestoneRow({ at, values, problems }: RowProps) {
  const { t } = useLingui();
  const number = at + 1;
  const whole = (field: "month" | "day", label: ReactNode, most: number) => {
    const name = rowName("milestone", at, field);
    return (
      <Field name={name} label={label} problem={problems[name]}>
        {(control) => (
          <input
            {...control}
            className="input number"
            type="number"
            min={1}
            max={most}
            defaultValue={String(values[name] ?? "1")}
          />
        )}
      </Field>
    );
  };
  return (
    <fieldset className="template-row" aria-label={t`Milestone ${number}`}>
      <RowNames kind="milestone" at={at} label={<Trans>Name</Trans>} values={values} problems={problems} />
      <div className="two">
        {whole("month", <Trans>Month</Trans>, MONTHS_MOST)}
        {whole("day", <Trans>Day of the month</Trans>, 31)}
      </div>
    </fieldset>
  );
}

/** A name in the reader's language, and folded in the others. */
function RowNames({ kind, at, label, values, problems }: RowProps & { kind: RowKind; label: ReactNode }) {
  const { i18n } = useLingui();
  const reader = i18n.locale as Language;
  const others = LANGUAGES.filter((one) => one !== reader);
  const nameOf = (language: Language) => rowName(kind, at, `name.${language}`);
  const field = (language: Language) => (
    <Field
      key={language}
      name={nameOf(language)}
      label={language === reader ? label : <span lang={language}>{LANGUAGE_NAMES[language]}</span>}
      problem={problems[nameOf(language)]}
    >
      {(control) => (
        <input
          {...control}
          className="input"
          lang={language}
          data-most={kind === "milestone" ? 120 : 200}
          defaultValue={String(values[nameOf(language)] ?? "")}
        />
      )}
    </Field>
  );
  return (
    <>
      {field(reader)}
      <details className="texts" open={others.some((one) => problems[nameOf(one)])}>
        <summary>
          <Trans>In other languages</Trans>
        </summary>
        <div className="form">{others.map(field)}</div>
      </details>
    </>
  );
}
