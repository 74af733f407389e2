import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Language } from "~/domain.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { isDoubtful, readNumber } from "~/lib/numbers.ts";
import { confirmationOf } from "~/ui/confirmation.ts";
import { Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface NumberFieldProps {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  value: string;
  /** The text that stands already or was confirmed before: nobody is asked about it again. */
  confirmed: string;
  unit?: string;
  language: Language;
  problem: ProblemCode | undefined;
}

/** A number with up to four decimals; one that could be a thousand times another is asked about. */
export function NumberField({ name, label, hint, value, confirmed, unit, language, problem }: NumberFieldProps) {
  const doubtful = isDoubtful(value, LOCALES[language]);
  const number = doubtful ? readNumber(value, LOCALES[language]) : null;
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      problem={problem}
      confirmation={number === null ? undefined : { value, label: <Between number={number} /> }}
    >
      {(control) => (
        <>
          {unit ? (
            <span className="with-unit">
              <input {...control} className="input number" inputMode="decimal" defaultValue={value} />
              <span aria-hidden>{unit}</span>
            </span>
          ) : (
            <input {...control} className="input number" inputMode="decimal" defaultValue={value} />
          )}
          {doubtful && !problem && confirmed === value && <HiddenField name={confirmationOf(name)} value={value} />}
        </>
      )}
    </Field>
  );
}

function Between({ number }: { number: number }) {
  const format = useFormat();
  const [low, high] = [format.number(Math.floor(number)), format.number(Math.ceil(number))];
  return (
    <Trans>
      I mean a number between {low} and {high}.
    </Trans>
  );
}
