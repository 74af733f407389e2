import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { LANGUAGES } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";

/** The form to hand out on paper beforehand, in each language. */
export function PaperLinks() {
  return (
    <p className="hint section">
      <Trans>A form to print and hand out beforehand:</Trans>{" "}
      {LANGUAGES.map((language) => (
        <Link key={language} to={`/suggestions/paper?text=${language}`} lang={language} className="inline">
          {LANGUAGE_NAMES[language]}
        </Link>
      ))}
    </p>
  );
}
