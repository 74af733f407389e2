import { Trans } from "@lingui/react/macro";
import type { Language } from "~/domain.ts";
import { ClassificationFields, ServedFields } from "~/features/plan/actions/components/classification-fields.tsx";
import { AMENDABLE } from "~/features/plan/actions/fields.ts";
import type { SuggestionChoices } from "~/features/suggestions/choices.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { textIn } from "./submitted.ts";

interface AmendmentFieldsProps {
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  choices: SuggestionChoices;
}

/** A copy of an action to be edited: what differs in the end is the amendment. */
export function AmendmentFields({ submitted, problems, choices }: AmendmentFieldsProps) {
  const language = textIn(submitted, "textLanguage") as Language;
  const name = LANGUAGE_NAMES[language];
  return (
    <fieldset className="copy form" aria-describedby={problems.proposal ? "copy-problem" : undefined}>
      <legend>
        <Trans>A copy of the action. Change what should be different; the rest stays as it is.</Trans>
      </legend>
      {problems.proposal && <Problem id="copy-problem" code={problems.proposal} />}
      <HiddenField name="textLanguage" value={language} />
      <HiddenField name="baseVersion" value={textIn(submitted, "baseVersion")} />
      <Field name="actionTitle" label={<Trans>Title ({name})</Trans>} problem={problems.actionTitle}>
        {(control) => (
          <textarea
            {...control}
            className="textarea line"
            rows={1}
            lang={language}
            defaultValue={textIn(submitted, "actionTitle")}
            data-most={200}
          />
        )}
      </Field>
      <Field name="description" label={<Trans>Description ({name})</Trans>} problem={problems.description}>
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            lang={language}
            defaultValue={textIn(submitted, "description")}
            data-most={20_000}
          />
        )}
      </Field>
      <Field name="expectedResult" label={<Trans>Expected result ({name})</Trans>} problem={problems.expectedResult}>
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            lang={language}
            defaultValue={textIn(submitted, "expectedResult")}
            data-most={20_000}
          />
        )}
      </Field>
      <details className="texts" open={AMENDABLE.some((field) => problems[field])}>
        <summary>
          <Trans>Priority, level, lead, quarters, partners, principles</Trans>
        </summary>
        <div className="form">
          <div className="two">
            <ClassificationFields values={submitted} problems={problems} choices={choices} fields={AMENDABLE} />
          </div>
          <ServedFields values={submitted} problems={problems} choices={choices} fields={AMENDABLE} />
        </div>
      </details>
    </fieldset>
  );
}
