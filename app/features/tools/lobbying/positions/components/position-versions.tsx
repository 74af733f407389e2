import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import type { EntryShown } from "~/features/tools/engine/pages.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";

interface PositionVersionsProps {
  entry: Pick<EntryShown, "id" | "parts">;
  /** The reader's: what is written in it says no language of its own. */
  language: Language;
}

/** The versions of a position, each folded: its day, its language and what changed stand before its text. */
export function PositionVersions({ entry, language }: PositionVersionsProps) {
  const format = useFormat();
  const rows = entry.parts.find(({ kind }) => kind === "versions")?.rows ?? [];
  return (
    <ul className="rows parts">
      {rows.map(({ id, lang, values, mayKeep }) => {
        const day = format.day(Date.parse(`${values.day}T00:00:00Z`));
        return (
          <li key={id} id={`part-${id}`} data-part={id}>
            <details>
              <summary>
                <b>
                  {day} · {LANGUAGE_NAMES[lang ?? language]}
                </b>
                {values.changed ? <span lang={lang ?? undefined}> {String(values.changed)}</span> : null}
              </summary>
              <p className="version-text" lang={lang ?? undefined}>
                {String(values.wording)}
              </p>
            </details>
            {mayKeep && (
              <Link className="button quiet" to={`/positions/${entry.id}/parts/versions?edit=${id}`}>
                <Trans>Change</Trans>
                <span className="unseen">: {day}</span>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
