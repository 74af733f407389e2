import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Field } from "~/ui/field.tsx";
import { LanguageField } from "~/ui/language-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

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
          <textarea {...control} className="textarea short" data-most={4000} defaultValue={values[name] ?? ""} />
        )}
      </Field>
      <LanguageField
        label={<Trans context="text in one language">Written in</Trans>}
        value={values.language ?? "en"}
        problem={problems.language}
      />
    </>
  );
}
