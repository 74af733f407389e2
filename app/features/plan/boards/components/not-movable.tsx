import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { CardData } from "~/features/plan/boards/queries.server.ts";
import { ToastClose } from "~/ui/toast-close.tsx";
import type { CardLabels } from "./card.tsx";

interface NotMovableProps {
  card: CardData;
  labels: CardLabels;
  /** Whether the viewer moves others of this board's actions. */
  movesOthers: boolean;
  maySuggest: boolean;
  back: string;
  onClose: () => void;
}

/** Why a card does not follow the hand, and what its viewer can do instead. */
export function NotMovable({ card: { ref, lead }, labels, movesOthers, maySuggest, back, onClose }: NotMovableProps) {
  const network = labels.network(lead);
  return (
    <div className="toast not-movable">
      <span>
        {movesOthers ? (
          <Trans>
            {ref} is led by {network}: its coordinators move it.
          </Trans>
        ) : (
          <Trans>The coordinators of this board move its actions.</Trans>
        )}
      </span>
      {maySuggest && (
        <Link className="button" to={`/suggestions/new?action=${ref}`}>
          <Trans>Suggest a change</Trans>
        </Link>
      )}
      <ToastClose back={back} onClose={onClose} />
    </div>
  );
}
