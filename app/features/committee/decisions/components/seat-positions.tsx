import { Trans } from "@lingui/react/macro";
import { SEAT_POSITION_GLYPH, useLabels } from "~/ui/labels.ts";
import type { DecisionScreen } from "../screen.server.ts";

/** Every seat with what it says, by continental network. */
export function SeatPositions({ seats, open }: { seats: DecisionScreen["seats"]; open: boolean }) {
  const labels = useLabels();
  return (
    <ul className="rows seat-positions">
      {seats.map(({ id, holder, network, position, reason, reasonLang, present, mine }) => (
        <li key={id} data-seat={id} data-position={position ?? undefined}>
          <span className="seat-name">
            <strong>{holder}</strong>{" "}
            <small className="soft">
              {network}
              {open && present && (
                <>
                  {" · "}
                  <Trans>present</Trans>
                </>
              )}
              {mine && (
                <>
                  {" · "}
                  <Trans>your seat</Trans>
                </>
              )}
            </small>
          </span>
          <span className="seat-position">
            {position ? (
              <>
                <span aria-hidden>{SEAT_POSITION_GLYPH[position]}</span> {labels.position(position)}
              </>
            ) : (
              <span className="soft">{open ? <Trans>not yet</Trans> : <Trans>said nothing</Trans>}</span>
            )}
          </span>
          {reason && (
            <blockquote className="as-written" lang={reasonLang ?? undefined}>
              {reason}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
