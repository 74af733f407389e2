import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Role, SeatCapacity } from "~/domain.ts";
import { useLabels } from "~/ui/labels.ts";

/** The networks directly under one; nothing where there are none. */
export function NetworksBelow({ networks }: { networks: { slug: string; name: string }[] }) {
  if (networks.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans>Networks under it</Trans>
      </h2>
      <ul className="rows">
        {networks.map((one) => (
          <li key={one.slug}>
            <Link to={`/networks/${one.slug}`}>{one.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The seats that a network has in the steering committee; nothing where it has none. */
export function NetworkSeats({ seats }: { seats: { id: number; holder: string | null; capacity: SeatCapacity }[] }) {
  const labels = useLabels();
  if (seats.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans>In the committee</Trans>
      </h2>
      <ul className="rows">
        {seats.map(({ id, holder, capacity }) => (
          <li key={id}>
            {holder} <small className="soft">{labels.capacity(capacity)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NetworkPerson {
  id: string;
  name: string;
  role: Role;
  suspended: boolean;
  /** Null where the viewer may not see it. */
  email: string | null;
}

/** Who has an account for a network. */
export function NetworkPeople({ people }: { people: NetworkPerson[] }) {
  const labels = useLabels();
  return (
    <section>
      <h2>
        <Trans>People</Trans>
      </h2>
      {people.length === 0 && (
        <p className="soft">
          <Trans>Nobody has an account for this network yet.</Trans>
        </p>
      )}
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            {person.name} <small className="soft">{labels.role(person.role)}</small>{" "}
            {person.suspended && (
              <span className="tag">
                <Trans>suspended</Trans>
              </span>
            )}
            {person.email && <small className="soft address">{person.email}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
