import { Trans, useLingui } from "@lingui/react/macro";
import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ASSESSMENTS, type Assessment } from "~/domain.ts";
import { Problem } from "~/ui/field.tsx";
import { KeyField } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { ASSESSMENT_GLYPH, useLabels } from "~/ui/labels.ts";
import { isLineLost, type LineLost } from "~/ui/lost-line.ts";
import { TextLanguage } from "~/ui/text-language.tsx";
import type { ToAssess } from "../board-item.server.ts";
import type { MeetingResult } from "../form.server.ts";

interface AssessFormProps {
  action: ToAssess;
  /** What the form came back with, where it was sent without scripts. */
  answer: Extract<MeetingResult, { ok: false }> | null;
}

/**
 * How the committee finds an action: one press. What somebody is typing stays theirs while others assess; if it was
 * overtaken, it is said when it is sent, and nothing typed is lost.
 */
export function AssessForm({ action, answer }: AssessFormProps) {
  const { ref, version, assessment } = action;
  const { t } = useLingui();
  const labels = useLabels();
  const hydrated = useHydrated();
  const fetcher = useFetcher<MeetingResult | LineLost>({ key: `assess-${ref}` });
  const back = (fetcher.state === "idle" && fetcher.data) || answer;
  const invalid = back && "ok" in back && !back.ok ? back : null;
  const submitted = answer ? String(answer.submitted.note ?? "") : action.note;
  const [note, setNote] = useState(submitted);
  // What the one who types had before them: sent along, so that a colleague's word is never put aside unseen.
  const [base, setBase] = useState({ version, note: action.note });
  const area = useRef<HTMLTextAreaElement>(null);
  const sent = fetcher.formData?.get("assessment") as Assessment | null | undefined;
  const chosen = sent ?? assessment;
  const dirty = note !== base.note;

  // What was typed before the page was taken over.
  useEffect(() => {
    if (area.current && area.current.value !== submitted) setNote(area.current.value);
  }, [submitted]);

  useEffect(() => {
    if (base.version === version || dirty) return;
    setBase({ version, note: action.note });
    setNote(action.note);
  }, [base.version, version, dirty, action.note]);

  useEffect(() => {
    const data = fetcher.data;
    if (fetcher.state !== "idle" || !data || !("ok" in data)) return;
    // Saved: what was typed since is still to be saved. EditConflict: the next press is meant as it is seen now.
    if (data.ok) setBase({ version: data.version ?? version, note: data.note ?? "" });
    else if (data.status === 409) setBase({ version, note: action.note });
  }, [fetcher.state, fetcher.data, version, action.note]);

  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const form = event.currentTarget.form;
    if (event.key === "Escape") form?.closest("li")?.querySelector<HTMLElement>(".assess-title")?.focus();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
      form?.querySelector<HTMLButtonElement>(".save-note")?.click();
    else return;
    event.preventDefault();
  };

  const by = action.by ?? "";
  const nowStands = assessment && labels.assessment(assessment);
  const described = invalid?.problems.note || invalid?.problems.assessment ? `assess-${ref}-problem` : undefined;
  return (
    <fetcher.Form method="post" className="assess" aria-label={t`Assessment of ${ref}`} preventScrollReset>
      <KeyField />
      <TextLanguage submitted={answer?.submitted.textLanguage} />
      <HiddenField name="ref" value={ref} />
      <HiddenField name="intent" value="assess" />
      <HiddenField name="version" value={hydrated ? base.version : version} />
      {hydrated && <HiddenField name="quick" value="1" />}
      <fieldset>
        <legend className="unseen">
          <Trans>How the committee finds it</Trans>
        </legend>
        {ASSESSMENTS.map((one, index) => (
          <button
            key={one}
            className="button assessment"
            name="assessment"
            value={one}
            data-assessment={one}
            aria-pressed={chosen === one}
            aria-keyshortcuts={String(index + 1)}
          >
            <span aria-hidden>{ASSESSMENT_GLYPH[one]}</span> {labels.assessment(one)}
          </button>
        ))}
      </fieldset>
      <div className="note">
        <textarea
          ref={area}
          className="textarea line"
          name="note"
          rows={1}
          data-most={2000}
          aria-label={t`Note on ${ref}`}
          aria-describedby={described}
          aria-invalid={described ? true : undefined}
          placeholder={t`Note`}
          data-written={base.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={keys}
        />
        {assessment && (dirty || !hydrated) && (
          <button className="button save-note" name="assessment" value={assessment}>
            <Trans>Save the note</Trans>
          </button>
        )}
      </div>
      {dirty && !assessment && (
        <p className="hint">
          <Trans>The note is saved with the assessment.</Trans>
        </p>
      )}
      {invalid && Object.values(invalid.problems)[0] && (
        <Problem id={`assess-${ref}-problem`} code={Object.values(invalid.problems)[0] as never} />
      )}
      {invalid?.status === 409 && (
        <p className="problem" role="alert">
          <Trans>
            {by} assessed it meanwhile: {nowStands}. Nothing of yours was saved; your note is still here. Choose again
            if yours should stand.
          </Trans>
        </p>
      )}
      {isLineLost(back) && (
        <p className="problem" role="alert">
          <Trans>The line dropped: it was not saved. Try again when the line is there.</Trans>
        </p>
      )}
    </fetcher.Form>
  );
}
