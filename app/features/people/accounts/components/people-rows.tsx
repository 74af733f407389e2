import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board, Role } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

export interface PersonRow {
  id: string;
  name: string;
  /** Null where the viewer may not see it. */
  email: string | null;
  role: Role;
  boards: Board[];
  network: { slug: string; name: string } | undefined;
  suspended: boolean;
}

/** People by name: who they are, in which role, for which network. Names lead on only for whoever manages people. */
export function PeopleRows({ people, manages, self }: { people: PersonRow[]; manages: boolean; self: string }) {
  const labels = useLabels();
  const format = useFormat();
  return (
    <ul className="rows people">
      {people.map(({ id, name, role, network, email, boards, suspended }) => (
        <li key={id}>
          <span>
            {/* Nobody manages themselves: their own name leads to their settings. */}
            {id === self ? (
              <Link to="/settings">{name}</Link>
            ) : manages ? (
              <Link to={`/people/${id}`}>{name}</Link>
            ) : (
              <strong>{name}</strong>
            )}{" "}
            {suspended && (
              <span className="tag">
                <Trans>suspended</Trans>
              </span>
            )}
            {email && <small className="soft">{email}</small>}
          </span>
          <span>
            {labels.role(role)}
            {boards.length > 0 && <small className="soft">{format.list(boards.map(labels.boardShort))}</small>}
          </span>
          {network && <Link to={`/networks/${network.slug}`}>{network.name}</Link>}
        </li>
      ))}
    </ul>
  );
}
