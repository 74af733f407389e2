import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language, Stage } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useLabels } from "~/ui/labels.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { ActionText as Text } from "~db/stored/action-fields.ts";

interface ActionTextProps {
  /** The description as safe HTML. */
  text: Text & { language: Language };
  outcome: { text: string; language: Language } | null;
  stage: Stage;
}

/** What an action says: what for, how one will know, and what came of it. */
export function ActionText({ text, outcome, stage }: ActionTextProps) {
  const labels = useLabels();
  const stands = labels.stage(stage);
  return (
    <>
      {outcome && (
        <section className="outcome">
          <h2>{stage === "done" ? <Trans>Result</Trans> : <Trans>{stands}: the reason</Trans>}</h2>
          <p lang={outcome.language}>{outcome.text}</p>
        </section>
      )}
      {text.description ? (
        <Markdown html={text.description} lang={text.language} />
      ) : (
        <p className="soft">
          <Trans>There is no description yet.</Trans>
        </p>
      )}
      {text.expectedResult && (
        <section className="section">
          <h2>
            <Trans>Expected result</Trans>
          </h2>
          <p className="prose" lang={text.language}>
            {text.expectedResult}
          </p>
        </section>
      )}
    </>
  );
}

interface OtherLanguagesProps {
  text: { language: Language };
  written: Language[];
  sourceLanguage: Language;
}

/** In which language one reads it, and in which others it is written. */
export function OtherLanguages({ text, written, sourceLanguage }: OtherLanguagesProps) {
  const others = written.filter((language) => language !== text.language);
  const source = LANGUAGE_NAMES[sourceLanguage];
  const reading = LANGUAGE_NAMES[text.language];
  if (others.length === 0 && text.language === sourceLanguage && written.length === 1) {
    return (
      <p className="hint languages">
        <Trans>In {source} alone: not yet translated.</Trans>
      </p>
    );
  }
  return (
    <p className="hint languages">
      {text.language === sourceLanguage ? (
        <Trans>In {reading}, as first written.</Trans>
      ) : (
        <Trans>
          In {reading}; first written in {source}.
        </Trans>
      )}{" "}
      {others.map((language) => (
        <Link key={language} to={`?text=${language}`} lang={language} preventScrollReset>
          {LANGUAGE_NAMES[language]}
        </Link>
      ))}
    </p>
  );
}
