import { Trans } from "@lingui/react/macro";
import { DECISION_RULES } from "~/domain.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

interface RuleFormProps {
  values: Record<string, number | string | string[]>;
  problems: Record<string, ProblemCode>;
}

/** How the committee decides: set by administrators, for the reviews that are opened from then on. */
export function RuleForm({ values, problems }: RuleFormProps) {
  const labels = useLabels();
  return (
    <section className="section" id="decision-rule">
      <h2>
        <Trans>How the committee decides</Trans>
      </h2>
      <Form method="post" className="form" noValidate>
        <p className="hint">
          <Trans>
            It holds for the reviews that are opened from now on. A review keeps the rule that it began with.
          </Trans>
        </p>
        <Choices legend={<Trans>Rule</Trans>} problem={problems.rule}>
          {DECISION_RULES.map((rule) => (
            <label key={rule}>
              <input type="radio" name="rule" value={rule} defaultChecked={values.rule === rule} />
              <span>{labels.decisionRule(rule)}</span>
            </label>
          ))}
        </Choices>
        <Field
          name="quorum"
          label={<Trans>Quorum</Trans>}
          hint={<Trans>So many seats must take part, of the twelve; a seat that recuses itself does not count.</Trans>}
          problem={problems.quorum}
        >
          {(control) => (
            <input
              {...control}
              className="input number"
              inputMode="numeric"
              data-most={2}
              defaultValue={String(values.quorum ?? "")}
            />
          )}
        </Field>
        <div className="buttons">
          <button className="button solid" name="intent" value="decision-rule">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
