import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { SuggestionScreen } from "../screen.server.ts";

interface AnswerViewProps {
  answer: NonNullable<SuggestionScreen["answer"]>;
  /** What the plan has of it now. */
  result: SuggestionScreen["result"];
}

/** The answer with its reason, and what became of it in the plan since. */
export function AnswerView({ answer, result }: AnswerViewProps) {
  const labels = useLabels();
  const format = useFormat();
  const names = useFieldNames();
  const { decision, reasons, by, at, taken } = answer;
  const [first, ...others] = reasons;
  const day = format.dayOf(at);
  return (
    <section className="answer outcome" id="answer" data-decision={decision}>
      <h2>{labels.decision(decision)}</h2>
      {first && <Markdown html={first.html} lang={first.lang} />}
      {others.map(({ lang, html }) => (
        <details key={lang}>
          <summary lang={lang}>{LANGUAGE_NAMES[lang]}</summary>
          <Markdown html={html} lang={lang} />
        </details>
      ))}
      {taken && (
        <ul className="taken">
          {taken.taken.map((field) => (
            <li key={field}>
              <Trans>taken: {names(field)}</Trans>
            </li>
          ))}
          {taken.edited.map((field) => (
            <li key={field}>
              <Trans>taken in other words: {names(field)}</Trans>
            </li>
          ))}
          {taken.left.map((field) => (
            <li key={field} className="soft">
              <Trans>left: {names(field)}</Trans>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        <Trans>
          {by}, {day}
        </Trans>
      </p>
      {result && (
        <p>
          <Trans>
            In the plan:{" "}
            <Link to={`/actions/${result.ref}`} lang={result.lang ?? undefined}>
              {result.ref} {result.title}
            </Link>
          </Trans>{" "}
          <span className="tag">{labels.stage(result.stage)}</span>
        </p>
      )}
    </section>
  );
}
