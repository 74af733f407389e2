import { Trans } from "@lingui/react/macro";
import { useBeforeUnload, useNavigation } from "@remix-run/react";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { isOneOf, LANGUAGES, type Language } from "~/domain.ts";
import type { ActionChoices, ActionValues } from "~/features/plan/actions/form-types.ts";
import { FIRST_STAGES } from "~/features/plan/actions/stage.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { ClassificationFields, ServedFields } from "./classification-fields.tsx";
import { TextFields } from "./text-fields.tsx";

interface ActionFormProps {
  values: ActionValues;
  problems?: Record<string, ProblemCode> | undefined;
  choices: ActionChoices;
  /** Only a new action chooses its stage; later it is moved. */
  withStage?: boolean;
  /** Absent for a new action. */
  version?: number;
  submitLabel: ReactNode;
  cancel: ReactNode;
  /** What must be decided before the rest, when somebody else was first. */
  children?: ReactNode;
  /** What is chosen after the rest: what a new action takes over from another. */
  after?: ReactNode;
}

/** The form of an action: what it says, in one language and in as many others as are known; and how it is filed. */
export function ActionForm(props: ActionFormProps) {
  const { values, problems = {}, choices, withStage, version, submitLabel, cancel, children, after } = props;
  const labels = useLabels();
  const busy = useNavigation().state === "submitting";
  const [source, setSource] = useState<Language>(
    isOneOf(LANGUAGES, values.sourceLanguage) ? values.sourceLanguage : "en",
  );
  const text = (name: string) => String(values[name] ?? "");
  const warned = useUnsavedWarning();

  return (
    <Form method="post" className="form action-form" onChange={warned.onChange} onSubmit={warned.onSubmit} noValidate>
      {version !== undefined && <HiddenField name="version" value={version} />}
      {children}

      <Field name="sourceLanguage" label={<Trans>Written in</Trans>} problem={problems.sourceLanguage}>
        {(control) => (
          <Select
            {...control}
            value={source}
            options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
            onChange={(value) => setSource(value as Language)}
          />
        )}
      </Field>
      {[source, ...LANGUAGES.filter((one) => one !== source)].map((language) => (
        <TextFields key={language} language={language} text={text} problems={problems} isSource={language === source} />
      ))}

      <div className="two">
        <Field name="board" label={<Trans>Board</Trans>} problem={problems.board}>
          {(control) => (
            <Select
              {...control}
              value={text("board")}
              options={choices.boards.map((one) => [one, labels.board(one)])}
            />
          )}
        </Field>
        {withStage && (
          <Field name="stage" label={<Trans>Stage</Trans>} problem={problems.stage}>
            {(control) => (
              <Select
                {...control}
                value={text("stage")}
                options={FIRST_STAGES.map((one) => [one, labels.stage(one)])}
              />
            )}
          </Field>
        )}
        <ClassificationFields values={values} problems={problems} choices={choices} />
      </div>

      <ServedFields values={values} problems={problems} choices={choices} />
      {after}

      <div className="buttons">
        <button className="button solid" aria-busy={busy}>
          {busy ? <Trans>Saving…</Trans> : submitLabel}
        </button>
        {cancel}
      </div>
    </Form>
  );
}

/** Asks before a page with typed and unsaved text is closed. */
function useUnsavedWarning() {
  const unsaved = useRef(false);
  useBeforeUnload(
    useCallback((event) => {
      if (unsaved.current) event.preventDefault();
    }, []),
  );
  return {
    onChange: () => {
      unsaved.current = true;
    },
    onSubmit: () => {
      unsaved.current = false;
    },
  };
}
