import { Trans } from "@lingui/react/macro";
import { Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { useWords } from "~/ui/words.ts";
import { BOARDS, type Language, LEVELS } from "~/words.ts";
import type { TypedDraft } from "../content.ts";
import { textIn } from "./typed.ts";

interface NewActionFieldsProps {
  typed: TypedDraft;
  problems: Record<string, ProblemCode>;
  language: Language;
}

/** What a member says of an action that the plan does not have yet: the coordinator files the rest. */
export function NewActionFields({ typed, problems, language }: NewActionFieldsProps) {
  const words = useWords();
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
            defaultValue={textIn(typed, "description")}
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
            defaultValue={textIn(typed, "expectedResult")}
          />
        )}
      </Field>
      <div className="two">
        <BoardField typed={typed} problems={problems} />
        <Field name="level" label={<Trans>Level</Trans>} problem={problems.level}>
          {(control) => (
            <Select
              {...control}
              value={textIn(typed, "level")}
              options={LEVELS.map((one) => [one, words.level(one)])}
            />
          )}
        </Field>
      </div>
    </>
  );
}

export function BoardField({ typed, problems }: Pick<NewActionFieldsProps, "typed" | "problems">) {
  const words = useWords();
  return (
    <Field name="board" label={<Trans>Board</Trans>} problem={problems.board}>
      {(control) => (
        <Select {...control} value={textIn(typed, "board")} options={BOARDS.map((one) => [one, words.board(one)])} />
      )}
    </Field>
  );
}
