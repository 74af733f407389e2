import { Trans, useLingui } from "@lingui/react/macro";
import type { FormProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { HEALTHS, type Language } from "~/domain.ts";
import type { KeyResultShown } from "~/features/plan/key-results/queries.server.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { HEALTH_GLYPH, useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";
import { TextLanguage } from "~/ui/text-language.tsx";
import { FromTo } from "./key-results-section.tsx";
import { NumberField } from "./number-field.tsx";

interface CheckInFormProps {
  /** Those whose value is asked for. */
  keyResults: KeyResultShown[];
  values: Record<string, string | string[] | undefined>;
  problems?: Record<string, ProblemCode> | undefined;
  back: string;
  cancel: ReactNode;
  /** How it is sent from elsewhere than its own page. */
  sending?: Pick<FormProps, "action" | "navigate" | "fetcherKey">;
  /** Whether it is on its way. */
  busy?: boolean;
}

/** A short form: the values that are known, how it goes, what happened, what stands in the way. */
export function CheckInForm({ keyResults, values, problems = {}, back, cancel, ...more }: CheckInFormProps) {
  const { sending, busy } = more;
  const labels = useLabels();
  const submitted = (name: string) => String(values[name] ?? "");
  return (
    <Form method="post" className="form check-in-form" {...sending}>
      {sending && <HiddenField name="quick" value="1" />}
      <HiddenField name="back" value={back} />
      <TextLanguage submitted={values.textLanguage} />
      {keyResults.length > 0 && (
        <fieldset className="field values">
          <legend>
            <Trans>Values now</Trans>
          </legend>
          <span className="hint">
            <Trans>
              Leave a field empty where there is no new value. Without any, you check in on the whole action.
            </Trans>
          </span>
          <ul className="rows">
            {keyResults.map((one) => (
              <ValueFields key={one.id} of={one} submitted={submitted} problem={problems[`value.${one.id}`]} />
            ))}
          </ul>
        </fieldset>
      )}
      <Choices legend={<Trans>How does it go?</Trans>} problem={problems.health}>
        {HEALTHS.map((health) => (
          <label key={health}>
            <input type="radio" name="health" value={health} defaultChecked={submitted("health") === health} />
            <span className="health" data-health={health}>
              <span className="glyph" aria-hidden>
                {HEALTH_GLYPH[health]}
              </span>{" "}
              {labels.health(health)}
            </span>
          </label>
        ))}
      </Choices>
      <Field
        name="happened"
        label={<Trans>What happened</Trans>}
        hint={<Trans>Since the last check-in. “Nothing moved” is an answer too.</Trans>}
        problem={problems.happened}
      >
        {(control) => (
          <textarea {...control} className="textarea short" data-most={4000} defaultValue={submitted("happened")} />
        )}
      </Field>
      <Field
        name="obstacles"
        label={<Trans>What stands in the way</Trans>}
        hint={<Trans>Empty if nothing does.</Trans>}
        problem={problems.obstacles}
      >
        {(control) => (
          <textarea {...control} className="textarea short" data-most={4000} defaultValue={submitted("obstacles")} />
        )}
      </Field>
      <Field
        name="evidence"
        label={<Trans>Evidence</Trans>}
        hint={<Trans>A web address where it can be seen, if there is one.</Trans>}
        problem={problems.evidence}
      >
        {(control) => <input {...control} className="input" inputMode="url" defaultValue={submitted("evidence")} />}
      </Field>
      <div className="buttons">
        <button className="button solid" aria-busy={busy}>
          <Trans>Check in</Trans>
        </button>
        {cancel}
      </div>
      <p className="hint">
        <Trans>A check-in cannot be changed afterwards: another one follows it.</Trans>
      </p>
    </Form>
  );
}

interface ValueFieldsProps {
  of: KeyResultShown;
  submitted: (name: string) => string;
  problem: ProblemCode | undefined;
}

function ValueFields({ of, submitted, problem }: ValueFieldsProps) {
  const { t, i18n } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const { id, name, lang, unit, latest, checkedAt } = of;
  const [last, day] = [latest !== null && format.number(latest), checkedAt !== null && format.dayOf(checkedAt)];
  return (
    <li className="two">
      <NumberField
        name={`value.${id}`}
        label={<span lang={lang ?? undefined}>{name}</span>}
        hint={
          <>
            <FromTo {...of} />
            {last !== false && (
              <>
                {" · "}
                <Trans>
                  last: {last} on {day}
                </Trans>
              </>
            )}
          </>
        }
        value={submitted(`value.${id}`)}
        confirmed={submitted(`sure.value.${id}`)}
        unit={unit}
        problem={problem}
        language={i18n.locale as Language}
      />
      <Field name={`health.${id}`} label={<Trans>How it goes with this one</Trans>}>
        {(control) => (
          <Select
            {...control}
            value={submitted(control.name)}
            options={[
              ["", t`as below`],
              ...HEALTHS.map((one) => [one, `${HEALTH_GLYPH[one]} ${labels.health(one)}`] as const),
            ]}
          />
        )}
      </Field>
    </li>
  );
}
