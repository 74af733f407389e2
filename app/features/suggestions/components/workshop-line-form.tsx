import { Trans } from "@lingui/react/macro";
import { LANGUAGES } from "~/domain.ts";
import type { SpeakerChoices } from "~/features/suggestions/choices.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { BoardField } from "./new-action-fields.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";
import { textIn } from "./submitted.ts";

interface WorkshopLineFormProps {
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  choices: SpeakerChoices;
  /** What was entered and is changed; null for the next one. */
  draft: number | null;
}

/** One thing that was said at a workshop, in as few fields as it takes. */
export function WorkshopLineForm({ submitted, problems, choices, draft }: WorkshopLineFormProps) {
  const labels = useLabels();
  const kind = textIn(submitted, "kind") === "remark" ? "remark" : "new-action";
  return (
    <Form method="post" className="form" noValidate>
      {draft !== null && <HiddenField name="draft" value={draft} />}
      {/* A workshop's new action is filed by the coordinator: it is said here in its title and its why. */}
      <HiddenField name="description" value={textIn(submitted, "description")} />
      <HiddenField name="expectedResult" value={textIn(submitted, "expectedResult")} />
      <HiddenField name="level" value={textIn(submitted, "level") || "national"} />
      <Choices legend={<Trans>Kind</Trans>} problem={problems.kind}>
        {(["new-action", "remark"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" value={one} defaultChecked={one === kind} />
            <span>{labels.suggestionKind(one)}</span>
          </label>
        ))}
      </Choices>
      <Field name="title" label={<Trans>In one line</Trans>} problem={problems.title}>
        {(control) => (
          <input {...control} className="input" data-most={200} defaultValue={textIn(submitted, "title")} />
        )}
      </Field>
      <Field name="why" label={<Trans>Why, in the words that were said</Trans>} problem={problems.why}>
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            data-most={20_000}
            defaultValue={textIn(submitted, "why")}
          />
        )}
      </Field>
      <div className="two">
        <BoardField submitted={submitted} problems={problems} placed={false} />
        <Field name="language" label={<Trans>You write in</Trans>} problem={problems.language}>
          {(control) => (
            <Select
              {...control}
              value={textIn(submitted, "language")}
              options={LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]])}
            />
          )}
        </Field>
      </div>
      <SpeakerFields submitted={submitted} problems={problems} choices={choices} />
      <div className="buttons">
        <button className="button solid" name="intent" value="enter">
          {draft === null ? <Trans>Enter it</Trans> : <Trans>Save</Trans>}
        </button>
      </div>
    </Form>
  );
}
