import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useFormat } from "~/ui/format.ts";
import type { Missing, MissingToReject } from "../rule.ts";

interface Seat {
  id: number;
  holder: string;
  network: string;
  continentId: number | null;
}

/** What keeps a decision from being adopted, in words: one sentence each. */
export function MissingForAdoption({ missing, seats }: { missing: Missing[]; seats: Seat[] }) {
  const format = useFormat();
  const networks = (ids: number[]) =>
    format.list(ids.map((id) => seats.find(({ continentId }) => continentId === id)?.network ?? ""));
  const say = (one: Missing): ReactNode => {
    switch (one.what) {
      case "quorum":
        return (
          <Plural
            value={one.seats}
            one="# seat more is needed for the quorum."
            other="# seats more are needed for the quorum."
          />
        );
      case "objections": {
        const who = format.list(
          seats.filter(({ id }) => one.seats.includes(id)).map(({ holder, network }) => `${holder} (${network})`),
        );
        const count = one.seats.length;
        return <Plural value={count} one={`${who} objects.`} other={`${who} object.`} />;
      }
      case "silent": {
        const which = networks(one.continents);
        const count = one.continents.length;
        return <Plural value={count} one={`${which} has not spoken yet.`} other={`${which} have not spoken yet.`} />;
      }
      case "unconsenting": {
        const which = networks(one.continents);
        return <Trans>No seat of {which} consents.</Trans>;
      }
      case "no-consent":
        return <Trans>No seat consents yet.</Trans>;
      case "majority":
        return (
          <Plural
            value={one.seats}
            one="# consent more is needed for a majority of the seats."
            other="# consents more are needed for a majority of the seats."
          />
        );
    }
  };
  return (
    <ul className="missing">
      {missing.map((one) => (
        <li key={one.what}>{say(one)}</li>
      ))}
    </ul>
  );
}

/** Why a decision cannot be recorded as not adopted yet, one sentence each. */
export function MissingToRejectList({ missing }: { missing: MissingToReject[] }) {
  return (
    <ul className="missing to-reject">
      {missing.map((one) => (
        <li key={one.what}>
          {one.what === "quorum" && (
            <Plural
              value={one.seats}
              one="# more seat is needed for the quorum."
              other="# more seats are needed for the quorum."
            />
          )}
          {one.what === "no-objection" && <Trans>No seat objects and no continent withholds its consent.</Trans>}
          {one.what === "majority-possible" && <Trans>A majority is still possible.</Trans>}
        </li>
      ))}
    </ul>
  );
}
