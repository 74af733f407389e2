import { Trans } from "@lingui/react/macro";
import type { Language } from "~/domain.ts";
import { TEXT_FIELDS } from "~/features/plan/actions/fields.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface TextFieldsProps {
  language: Language;
  isSource: boolean;
  text: (name: string) => string;
  problems: Record<string, ProblemCode>;
}

/** What an action says in one language: open for the source, folded for a translation unless something is wrong in it. */
export function TextFields({ language, isSource, text, problems }: TextFieldsProps) {
  const names = TEXT_FIELDS.map((field) => `${field}.${language}`);
  const open = isSource || names.some((name) => problems[name]);
  const isWritten = names.some((name) => text(name));
  const [title = "", description = "", expectedResult = ""] = names;
  return (
    <details className="texts" open={open}>
      <summary>
        <span lang={language}>{LANGUAGE_NAMES[language]}</span>{" "}
        <small>
          {isSource ? (
            <Trans>as first written</Trans>
          ) : isWritten ? (
            <Trans>translation</Trans>
          ) : (
            <Trans>no translation yet</Trans>
          )}
        </small>
      </summary>
      <div className="form" lang={language}>
        <Field name={title} label={<Trans>Title</Trans>} problem={problems[title]}>
          {(control) => <input {...control} className="input" defaultValue={text(title)} data-most={200} />}
        </Field>
        <Field
          name={description}
          label={<Trans>Description</Trans>}
          hint={<Trans>What it sets out to do, and why. Lists with “-”, **bold**, and links are possible.</Trans>}
          problem={problems[description]}
        >
          {(control) => (
            <textarea {...control} className="textarea" data-most={20_000} defaultValue={text(description)} />
          )}
        </Field>
        <Field
          name={expectedResult}
          label={<Trans>Expected result</Trans>}
          hint={<Trans>How will we know that it is achieved?</Trans>}
          problem={problems[expectedResult]}
        >
          {(control) => (
            <textarea {...control} className="textarea short" data-most={20_000} defaultValue={text(expectedResult)} />
          )}
        </Field>
      </div>
    </details>
  );
}
