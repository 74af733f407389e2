import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { suggestionName } from "~/features/core/references.ts";
import { useLabels } from "~/ui/labels.ts";
import type { relatedSuggestions } from "../queries.server.ts";
import { StateMark } from "./state-mark.tsx";

type Around = ReturnType<typeof relatedSuggestions>;

/** The suggestions that shaped an action, by continent and country; and those about it that did not, or not yet. */
export function RelatedSuggestions({ around }: { around: Around }) {
  const shaped = around.filter((one) => one.shaped);
  const others = around.filter((one) => !one.shaped);
  if (around.length === 0) return null;
  return (
    <section className="section around">
      {shaped.length > 0 && (
        <>
          <h2>
            <Trans>Shaped by suggestions from</Trans>
          </h2>
          {byContinent(shaped).map(([continent, of]) => (
            <div key={continent}>
              <h3>{continent}</h3>
              <Rows of={of} />
            </div>
          ))}
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>
            <Trans>Suggested about it</Trans>
          </h2>
          <Rows of={others} />
        </>
      )}
    </section>
  );
}

function Rows({ of }: { of: Around }) {
  const labels = useLabels();
  return (
    <ul className="rows">
      {of.map(({ id, title, lang, origin, author, state, kind }) => (
        <li key={id}>
          <Link to={`/suggestions/${id}`} lang={lang ?? undefined}>
            {suggestionName(id)} {title}
          </Link>{" "}
          <StateMark state={state} />{" "}
          <small className="soft">
            {origin} · {author} · {labels.suggestionKind(kind)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function byContinent(shaped: Around): [string, Around][] {
  const continents = new Map<string, Around>();
  for (const one of shaped) continents.set(one.continent, [...(continents.get(one.continent) ?? []), one]);
  return [...continents];
}
