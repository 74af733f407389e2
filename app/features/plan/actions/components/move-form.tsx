import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { isOneOf, STAGES, type Stage } from "~/domain.ts";
import type { Neighbours } from "~/features/plan/actions/form-types.ts";
import { outcomeRequiredBy } from "~/features/plan/actions/stage.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useChosen } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { TextLanguage } from "~/ui/text-language.tsx";

interface MoveFormProps {
  ref_: string;
  version: number;
  /** Where it stands. */
  stage: Stage;
  /** What is filled in at first: what was typed before, where a card was dropped, or a stage from a link. */
  submitted?: { stage?: string; after?: string; outcome?: string; textLanguage?: string };
  problems?: Record<string, ProblemCode> | undefined;
  neighbours: Neighbours[];
  /** Where to go back to after a plain form post. */
  back: string;
  /** Where the form is sent: the page that shows it. */
  action?: string;
  cancel: ReactNode;
  onSubmit?: (event: React.FormEvent<HTMLFormElement>) => void;
}

/** The small form by which an action is moved without dragging: on a card, on its own page, with or without JavaScript. */
export function MoveForm(props: MoveFormProps) {
  const { ref_: ref, version, submitted = {}, problems = {}, neighbours, back, action, cancel, onSubmit } = props;
  const { t } = useLingui();
  const labels = useLabels();
  const first = isOneOf(STAGES, submitted.stage) ? submitted.stage : props.stage;
  const select = useRef<HTMLSelectElement>(null);
  // Only with JavaScript can the places and the question follow the stage that is chosen.
  const [chosen, choose] = useChosen(first, () => select.current?.value as Stage | undefined);
  const stage = chosen ?? first;
  const asked = outcomeRequiredBy(stage);
  return (
    <Form method="post" action={action} className="form move-form" preventScrollReset onSubmit={onSubmit}>
      <HiddenField name="intent" value="move" />
      <HiddenField name="ref" value={ref} />
      <HiddenField name="version" value={version} />
      <HiddenField name="back" value={back} />
      <TextLanguage submitted={submitted.textLanguage} />
      <Field name="stage" label={<Trans>Stage</Trans>} problem={problems.stage}>
        {(control) => (
          <select
            {...control}
            ref={select}
            className="select"
            defaultValue={first}
            onChange={(event) => choose(event.currentTarget.value as Stage)}
          >
            {STAGES.map((one) => (
              <option key={one} value={one}>
                {labels.stage(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {problems.stage === "link-missing" && (
        <p className="alone">
          <Link to={`/actions/${ref}/strengthens`}>
            <Trans>Name the networks that {ref} strengthens</Trans>
          </Link>
        </p>
      )}
      <Field name="after" label={<Trans>Place</Trans>} problem={problems.after}>
        {(control) => (
          <select {...control} className="select" defaultValue={submitted.after ?? "end"}>
            <option value="top">{t`At the top`}</option>
            <option value="end">{t`At the end`}</option>
            {neighbours
              .filter(({ cards }) => cards.some((card) => card.ref !== ref))
              .map((column) => (
                <optgroup
                  key={column.stage}
                  label={labels.stage(column.stage)}
                  hidden={chosen !== null && column.stage !== chosen}
                >
                  {column.cards
                    .filter((card) => card.ref !== ref)
                    .map((card) => (
                      <option key={card.ref} value={card.ref}>
                        {t`Below ${card.ref}: ${card.title}`}
                      </option>
                    ))}
                </optgroup>
              ))}
          </select>
        )}
      </Field>
      {(asked || chosen === null) && (
        <Field
          name="outcome"
          label={OUTCOME_LABEL[asked ?? "either"]}
          hint={OUTCOME_HINT[asked ?? "either"]}
          problem={problems.outcome}
        >
          {(control) => (
            <textarea {...control} className="textarea short" data-most={4000} defaultValue={submitted.outcome} />
          )}
        </Field>
      )}
      <div className="buttons">
        <button className="button solid">
          <Trans>Move</Trans>
        </button>
        {cancel}
      </div>
    </Form>
  );
}

const OUTCOME_LABEL = {
  result: <Trans>Result</Trans>,
  reason: <Trans>Reason</Trans>,
  either: <Trans>Result or reason</Trans>,
};

const OUTCOME_HINT = {
  result: <Trans>What was achieved? Everyone reads it on the action’s page.</Trans>,
  reason: <Trans>Why? Everyone reads it on the action’s page.</Trans>,
  either: <Trans>Needed only for Done (the result), On hold and Dropped (the reason).</Trans>,
};
