import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { MoveForm } from "~/features/plan/actions/components/move-form.tsx";
import type { CardData, ColumnData } from "~/features/plan/boards/queries.server.ts";
import type { Moves, OpenMove } from "./use-moves.ts";

interface MovePanelProps {
  card: CardData;
  open: OpenMove;
  columns: ColumnData[];
  back: string;
  moves: Moves;
}

/** The form of a move, on its card. It takes the focus when JavaScript opens it, and gives it back to the grip. */
export function MovePanel({ card, open, columns, back, moves }: MovePanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const { ref } = card;

  useEffect(() => {
    const first = ["[aria-invalid]", "textarea", "select"].map((kind) =>
      panel.current?.querySelector<HTMLElement>(kind),
    );
    first.find(Boolean)?.focus();
    panel.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    return () => {
      const grip = document.querySelector<HTMLElement>(`[data-action="${ref}"] .grip`);
      // Only when the focus went down with the form: it may be somewhere else already.
      if (document.activeElement === document.body) grip?.focus();
    };
  }, [ref]);

  const stage = columns.find(({ cards }) => cards.some((one) => one.ref === ref))?.stage ?? "proposed";
  const close = () => moves.setOpen(null);
  return (
    <div ref={panel} className="move-panel">
      <MoveForm
        ref_={ref}
        version={card.version}
        stage={stage}
        submitted={open.submitted}
        problems={open.problems}
        neighbours={columns}
        back={back}
        onSubmit={(event) => {
          event.preventDefault();
          const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
          moves.sendForm(ref, fields);
        }}
        cancel={
          <Link
            className="button quiet"
            to={`${back}#${ref}`}
            preventScrollReset
            onClick={(event) => {
              event.preventDefault();
              close();
            }}
          >
            <Trans>Cancel</Trans>
          </Link>
        }
      />
      <p className="check-in-link alone">
        <Link to={`/actions/${ref}/check-in?back=${encodeURIComponent(`${back}#${ref}`)}`}>
          <Trans>Check in on {ref}</Trans>
        </Link>
      </p>
    </div>
  );
}
