import { Plural, Trans } from "@lingui/react/macro";
import type { Taken } from "../places.ts";

/** "7 of 20 places taken", or how many have signed up where places are not counted. */
export function PlacesTaken({ taken, places }: Taken) {
  if (places === null) return <Plural value={taken} _0="nobody signed up yet" one="# signed up" other="# signed up" />;
  return <Plural value={places} one={`${taken} of # place taken`} other={`${taken} of # places taken`} />;
}

/** The same at the head of an exchange's page, with whether one can still sign up. */
export function SignUpState({ closed, taken, places }: Taken & { closed: boolean }) {
  const free = places === null ? null : places - taken;
  return (
    <p className="sign-up-state">
      <b>
        <PlacesTaken taken={taken} places={places} />
      </b>{" "}
      <span className="soft">
        {closed ? (
          <Trans>Sign-up has closed.</Trans>
        ) : free !== null && free <= 0 ? (
          <Trans>All places are taken.</Trans>
        ) : (
          <Trans>Sign-up is open until the first day.</Trans>
        )}
      </span>
    </p>
  );
}
