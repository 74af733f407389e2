import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { LANGUAGES, type Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useHydrated } from "~/ui/hydrated.ts";
import { type DocumentKind, SHEETS, type SheetId } from "../paper.ts";

const SHEET: Record<SheetId, MessageDescriptor> = {
  boards: msg`Boards`,
  actions: msg`Actions`,
  "key-results": msg`Key results`,
  decisions: msg`Decisions`,
  heard: msg`Who was heard`,
  "due-and-done": msg`Due and done`,
  published: msg`What was published`,
};

interface DossierToolsProps {
  /** The document's page. */
  path: string;
  /** What its files' names begin with. */
  file: DocumentKind;
  language: Language;
}

/** A document's languages and files, and how to print it: on the screen alone. */
export function DossierTools({ path, file, language }: DossierToolsProps) {
  const { _ } = useLingui();
  const hydrated = useHydrated();
  return (
    <div className="dossier-tools">
      <ul className="dossier-languages">
        {LANGUAGES.map((one) => (
          <li key={one}>
            <Link lang={one} to={`${path}?lang=${one}`} aria-current={one === language ? "page" : undefined}>
              {LANGUAGE_NAMES[one]}
            </Link>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {hydrated && (
          <button type="button" className="button solid" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </button>
        )}
        <a className="button" href={`${path}/${file}.${language}.docx`} download>
          <Trans>Word file</Trans>
        </a>
        <a className="button" href={`${path}/${file}.${language}.html`} download>
          <Trans>One file for the phone</Trans>
        </a>
        <a className="button" href={`${path}/${file}.${language}.xlsx`} download>
          <Trans>Data for Excel</Trans>
        </a>
        <details className="dossier-data">
          <summary className="button">
            <Trans>Data as CSV</Trans>
          </summary>
          <ul>
            {SHEETS[file].map((sheet) => (
              <li key={sheet}>
                <a href={`${path}/${file}-${sheet}.${language}.csv`} download>
                  {_(SHEET[sheet])}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
      {!hydrated && (
        <p className="hint">
          <Trans>Print this page with your browser, also as a PDF: the document alone is printed.</Trans>
        </p>
      )}
    </div>
  );
}
