import { Trans } from "@lingui/react/macro";
import { BOARDS } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

interface ResponseDeadlineFormProps {
  values: Record<string, number | string | string[]>;
  problems: Record<string, ProblemCode>;
}

/** Within how many days each board answers: set by administrators. */
export function ResponseDeadlineForm({ values, problems }: ResponseDeadlineFormProps) {
  const labels = useLabels();
  return (
    <section className="section" id="promise">
      <h2>
        <Trans>Answer promise</Trans>
      </h2>
      <Form method="post" className="form" noValidate>
        <p className="hint">
          <Trans>Within how many days each board answers a suggestion. A promise that was given stays.</Trans>
        </p>
        <div className="two">
          {BOARDS.map((board) => (
            <Field key={board} name={board} label={labels.board(board)} problem={problems[board]}>
              {(control) => (
                <input {...control} className="input" inputMode="numeric" defaultValue={String(values[board] ?? "")} />
              )}
            </Field>
          ))}
        </div>
        <div className="buttons">
          <button className="button solid" name="intent" value="promise">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
