import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isOneOf, LANGUAGES, type Language, type SuggestionKind } from "~/domain.ts";
import type { SuggestionChoices } from "~/features/suggestions/choices.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { Similar } from "../similar.server.ts";
import { AmendmentFields } from "./amendment-fields.tsx";
import { DraftState } from "./draft-state.tsx";
import { BoardField, NewActionFields } from "./new-action-fields.tsx";
import { SimilarOnes } from "./similar-ones.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";
import { textIn } from "./submitted.ts";
import { useDraft } from "./use-draft.ts";
import { useSimilar } from "./use-similar.ts";

export interface SuggestionFormProps {
  kind: SuggestionKind;
  /** The action that it is about: its reference; null for a new action and a remark on a board. */
  about: string | null;
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  choices: SuggestionChoices;
  similar: Similar | null;
  /** The draft in which it is kept; null until something is typed, and where a suggestion is edited. */
  draft: number | null;
  /** The version of the suggestion that is edited; null for a new one. */
  version: number | null;
  submit: ReactNode;
  cancel: ReactNode;
  children?: ReactNode;
}

const STEPS = ["what", "why", "whom"] as const;
type Step = (typeof STEPS)[number];

/**
 * The form of a suggestion in three steps: what, why, for whom. On a phone one step is shown at a time, on a wide screen all
 * of them; the steps are radio buttons, so that it needs neither a script nor the line.
 */
export function SuggestionForm(props: SuggestionFormProps) {
  const { kind, submitted, problems, choices, version, submit, cancel, children } = props;
  const busy = useNavigation().state === "submitting";
  const [title, setTitle] = useState(textIn(submitted, "title"));
  const [language, setLanguage] = useState<Language>(
    isOneOf(LANGUAGES, submitted.language) ? submitted.language : "en",
  );
  const draft = useDraft(props.draft, version === null);
  const similar = useSimilar(title, props.similar, version === null);
  const first = firstStep(problems);
  const placed = version !== null;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0 && form.current) showProblem(form.current, first);
  }, [problems, first]);

  return (
    <Form
      ref={form}
      method="post"
      className="form suggestion-form"
      onChange={draft.onChange}
      onSubmit={draft.onSubmit}
      noValidate
    >
      <HiddenField name="kind" value={kind} />
      {props.about && <HiddenField name="about" value={props.about} />}
      {draft.id !== null && <HiddenField name="draft" value={draft.id} />}
      {version !== null && <HiddenField name="version" value={version} />}
      {children}
      <StepNames first={first} problems={problems} />

      <fieldset className="step" data-step="what">
        <legend>
          <Trans>What</Trans>
        </legend>
        <Field
          name="title"
          label={kind === "new-action" ? <Trans>Title of the action</Trans> : <Trans>In one line</Trans>}
          hint={TITLE_HINT[kind]}
          problem={problems.title}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              lang={language}
              data-most={200}
              defaultValue={textIn(submitted, "title")}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <SimilarOnes similar={similar} asked={title.trim() !== ""} />
        {kind === "new-action" && (
          <NewActionFields submitted={submitted} problems={problems} language={language} placed={placed} />
        )}
        {kind === "amendment" && <AmendmentFields submitted={submitted} problems={problems} choices={choices} />}
        {kind === "remark" && !props.about && <BoardField submitted={submitted} problems={problems} placed={placed} />}
        <Next to="why" />
      </fieldset>

      <fieldset className="step" data-step="why">
        <legend>
          <Trans>Why</Trans>
        </legend>
        <Field
          name="why"
          label={kind === "remark" ? <Trans>Your remark</Trans> : <Trans>Why is it needed?</Trans>}
          hint={WHY_HINT[kind]}
          problem={problems.why}
        >
          {(control) => (
            <textarea
              {...control}
              className="textarea"
              data-most={20_000}
              lang={language}
              defaultValue={textIn(submitted, "why")}
            />
          )}
        </Field>
        <Field name="language" label={<Trans>You write in</Trans>} problem={problems.language}>
          {(control) => (
            <Select
              {...control}
              value={language}
              options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
              onChange={(value) => setLanguage(value as Language)}
            />
          )}
        </Field>
        <Next to="whom" />
      </fieldset>

      <fieldset className="step" data-step="whom">
        <legend>
          <Trans>For whom</Trans>
        </legend>
        <SpeakerFields submitted={submitted} problems={problems} choices={choices} />
        <div className="buttons">
          <button className="button solid" name="intent" value="submit" aria-busy={busy}>
            {submit}
          </button>
        </div>
      </fieldset>

      <div className="buttons form-foot">
        {version === null && (
          <button className="button quiet" name="intent" value="draft" formNoValidate>
            <Trans>Keep as a draft</Trans>
          </button>
        )}
        {cancel}
        {version === null && <DraftState state={draft.state} />}
      </div>
    </Form>
  );
}

/** The names of the steps: a way through on a phone, hidden where all steps are shown. */
function StepNames({ first, problems }: { first: Step; problems: Record<string, ProblemCode> }) {
  const { t } = useLingui();
  const wrong = new Set(Object.keys(problems).map(stepOf));
  return (
    <div className="step-names" role="radiogroup" aria-label={t`Steps`}>
      {STEPS.map((step, index) => (
        <label key={step}>
          <input type="radio" name="step" id={`step-${step}`} value={step} defaultChecked={step === first} />
          <span>
            {index + 1}. {STEP_NAME[step]}
            {wrong.has(step) && <b aria-hidden> ▲</b>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** A label of the next step's radio button: it works before any script, and without one. */
function Next({ to }: { to: Step }) {
  return (
    <label className="button solid next" htmlFor={`step-${to}`}>
      <Trans>Next</Trans>
    </label>
  );
}

const STEP_NAME: Record<Step, ReactNode> = {
  what: <Trans>What</Trans>,
  why: <Trans>Why</Trans>,
  whom: <Trans>For whom</Trans>,
};

const TITLE_HINT: Record<SuggestionKind, ReactNode> = {
  "new-action": <Trans>What should be done, in a few words.</Trans>,
  amendment: <Trans>What you would change, in a few words: it is the title of your suggestion.</Trans>,
  remark: <Trans>What it is about, in a few words.</Trans>,
};

const WHY_HINT: Record<SuggestionKind, ReactNode> = {
  "new-action": <Trans>What is missing today, and for whom? Your own words are best.</Trans>,
  amendment: <Trans>What is wrong or missing today, and for whom? Your own words are best.</Trans>,
  remark: <Trans>What did you see, hear or think? Your own words are best.</Trans>,
};

const WHOM = new Set(["origin", "voice", "mandateBy", "mandateOn", "mandateOccasion"]);

function stepOf(field: string): Step {
  if (WHOM.has(field)) return "whom";
  return field === "why" || field === "language" ? "why" : "what";
}

/** Opens a step, which a phone shows alone, and brings the keyboard to the first field in it that has a problem. */
function showProblem(form: HTMLFormElement, step: Step): void {
  const radio = form.querySelector<HTMLInputElement>(`#step-${step}`);
  if (radio) radio.checked = true;
  const wrong = form.querySelector<HTMLElement>(`[data-step="${step}"] [aria-invalid]`);
  const control = wrong instanceof HTMLFieldSetElement ? wrong.querySelector<HTMLElement>("input, select") : wrong;
  control?.focus();
}

/** The first step with a problem in it; the first of all where there is none. */
function firstStep(problems: Record<string, ProblemCode>): Step {
  const wrong = Object.keys(problems).map(stepOf);
  return STEPS.find((step) => wrong.includes(step)) ?? "what";
}
