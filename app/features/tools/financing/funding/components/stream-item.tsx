import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import type { StreamCard } from "../streams.server.ts";
import { StageForm } from "./stage-form.tsx";
import type { StageMoves } from "./stage-moves.ts";
import { StreamFace } from "./stream-face.tsx";

interface StreamItemProps {
  card: StreamCard;
  moves: StageMoves;
  back: string;
  dragged: boolean;
}

/** A stream in its column: its card, the grip that moves it, the form when it is open. */
export function StreamItem({ card, moves, back, dragged }: StreamItemProps) {
  const { t } = useLingui();
  const [query] = useSearchParams();
  const { id, version, stage, title, mayMove } = card;
  const carried = moves.carried?.id === id;
  const sent = moves.sent.some((one) => one.id === id);
  const opening = new URLSearchParams(query);
  opening.set("move", String(id));
  return (
    <li
      className="card"
      id={`E-${id}`}
      data-entry={id}
      data-version={version}
      data-held={carried ? "carried" : sent ? "sent" : undefined}
      data-lifted={dragged || undefined}
    >
      <StreamFace card={card} />
      {mayMove && (
        <a
          className="grip"
          href={`?${opening}#E-${id}`}
          aria-label={t`Move “${title}”`}
          aria-describedby="stage-grip-help"
          data-carried={carried || undefined}
        >
          <Trans>Move</Trans>
        </a>
      )}
      {mayMove && moves.open === id && (
        <div className="move-panel">
          <StageForm
            id={id}
            version={version}
            stage={stage}
            back={back}
            onSubmit={(event) => {
              event.preventDefault();
              const chosen = new FormData(event.currentTarget).get("stage");
              moves.setOpen(null);
              moves.propose(id, chosen as StreamCard["stage"]);
            }}
            cancel={
              <Link
                className="button quiet"
                to={`${back}#E-${id}`}
                preventScrollReset
                onClick={(event) => {
                  event.preventDefault();
                  moves.setOpen(null);
                }}
              >
                <Trans>Cancel</Trans>
              </Link>
            }
          />
        </div>
      )}
    </li>
  );
}
