import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { LANGUAGES } from "~/words.ts";

interface SaidFieldsProps {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  values: Record<string, string>;
  problems: Record<string, ProblemCode>;
}

/** One text, and the language in which it is written. */
export function SaidFields({ name, label, hint, values, problems }: SaidFieldsProps) {
  return (
    <>
      <Field name={name} label={label} hint={hint} problem={problems[name]}>
        {(control) => (
          <textarea {...control} className="textarea short" maxLength={4000} defaultValue={values[name] ?? ""} />
        )}
      </Field>
      <Field
        name="language"
        label={<Trans context="text in one language">Written in</Trans>}
        problem={problems.language}
      >
        {(control) => (
          <Select
            {...control}
            value={values.language ?? "en"}
            options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
          />
        )}
      </Field>
    </>
  );
}
