import { Trans } from "@lingui/react/macro";
import { WordDiff } from "~/features/core/history/components/word-diff.tsx";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import { Markdown } from "~/ui/markdown.tsx";
import type { PositionShown } from "../queries.server.ts";

/** The text of a position as it stands, what changed in it last, and in which languages it is there. */
export function PositionText({ text }: { text: PositionShown["text"] }) {
  const format = useFormat();
  if (!text) return null;
  const dayOf = (day: string) => format.day(Date.parse(`${day}T00:00:00Z`));
  const day = dayOf(text.day);
  return (
    <section className="section position-text" id="text">
      <h2>
        <Trans context="position">The text</Trans>
      </h2>
      <p className="soft">
        <Trans>as of {day}</Trans>
      </p>
      <Markdown html={text.html} lang={text.lang ?? undefined} />
      {text.changes && (
        <details>
          <summary>
            <Trans>What changed since the version before</Trans>
          </summary>
          <p className="position-changes">
            <WordDiff parts={text.changes} lang={text.lang ?? undefined} />
          </p>
        </details>
      )}
      <ul className="position-languages">
        {text.languages.map(({ language, day }) => (
          <li key={language} data-version-in={language}>
            {LANGUAGE_NAMES[language]}: {day ? dayOf(day) : <Trans>not there yet</Trans>}
          </li>
        ))}
      </ul>
    </section>
  );
}
