import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { useFormat } from "~/ui/format.ts";
import type { ReportSection } from "../sections.ts";
import { useSectionNames } from "./use-section-names.ts";

interface SectionsToWriteProps {
  year: number;
  language: Language;
  sections: { section: ReportSection; written: Language[] }[];
}

/** For coordinators: what text each section has, and the way to write it. */
export function SectionsToWrite({ year, language, sections }: SectionsToWriteProps) {
  const { t } = useLingui();
  const names = useSectionNames();
  const format = useFormat();
  return (
    <section className="section sections-to-write">
      <h2>
        <Trans>The text around the figures</Trans>
      </h2>
      <ul className="rows">
        {sections.map(({ section, written }) => {
          const name = names(section);
          const languages = format.list(written.map((one) => LANGUAGE_NAMES[one]));
          return (
            <li key={section}>
              <span>{name}</span>
              <span className="soft">
                {written.length > 0 ? <Trans>Written in {languages}</Trans> : <Trans>No text yet</Trans>}
              </span>
              <Link to={`/reports/${year}/sections/${section}?lang=${language}`} aria-label={t`Write: ${name}`}>
                <Trans context="button">Write</Trans>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
