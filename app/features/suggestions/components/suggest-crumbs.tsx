import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";

/** The way back from the forms of a suggestion: to all of them, and to the action that it is about. */
export function SuggestCrumbs({ about }: { about: { ref: string; title: string; lang: string | null } | null }) {
  return (
    <p className="crumbs">
      <Link to="/suggestions">
        <Trans>Suggestions</Trans>
      </Link>
      {about && (
        <Link to={`/actions/${about.ref}`} lang={about.lang ?? undefined}>
          {about.ref} {about.title}
        </Link>
      )}
    </p>
  );
}
