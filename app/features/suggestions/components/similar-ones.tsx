import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { isUnanswered } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
import { useHydrated } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import type { Similar } from "../similar.server.ts";

interface SimilarOnesProps {
  similar: Similar | null;
  /** Whether there is a title to look for. */
  asked: boolean;
}

/** What sounds like it already: to support instead of saying it again. Without a script, a button looks for it. */
export function SimilarOnes({ similar, asked }: SimilarOnesProps) {
  const labels = useLabels();
  const hydrated = useHydrated();
  const found = similar ? similar.suggestions.length + similar.actions.length : 0;
  return (
    <div className="similar" aria-live="polite">
      {!hydrated && (
        <button className="button" name="intent" value="similar" formNoValidate>
          <Trans>Look for similar ones</Trans>
        </button>
      )}
      {similar && asked && found === 0 && !hydrated && (
        <p className="hint">
          <Trans>Nothing similar was found.</Trans>
        </p>
      )}
      {similar && found > 0 && (
        <>
          <p>
            <strong>
              {similar.suggestions.some(isUnanswered) ? (
                <Trans>Is it one of these? Then support that one instead.</Trans>
              ) : (
                <Trans>These sound like it:</Trans>
              )}
            </strong>
          </p>
          <ul className="rows">
            {similar.suggestions.map((one) => (
              <li key={one.id} data-board={one.board}>
                <Link to={`/suggestions/${one.id}`} lang={one.lang ?? undefined}>
                  {suggestionName(one.id)} {one.title}
                </Link>{" "}
                <small className="soft">
                  {one.origin} · {labels.suggestionState(one.state)} ·{" "}
                  <Plural value={one.voices} one="# voice" other="# voices" />
                </small>{" "}
                {isUnanswered(one) && (
                  <button className="button" name="intent" value="support" formAction={`/suggestions/${one.id}`}>
                    <Trans>Support this one</Trans>
                  </button>
                )}
              </li>
            ))}
            {similar.actions.map((one) => (
              <li key={one.ref} data-board={one.board}>
                <Link to={`/actions/${one.ref}`} lang={one.lang ?? undefined}>
                  {one.ref} {one.title}
                </Link>{" "}
                <small className="soft">
                  <Trans>In the plan already</Trans> · {labels.stage(one.stage)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
