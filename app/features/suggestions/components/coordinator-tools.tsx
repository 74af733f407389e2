import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { suggestionName } from "~/features/core/references.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { TextLanguage } from "~/ui/text-language.tsx";
import type { SuggestionScreen } from "../screen.server.ts";
import type { SimilarSuggestion } from "../similar.server.ts";

interface CoordinatorToolsProps extends Returned {
  screen: SuggestionScreen;
  /** What sounds like it, on its board. */
  alike: SimilarSuggestion[];
}

/** What the coordinators of the board do with it: answer, take up, put off, ask the author, merge. */
export function CoordinatorTools({ screen, alike, ...returned }: CoordinatorToolsProps) {
  const { id, about, kind, state, savedAnswer } = screen;
  const format = useFormat();
  const when = savedAnswer && format.instant(savedAnswer.at);
  return (
    <section className="panel" aria-labelledby="answering">
      <h2 id="answering">
        <Trans>Answer</Trans>
      </h2>
      <p className="soft">
        <Trans>The answer and its reason are public.</Trans>{" "}
        {kind === "amendment" && about && <Trans>Accepting changes {about.ref} in the same step.</Trans>}
        {kind === "new-action" && <Trans>Accepting enters the action in the plan in the same step.</Trans>}
      </p>
      {savedAnswer && (
        <p>
          <Trans>
            {savedAnswer.by} has begun an answer ({when}). It is not published yet.
          </Trans>
        </p>
      )}
      <div className="buttons">
        {savedAnswer ? (
          <Link className="button solid" to={`/suggestions/${id}/answer`}>
            <Trans>Go on with the answer</Trans>
          </Link>
        ) : (
          <>
            <Link className="button solid" to={`/suggestions/${id}/answer?decision=accepted`}>
              <Trans>Accept…</Trans>
            </Link>
            <Link className="button" to={`/suggestions/${id}/answer?decision=partly-accepted`}>
              <Trans>In part…</Trans>
            </Link>
            <Link className="button" to={`/suggestions/${id}/answer?decision=declined`}>
              <Trans>Decline…</Trans>
            </Link>
          </>
        )}
      </div>
      <div className="folds">
        {state === "submitted" && (
          <Form method="post" preventScrollReset>
            <button className="button" name="intent" value="take-up">
              <Trans>Take up</Trans>
            </button>
          </Form>
        )}
        <AskAuthor {...returned} />
        <PutOffUntil {...returned} />
        <MergeInto alike={alike} {...returned} />
      </div>
    </section>
  );
}

function AskAuthor(returned: Returned) {
  const { open, text, problems } = returnedTo("ask", returned);
  return (
    <Fold label={<Trans>Ask the author…</Trans>} open={open}>
      <Form method="post" className="form">
        <TextLanguage submitted={text("textLanguage")} />
        <Field name="text" label={<Trans>Your question</Trans>} problem={problems.text}>
          {(control) => (
            <textarea {...control} className="textarea short" data-most={5_000} defaultValue={text("text")} />
          )}
        </Field>
        <button className="button solid" name="intent" value="ask">
          <Trans>Ask</Trans>
        </button>
      </Form>
    </Fold>
  );
}

function PutOffUntil(returned: Returned) {
  const { open, text, problems } = returnedTo("put-off", returned);
  return (
    <Fold label={<Trans>Put off…</Trans>} open={open}>
      <Form method="post" className="form">
        <PutOffFields text={text} problems={problems} />
        <button className="button solid" name="intent" value="put-off">
          <Trans>Put off</Trans>
        </button>
      </Form>
    </Fold>
  );
}

export function PutOffFields({ text, problems }: { text: (name: string) => string; problems: Returned["problems"] }) {
  return (
    <>
      <Field
        name="until"
        label={<Trans>Until</Trans>}
        hint={<Trans>The answer promise stands: near its end it comes back by itself.</Trans>}
        problem={problems.until}
      >
        {(control) => <input {...control} className="input" type="date" defaultValue={text("until")} />}
      </Field>
      <Field
        name="why"
        label={<Trans>Why</Trans>}
        hint={<Trans>The author reads it. Not required.</Trans>}
        problem={problems.why}
      >
        {(control) => <input {...control} className="input" data-most={300} defaultValue={text("why")} />}
      </Field>
    </>
  );
}

/** What sounds like it is at hand; any other by its number. Radio buttons and the field share a name: a typed number wins. */
function MergeInto({ alike, ...returned }: Returned & { alike: SimilarSuggestion[] }) {
  const { open, text, problems } = returnedTo("merge", returned);
  return (
    <Fold label={<Trans>Mark as a duplicate…</Trans>} open={open}>
      <Form method="post" className="form">
        <p className="hint">
          <Trans>
            It is merged into the other one, which carries its author, origin and voices from then on. The supporters
            are told. It can be undone until the other one is answered.
          </Trans>
        </p>
        {alike.length > 0 && (
          <Choices legend={<Trans>What sounds like it</Trans>}>
            {alike.map(({ id, title, origin, lang }) => (
              <label key={id}>
                <input type="radio" name="alike" value={id} defaultChecked={text("alike") === String(id)} />
                <span lang={lang ?? undefined}>
                  {suggestionName(id)} {title} <small className="soft">{origin}</small>
                </span>
              </label>
            ))}
          </Choices>
        )}
        <Field
          name="into"
          label={alike.length > 0 ? <Trans>Or its number</Trans> : <Trans>The other one’s number</Trans>}
          problem={problems.into}
        >
          {(control) => <input {...control} className="input" placeholder="S-12" defaultValue={text("into")} />}
        </Field>
        <button className="button solid" name="intent" value="merge">
          <Trans>Merge</Trans>
        </button>
      </Form>
    </Fold>
  );
}
