import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { ANSWER_OUTCOMES, type Language } from "~/domain.ts";
import { ClassificationFields, ServedFields } from "~/features/plan/actions/components/classification-fields.tsx";
import { AMENDABLE } from "~/features/plan/actions/fields.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField, HiddenFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { AnswerScreen } from "../answer-screen.server.ts";
import { AnswerPoints } from "./answer-points.tsx";
import { textIn } from "./submitted.ts";

interface AnswerFormProps {
  screen: AnswerScreen;
  /** What was typed and came back; else what is kept, or the beginning. */
  submitted: DraftContent | null;
  problems: Record<string, ProblemCode>;
}

/** The form of an answer: what is decided, why, and what of it goes into the plan. */
export function AnswerForm({ screen, submitted: back, problems }: AnswerFormProps) {
  const submitted = back ?? screen.submitted;
  const labels = useLabels();
  const busy = useNavigation().state === "submitting";
  const { version, seen, writtenIn, languages, points, filing } = screen;
  return (
    <Form method="post" className="form answer-form" noValidate>
      <HiddenField name="version" value={version} />
      <HiddenFields fields={seen} />
      <Choices legend={<Trans>Decision</Trans>} problem={problems.decision}>
        {ANSWER_OUTCOMES.map((one) => (
          <label key={one}>
            <input type="radio" name="decision" value={one} defaultChecked={textIn(submitted, "decision") === one} />
            <span>{labels.decision(one)}</span>
          </label>
        ))}
      </Choices>

      {points.length > 0 && (
        <AnswerPoints points={points} submitted={submitted} problems={problems} kind={screen.kind} />
      )}

      <TemplateChoice templates={screen.templates} submitted={submitted} />
      {writtenIn.map((language) => (
        <Reason key={language} language={language} submitted={submitted} problems={problems} />
      ))}
      <details className="texts">
        <summary>
          <Trans>In the other languages too</Trans>
        </summary>
        <div className="form">
          {languages
            .filter((language) => !writtenIn.includes(language))
            .map((language) => (
              <Reason key={language} language={language} submitted={submitted} problems={problems} />
            ))}
        </div>
      </details>

      {filing && (
        <fieldset className="filing form">
          <legend>
            <Trans>How the new action is filed</Trans>
          </legend>
          <Field
            name={`edited.${screen.titleField}`}
            label={<Trans>Title</Trans>}
            problem={problems[`edited.${screen.titleField}`]}
          >
            {(control) => (
              <input
                {...control}
                className="input"
                lang={screen.lang ?? undefined}
                data-most={200}
                defaultValue={textIn(submitted, `edited.${screen.titleField}`) || screen.title}
              />
            )}
          </Field>
          <div className="two">
            <Field name="stage" label={<Trans>Stage</Trans>} problem={problems.stage}>
              {(control) => (
                <Select
                  {...control}
                  value={textIn(submitted, "stage")}
                  options={FIRST_STAGES.map((one) => [one, labels.stage(one)])}
                />
              )}
            </Field>
            <ClassificationFields values={submitted} problems={problems} choices={filing} fields={AMENDABLE} />
          </div>
          <ServedFields values={submitted} problems={problems} choices={filing} fields={AMENDABLE} />
        </fieldset>
      )}

      <div className="buttons">
        <button className="button solid" name="intent" value="preview" aria-busy={busy}>
          <Trans>Preview</Trans>
        </button>
        <button className="button" name="intent" value="keep" aria-busy={busy}>
          <Trans>Keep for later</Trans>
        </button>
      </div>
    </Form>
  );
}

function Reason({
  language,
  submitted,
  problems,
}: {
  language: Language;
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
}) {
  const name = `reason.${language}`;
  const spoken = LANGUAGE_NAMES[language];
  return (
    <Field name={name} label={<Trans>Reason ({spoken})</Trans>} problem={problems[name]}>
      {(control) => (
        <textarea
          {...control}
          className="textarea"
          data-most={20_000}
          lang={language}
          defaultValue={textIn(submitted, name)}
        />
      )}
    </Field>
  );
}

function TemplateChoice({ templates, submitted }: { templates: AnswerScreen["templates"]; submitted: DraftContent }) {
  const { t } = useLingui();
  return (
    <Field
      name="template"
      label={<Trans>Begin with a template</Trans>}
      hint={<Trans>It fills the empty reasons, each in its language. Then say what is particular here.</Trans>}
    >
      {(control) => (
        <span className="beside">
          <Select
            {...control}
            value={textIn(submitted, "template")}
            options={[["", t`None`], ...templates.map(({ id, name }) => [id, name] as const)]}
          />
          <button className="button" name="intent" value="template">
            <Trans>Put in</Trans>
          </button>
        </span>
      )}
    </Field>
  );
}
