import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { suggestionName } from "~/features/core/references.ts";
import type { SuggestionScreen } from "../screen.server.ts";

/** What was merged into it: each with its author and origin, which stay visible. */
export function MergedOnes({ merged }: Pick<SuggestionScreen, "merged">) {
  if (merged.length === 0) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Merged into it</Trans>
      </h2>
      <ul className="rows">
        {merged.map(({ id, title, lang, author, origin }) => (
          <li key={id}>
            <Link to={`/suggestions/${id}`} lang={lang}>
              {suggestionName(id)} {title}
            </Link>{" "}
            <small className="soft">
              {author} · {origin}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
