import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGES, type Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import type { returnedTo } from "~/ui/fold.tsx";
import { Select } from "~/ui/select.tsx";

interface AboutFieldsProps {
  mine: ReturnType<typeof returnedTo>;
  /** The reader's, in which most of what they add is written. */
  language: Language;
  titleHint?: ReactNode;
}

/** What is asked of a link and of a file alike: title, language, source. */
export function AboutFields({ mine: { open, text, problems }, language, titleHint }: AboutFieldsProps) {
  const { t } = useLingui();
  const languages = LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]] as const);
  return (
    <>
      <Field name="title" label={<Trans>Title</Trans>} hint={titleHint} problem={problems.title}>
        {(control) => <input {...control} className="input" data-most={200} defaultValue={text("title")} />}
      </Field>
      <div className="two">
        <Field name="language" label={<Trans>Language</Trans>} problem={problems.language}>
          {(control) => (
            <Select
              {...control}
              value={open ? text("language") : language}
              options={[...languages, ["", t`None, or another`]]}
            />
          )}
        </Field>
        <Field
          name="source"
          label={<Trans>Source</Trans>}
          hint={<Trans>An organisation, a meeting, a newspaper.</Trans>}
          problem={problems.source}
        >
          {(control) => <input {...control} className="input" data-most={300} defaultValue={text("source")} />}
        </Field>
      </div>
    </>
  );
}
