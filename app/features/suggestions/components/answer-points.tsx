import { Trans } from "@lingui/react/macro";
import type { SuggestionKind } from "~/domain.ts";
import { FieldChange } from "~/features/core/history/components/field-change.tsx";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import { Field, Problem } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import type { DraftContent } from "~db/stored/suggestions.ts";
import type { AnswerScreen } from "../answer-screen.server.ts";
import { choiceName, editedName } from "../applying.ts";
import { textIn } from "./submitted.ts";

interface AnswerPointsProps {
  points: AnswerScreen["points"];
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  kind: SuggestionKind;
}

/**
 * Field by field, what the plan would take over. Where the plan has moved on since, all three stand side by side: as it was,
 * as it is, as it is suggested.
 */
export function AnswerPoints({ points, submitted, problems, kind }: AnswerPointsProps) {
  return (
    <section className="points">
      <h2>
        <Trans>What goes into the plan</Trans>
      </h2>
      <p className="hint">
        <Trans>Accepted takes everything; in part, only what you choose here.</Trans>
      </p>
      {points.map((point) => (
        <PointChoice key={point.field} point={point} submitted={submitted} problems={problems} kind={kind} />
      ))}
    </section>
  );
}

function PointChoice({
  point: { field, state, change, meanwhile, meant, text },
  submitted,
  problems,
  kind,
}: Omit<AnswerPointsProps, "points"> & { point: AnswerScreen["points"][number] }) {
  const names = useFieldNames();
  const name = choiceName(field);
  const problem = problems[name];
  const chosen = textIn(submitted, name);
  const id = `problem-${name}`;
  return (
    <fieldset className="point" data-state={state} aria-describedby={problem ? id : undefined}>
      <legend>{names(field)}</legend>
      {state === "already" && (
        <p className="soft">
          <Trans>The plan says so by now.</Trans>
        </p>
      )}
      {state === "clash" && (
        <p className="overdue">
          <Trans>The plan has moved on here since it was written.</Trans>
        </p>
      )}
      <dl className="changes">
        {meanwhile && (
          <>
            <Labelled label={<Trans>Changed meanwhile</Trans>} />
            <FieldChange change={meanwhile} />
          </>
        )}
        {meant && (
          <>
            <Labelled label={<Trans>Suggested, from how it was</Trans>} />
            <FieldChange change={meant} />
          </>
        )}
        {change && state !== "already" && (
          <>
            {state === "clash" && <Labelled label={<Trans>Suggested, against how it is now</Trans>} />}
            <FieldChange change={change} />
          </>
        )}
      </dl>
      {state !== "already" && (
        <div className="choices">
          <label>
            <input type="radio" name={name} value="suggested" defaultChecked={chosen === "suggested"} />
            <span>
              <Trans>As suggested</Trans>
            </span>
          </label>
          {text !== null && (
            <label>
              <input type="radio" name={name} value="edited" defaultChecked={chosen === "edited"} />
              <span>
                <Trans>In other words</Trans>
              </span>
            </label>
          )}
          <label>
            <input type="radio" name={name} value="now" defaultChecked={chosen === "now"} />
            <span>{kind === "new-action" ? <Trans>Leave it out</Trans> : <Trans>As it is now</Trans>}</span>
          </label>
        </div>
      )}
      {text !== null && state !== "already" && (
        <OtherWords field={field} text={text} submitted={submitted} problems={problems} />
      )}
      {problem && <Problem id={id} code={problem} />}
    </fieldset>
  );
}

interface OtherWordsProps extends Pick<AnswerPointsProps, "submitted" | "problems"> {
  field: AnswerScreen["points"][number]["field"];
  /** The words that are suggested. */
  text: string;
}

/** The words in which a text goes into the plan, begun with the suggested ones; in sight once they are chosen. */
function OtherWords({ field, text, submitted, problems }: OtherWordsProps) {
  const name = editedName(field);
  return (
    <div className="other-words">
      <Field name={name} label={<Trans>The words that go into the plan</Trans>} problem={problems[name]}>
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            lang={/\.(\w+)$/.exec(field)?.[1]}
            data-most={field.startsWith("title.") ? 200 : 20_000}
            defaultValue={textIn(submitted, name) || text}
          />
        )}
      </Field>
    </div>
  );
}

function Labelled({ label }: { label: React.ReactNode }) {
  return (
    <div className="label-row">
      <dt>{label}</dt>
      <dd />
    </div>
  );
}
