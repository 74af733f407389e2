import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { LANGUAGES, type Language, type Translated } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import { LANGUAGE_NAMES, languageShown } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface ProseFormProps {
  /** The language that is written. */
  on: Language;
  prose: Translated;
  version: number;
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  /** The path to go back to without saving. */
  cancel: string;
}

/** A section's text in one language, with the way to its texts in the others. */
export function ProseForm({ on, prose, version, submitted, problems, cancel }: ProseFormProps) {
  const others = LANGUAGES.filter((one) => one !== on && prose[one]);
  const language = LANGUAGE_NAMES[on];
  const languageOfReport = languageShown(prose, on);
  const shown = languageOfReport && LANGUAGE_NAMES[languageOfReport];
  return (
    <>
      <ul className="dossier-languages">
        {LANGUAGES.map((one) => (
          <li key={one}>
            <Link lang={one} to={`?lang=${one}`} aria-current={one === on ? "page" : undefined}>
              {LANGUAGE_NAMES[one]}
            </Link>
          </li>
        ))}
      </ul>
      {shown && !prose[on] && (
        <p className="notice">
          <Trans>
            No text in {language} yet. Until it has one, the report shows the text in {shown}.
          </Trans>
        </p>
      )}
      <Form method="post" className="form" noValidate>
        <HiddenField name="language" value={on} />
        <HiddenField name="version" value={version} />
        <Field
          name="prose"
          label={<Trans>Text in this language ({language})</Trans>}
          hint={<Trans>It stands before the section’s figures. Markdown works: lists, **bold**, links.</Trans>}
          problem={problems.prose ?? problems.language ?? problems.version}
        >
          {(control) => (
            <textarea
              {...control}
              className="textarea"
              lang={on}
              rows={12}
              data-most={20_000}
              defaultValue={String(submitted.prose ?? prose[on] ?? "")}
            />
          )}
        </Field>
        <div className="buttons">
          <button className="button solid">
            <Trans>Save</Trans>
          </button>
          <Link className="button quiet" to={cancel}>
            <Trans>Cancel</Trans>
          </Link>
        </div>
      </Form>
      {others.map((one) => (
        <details key={one} className="section">
          <summary>
            <Trans>The text in another language:</Trans> <span lang={one}>{LANGUAGE_NAMES[one]}</span>
          </summary>
          <p lang={one} className="prose-now">
            {prose[one]}
          </p>
        </details>
      ))}
    </>
  );
}
