import type { ReactNode } from "react";
import { LANGUAGES } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "./field.tsx";
import type { ProblemCode } from "./problems.ts";
import { type Option, Select } from "./select.tsx";

interface LanguageFieldProps {
  label: ReactNode;
  value: string;
  problem: ProblemCode | undefined;
}

/** In which language something is written: the field `language` of a form. */
export function LanguageField({ label, value, problem }: LanguageFieldProps) {
  return (
    <Field name="language" label={label} problem={problem}>
      {(control) => (
        <Select {...control} value={value} options={LANGUAGES.map((one): Option => [one, LANGUAGE_NAMES[one]])} />
      )}
    </Field>
  );
}
