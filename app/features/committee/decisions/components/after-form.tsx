import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Choices, Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { TextLanguage } from "~/ui/text-language.tsx";
import type { DecisionScreen } from "../screen.server.ts";

interface AfterFormProps {
  screen: DecisionScreen;
  /** The quarter of the review that is open, where this viewer may propose; null otherwise. */
  proposableIn: string | null;
  /** Whether its day has not come yet in that review. */
  early: boolean;
  returned: Returned;
}

/** What is done with an adopted decision: carried out, looked at again. */
export function AfterForm({ screen, proposableIn, early, returned }: AfterFormProps) {
  const { may, doneAt, doer, doerNetwork, lookAgainOn } = screen;
  const { problems } = returnedTo("look", returned);
  const format = useFormat();
  const day = lookAgainOn && format.day(new Date(`${lookAgainOn}T00:00:00Z`));
  const looks = may.revisit && proposableIn !== null && proposableIn !== screen.review.quarter;
  const carries = may.carryOut && (doer !== null || doerNetwork !== null);
  if (!carries && !looks) return null;
  return (
    <section className="section after-decision">
      {carries && (
        <Form method="post" preventScrollReset>
          {doneAt === null ? (
            <button className="button solid" name="intent" value="done">
              <Trans>It is carried out</Trans>
            </button>
          ) : (
            <button className="button" name="intent" value="undone">
              <Trans>It is not carried out after all</Trans>
            </button>
          )}
        </Form>
      )}
      {looks && !early && (
        <>
          <h2>
            <Trans>Looking again</Trans>
          </h2>
          <LookForm screen={screen} proposableIn={proposableIn} returned={returned} />
        </>
      )}
      {looks && early && (
        <Fold label={<Trans>Look again now</Trans>} open={Object.keys(problems).length > 0}>
          <p className="hint">
            {day ? (
              <Trans>It comes before the committee again on {day}. You can look at it earlier.</Trans>
            ) : (
              <Trans>No day is set for looking at it again.</Trans>
            )}
          </p>
          <LookForm screen={screen} proposableIn={proposableIn} returned={returned} />
        </Fold>
      )}
    </section>
  );
}

/** What the committee says of a decision that it looks at again. */
function LookForm({ screen, proposableIn, returned }: Omit<AfterFormProps, "early">) {
  const { id, version } = screen;
  const { text, problems } = returnedTo("look", returned);
  return (
    <div className="folds">
      <Form method="post" className="form look-form" noValidate preventScrollReset>
        <HiddenField name="version" value={version} />
        <TextLanguage submitted={text("textLanguage")} />
        <Choices legend={<Trans>What the committee says now</Trans>} problem={problems.outcome}>
          <label>
            <input type="radio" name="outcome" value="kept" defaultChecked={text("outcome") === "kept"} />
            <span>
              <Trans>Keep the decision</Trans>
            </span>
          </label>
          <label>
            <input type="radio" name="outcome" value="ended" defaultChecked={text("outcome") === "ended"} />
            <span>
              <Trans>End the decision</Trans>
            </span>
          </label>
        </Choices>
        <Field name="reason" label={<Trans>Reason</Trans>} problem={problems.reason}>
          {(control) => (
            <textarea {...control} className="textarea short" data-most={2000} defaultValue={text("reason")} />
          )}
        </Field>
        <Field name="until" label={<Trans>If it is kept: look again on (optional)</Trans>} problem={problems.until}>
          {(control) => <input {...control} className="input" type="date" defaultValue={text("until")} />}
        </Field>
        <div className="buttons">
          <button className="button" name="intent" value="look">
            <Trans>Record the outcome</Trans>
          </button>
        </div>
      </Form>
      <Link className="button" to={`/reviews/${proposableIn}/decisions/new?revisits=${id}`}>
        <Trans>Propose a decision that changes it</Trans>
      </Link>
    </div>
  );
}
