import { Trans } from "@lingui/react/macro";
import { Link, useNavigation } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import { FieldChange } from "~/features/core/history/components/field-change.tsx";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { AnswerScreen } from "../answer-screen.server.ts";
import { editedText, isTaken } from "../applying.ts";

/** A kept answer as everyone will read it, what it does to the plan, and the button that publishes both. */
export function AnswerPreview({ screen, formTo }: { screen: AnswerScreen; formTo: string }) {
  const { kind, answer, version } = screen;
  const labels = useLabels();
  const busy = useNavigation().state === "submitting";
  if (!answer) return null;
  return (
    <>
      <section className="answer outcome" data-decision={answer.decision}>
        <h2>{labels.decision(answer.decision)}</h2>
        {answer.reasons.map(({ lang, html }) => (
          <div key={lang} className="reason-in">
            {answer.reasons.length > 1 && <p className="hint">{LANGUAGE_NAMES[lang as Language]}</p>}
            <Markdown html={html} lang={lang} />
          </div>
        ))}
      </section>
      {answer.decision !== "declined" && kind !== "remark" && <WhatChanges screen={screen} />}
      <p className="soft told">
        <Trans>The author and all who support it are told at once, each in their language.</Trans>
      </p>
      <Form method="post" className="buttons" style={{ marginTop: 20 }}>
        <HiddenField name="version" value={version} />
        <button className="button solid" name="intent" value="publish" aria-busy={busy}>
          <Trans>Publish the answer</Trans>
        </button>
        <Link className="button" to={formTo}>
          <Trans>Change it</Trans>
        </Link>
        <Link className="button quiet" to="/suggestions/inbox?show=written">
          <Trans>Publish it later, with others</Trans>
        </Link>
      </Form>
    </>
  );
}

function WhatChanges({ screen }: { screen: AnswerScreen }) {
  const { kind, points, submitted, about, answer, title, titleField, lang } = screen;
  const names = useFieldNames();
  const entered = editedText(submitted, titleField) || title;
  const takes = points.filter(
    ({ field, state }) => state !== "already" && (answer?.decision === "accepted" || isTaken(submitted, field)),
  );
  const left = points.filter((point) => !takes.includes(point) && point.state !== "already");
  return (
    <section className="section">
      <h2>
        <Trans>What changes in the plan</Trans>
      </h2>
      {kind === "new-action" ? (
        <p>
          <Trans>
            A new action: <q lang={lang ?? undefined}>{entered}</q>
          </Trans>
        </p>
      ) : (
        about && (
          <p className="alone">
            <Link to={`/actions/${about.ref}`} lang={about.lang ?? undefined}>
              {about.ref} {about.title}
            </Link>
          </p>
        )
      )}
      <dl className="changes">
        {takes.map(({ field, change, edited }) => {
          const shown = edited ?? change;
          return shown && <FieldChange key={field} change={shown} />;
        })}
      </dl>
      {kind === "amendment" && takes.length === 0 && (
        <p className="soft">
          <Trans>Nothing: no field is taken over.</Trans>
        </p>
      )}
      {left.map(({ field }) => (
        <p key={field} className="soft">
          <Trans>left: {names(field)}</Trans>
        </p>
      ))}
      {takes.some(({ field }) => field.includes(".")) && kind === "amendment" && (
        <p className="hint">
          <Trans>
            Only this language’s text changes. To carry it over into the others, edit the action afterwards.
          </Trans>
        </p>
      )}
    </section>
  );
}
