import { Trans } from "@lingui/react/macro";
import { BOARDS, type Language, LEVELS } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { textIn } from "./submitted.ts";

interface NewActionFieldsProps {
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  language: Language;
  /** Whether it stands on its board already: those who owe the answer are told, and stay the same. */
  placed: boolean;
}

/** What a member says of an action that the plan does not have yet: the coordinator files the rest. */
export function NewActionFields({ submitted, problems, language, placed }: NewActionFieldsProps) {
  const labels = useLabels();
  return (
    <>
      <Field
        name="description"
        label={<Trans>Description</Trans>}
        hint={<Trans>Who does what, with whom? A few sentences are enough.</Trans>}
        problem={problems.description}
      >
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
      <Field
        name="expectedResult"
        label={<Trans>Expected result</Trans>}
        hint={<Trans>How will we know that it is achieved?</Trans>}
        problem={problems.expectedResult}
      >
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
      <div className="two">
        <BoardField submitted={submitted} problems={problems} placed={placed} />
        <Field name="level" label={<Trans>Level</Trans>} problem={problems.level}>
          {(control) => (
            <Select
              {...control}
              value={textIn(submitted, "level")}
              options={LEVELS.map((one) => [one, labels.level(one)])}
            />
          )}
        </Field>
      </div>
    </>
  );
}

export function BoardField({ submitted, problems, placed }: Omit<NewActionFieldsProps, "language">) {
  const labels = useLabels();
  if (placed) return <HiddenField name="board" value={textIn(submitted, "board")} />;
  return (
    <Field name="board" label={<Trans>Board</Trans>} problem={problems.board}>
      {(control) => (
        <Select
          {...control}
          value={textIn(submitted, "board")}
          options={BOARDS.map((one) => [one, labels.board(one)])}
        />
      )}
    </Field>
  );
}
