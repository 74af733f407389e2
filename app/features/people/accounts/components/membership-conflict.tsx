import { Trans, useLingui } from "@lingui/react/macro";
import { BOARDS, type Board, isOneOf, ROLES, type Role } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

/** A person's membership as somebody else saved it meanwhile. */
export interface Theirs {
  role: Role;
  networkId: number;
  boards: Board[];
}

interface MembershipConflictProps {
  theirs: Theirs;
  mine: Record<string, string | string[] | undefined>;
  networks: { id: number; name: string }[];
}

/** Somebody else saved this person first: both states, and the choice between them. */
export function MembershipConflict({ theirs, mine, networks }: MembershipConflictProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const said = (role: unknown, networkId: unknown, boards: readonly unknown[]) =>
    [
      isOneOf(ROLES, role) ? labels.role(role) : t`no role`,
      networks.find(({ id }) => id === Number(networkId))?.name,
      role === "coordinator" && format.list(BOARDS.filter((board) => boards.includes(board)).map(labels.boardShort)),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <div className="notice wrong" role="alert">
      <p>
        <strong>
          <Trans>Somebody changed this person while you had the form open. Nothing has been saved yet.</Trans>
        </strong>
      </p>
      <dl className="facts">
        <dt>
          <Trans>Now</Trans>
        </dt>
        <dd>{said(theirs.role, theirs.networkId, theirs.boards)}</dd>
        <dt>
          <Trans>Yours</Trans>
        </dt>
        <dd>{said(mine.role, mine.networkId, [mine.boards].flat())}</dd>
      </dl>
      <p>
        <Trans>
          Yours is still in the form: save once more to let it stand, or cancel to leave things as they are.
        </Trans>
      </p>
    </div>
  );
}
