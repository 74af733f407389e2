import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGES, type Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { NumberField } from "./number-field.tsx";

interface KeyResultFormProps {
  values: Record<string, string | string[] | undefined>;
  problems?: Record<string, ProblemCode> | undefined;
  quarters: string[];
  version?: number;
  submitLabel: ReactNode;
  cancel: ReactNode;
}

/** What is measured, in which unit, from where to where, and until when. */
export function KeyResultForm({ values, problems = {}, quarters, version, submitLabel, cancel }: KeyResultFormProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const reader = i18n.locale as Language;
  const submitted = (name: string) => String(values[name] ?? "");
  const others = LANGUAGES.filter((one) => one !== reader);
  const name = (language: Language) => (
    <Field
      key={language}
      name={`name.${language}`}
      label={
        language === reader ? <Trans>What is measured</Trans> : <span lang={language}>{LANGUAGE_NAMES[language]}</span>
      }
      hint={language === reader ? <Trans>Such as: networks that have adopted the position.</Trans> : undefined}
      problem={problems[`name.${language}`]}
    >
      {(control) => (
        <input
          {...control}
          className="input"
          lang={language}
          data-most={200}
          defaultValue={submitted(`name.${language}`)}
        />
      )}
    </Field>
  );
  return (
    <Form method="post" className="form key-result-form">
      {version !== undefined && <HiddenField name="version" value={version} />}
      {name(reader)}
      <details className="texts" open={others.some((one) => submitted(`name.${one}`) || problems[`name.${one}`])}>
        <summary>
          <Trans>In other languages</Trans>
        </summary>
        <div className="form">{others.map(name)}</div>
      </details>
      <div className="two">
        <Field
          name="unit"
          label={<Trans>Unit</Trans>}
          hint={<Trans>Such as: networks, %, euros.</Trans>}
          problem={problems.unit}
        >
          {(control) => <input {...control} className="input" data-most={40} defaultValue={submitted("unit")} />}
        </Field>
        <Field
          name="due"
          label={<Trans>Due quarter</Trans>}
          hint={<Trans>By when the target is to be reached.</Trans>}
          problem={problems.due}
        >
          {(control) => (
            <Select
              {...control}
              value={submitted("due")}
              options={[["", t`not agreed yet`], ...quarters.map((one) => [one, format.quarter(one)] as const)]}
            />
          )}
        </Field>
        <NumberField
          name="start"
          label={<Trans>Start value</Trans>}
          hint={<Trans>Where it stands when you begin.</Trans>}
          value={submitted("start")}
          confirmed={submitted("sure.start")}
          language={reader}
          problem={problems.start}
        />
        <NumberField
          name="target"
          label={<Trans>Target value</Trans>}
          hint={<Trans>It may lie below the start, for what should fall.</Trans>}
          value={submitted("target")}
          confirmed={submitted("sure.target")}
          language={reader}
          problem={problems.target}
        />
      </div>
      <div className="buttons">
        <button className="button solid" name="intent" value="save">
          {submitLabel}
        </button>
        {cancel}
      </div>
    </Form>
  );
}
