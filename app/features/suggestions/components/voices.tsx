import { Plural, Trans } from "@lingui/react/macro";
import { suggestionName } from "~/features/core/references.ts";
import { FollowButton } from "~/ui/follow-button.tsx";
import { Form } from "~/ui/form.tsx";
import type { SuggestionScreen } from "../screen.server.ts";

type Support = Pick<SuggestionScreen, "id" | "tallies" | "voices">;

/** How many voices support it, national and continental apart; who they are; and one's own. */
export function Voices({ screen }: { screen: SuggestionScreen }) {
  const { supported, following, may } = screen;
  return (
    <section className="voices" aria-labelledby="voices">
      <h2 id="voices" className="unseen">
        <Trans>Support</Trans>
      </h2>
      <div className="tallies">
        <Tallies tallies={screen.tallies} />
        <div className="buttons">
          {may.support && !supported && (
            <Form method="post" preventScrollReset>
              <button className="button solid" name="intent" value="support">
                <Trans>Support</Trans>
              </button>
            </Form>
          )}
          {supported && may.withdrawSupport && (
            <Form method="post" preventScrollReset>
              <button className="button" name="intent" value="take-back">
                <Trans>Take my voice back</Trans>
              </button>
            </Form>
          )}
          <FollowButton following={following} />
        </div>
      </div>
      <Supporters {...screen} />
    </section>
  );
}

/** The voices for who reads and does no more: beside the list of the inbox. */
export function VoicesRead(support: Support) {
  return (
    <section className="voices">
      <div className="tallies">
        <Tallies tallies={support.tallies} />
      </div>
      <Supporters {...support} />
    </section>
  );
}

function Tallies({ tallies }: Pick<Support, "tallies">) {
  return (
    <>
      <p>
        <strong>{tallies.national}</strong>
        <small>
          <Plural value={tallies.national} one="national voice" other="national voices" />
        </small>
      </p>
      <p>
        <strong>{tallies.continental}</strong>
        <small>
          <Plural value={tallies.continental} one="continental voice" other="continental voices" />
        </small>
      </p>
      {tallies.other > 0 && (
        <p>
          <strong>{tallies.other}</strong>
          <small>
            <Plural value={tallies.other} one="international voice" other="international voices" />
          </small>
        </p>
      )}
    </>
  );
}

function Supporters({ id, voices }: Support) {
  if (voices.length === 0) return null;
  return (
    <details className="who-supports">
      <summary>
        <Trans>Who supports it</Trans>
      </summary>
      <ul className="rows">
        {voices.map(({ name, origin, organisation, suggestionId }) => (
          <li key={`${suggestionId}-${name}`}>
            {name}{" "}
            <small className="soft">
              {organisation ? <Trans>for the organisation</Trans> : <Trans>personally</Trans>}
              {origin && ` · ${origin}`}
              {suggestionId !== id && (
                <>
                  {" · "}
                  <Trans>given to {suggestionName(suggestionId)}</Trans>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
