import { Plural, Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "@remix-run/react";
import { lazy, type MouseEvent, Suspense, useCallback, useRef, useState } from "react";
import { useLive } from "~/features/core/live/use-live.ts";
import type { Take } from "~/ui/drag-layer.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { SentForm } from "~/ui/sent-form.tsx";
import { funding } from "../funding.ts";
import type { StageColumn } from "../streams.server.ts";
import { MoveToast } from "./move-toast.tsx";
import type { Hover } from "./stage-drag.tsx";
import { cardOf, type MoveResult, moveOf, type StageMoves, useStageMoves } from "./stage-moves.ts";
import { StreamItem } from "./stream-item.tsx";
import { useStageCarrying } from "./use-stage-carrying.ts";
import { useStages } from "./use-stages.ts";

// Whoever may move nothing never downloads it.
const StageDrag = lazy(() => import("./stage-drag.tsx").then(({ StageDrag }) => ({ default: StageDrag })));

interface StageBoardProps {
  columns: StageColumn[];
  /** The newest event of the board that the columns show already. */
  version: number;
  /** The filters as the address has them. */
  query: string;
  /** The stream whose form the address has opened. */
  opened: number | null;
  news: MoveResult | null;
}

/** The streams in the columns of their stages, moved by form, by dragging and by keyboard. */
export function StageBoard({ columns, version, query, opened, news }: StageBoardProps) {
  const moves = useStageMoves(columns, opened, news);
  const stages = useStages();
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const carrying = useStageCarrying(columns, moves);
  const take = useRef<Take | null>(null);
  const [handy, setHandy] = useState(false);
  const onReady = useCallback(() => setHandy(true), []);
  const [hover, setHover] = useState<Hover | null>(null);
  const busy = hover !== null || moves.carried !== null || moves.open !== null || moves.sent.length > 0;
  useLive({ since: version, board: funding.board, paused: busy });
  const find = useCallback((id: number) => cardOf(columns, id), [columns]);
  const movable = columns.some(({ cards }) => cards.some(({ mayMove }) => mayMove));
  const back = `/funding${query && `?${query}`}`;
  return (
    <>
      {/* The handlers serve the cards' grips, and dragging by mouse and touch; the grips are the keyboard's way. */}
      <div
        className="fund-columns"
        data-hand={handy || undefined}
        onMouseDown={(event) => take.current?.(event)}
        onTouchStart={(event) => take.current?.(event)}
        onKeyDown={carrying.onKeyDown}
        onClick={(event) => followCard(event, moves, navigate)}
      >
        {moves.shown.map(({ stage, cards, rest }) => (
          <section
            key={stage}
            className="fund-column"
            data-stage={stage}
            data-landing={hover?.stage === stage || undefined}
            aria-labelledby={`stage-${stage}`}
          >
            <h2 id={`stage-${stage}`}>
              {stages(stage)} <small>{cards.length + rest}</small>
            </h2>
            <ol className="fund-cards">
              {cards.map((card) => (
                <StreamItem key={card.id} card={card} moves={moves} back={back} dragged={hover?.id === card.id} />
              ))}
              {cards.length === 0 && (
                <li className="none">
                  <Trans>Nothing here yet.</Trans>
                </li>
              )}
              {rest > 0 && (
                <li>
                  <Link to={listed(query, stage)}>
                    <Plural value={rest} one="# more in the list" other="# more in the list" />
                  </Link>
                </li>
              )}
            </ol>
          </section>
        ))}
      </div>
      {movable && (
        <p className="unseen" id="stage-grip-help">
          <Trans>Enter opens a form. Space picks the card up; then the arrow keys move it.</Trans>
        </p>
      )}
      <p className="unseen" aria-live="assertive">
        {carrying.said}
      </p>
      {hydrated && movable && (
        <Suspense>
          <StageDrag
            take={take}
            find={find}
            onReady={onReady}
            onHover={setHover}
            onDrop={(id, stage) => {
              carrying.keepFocusOn(id);
              if (stage) moves.propose(id, stage);
            }}
          />
        </Suspense>
      )}
      {moves.sent.map((sent) => (
        <SentForm key={sent.key} sent={sent} answer={moveOf} onSettled={moves.settle} />
      ))}
      <MoveToast moves={moves} back={back} />
    </>
  );
}

/** The list of a stage's streams, under the filters that hold. */
function listed(query: string, stage: string): string {
  const narrowed = new URLSearchParams(query);
  narrowed.set("stage", stage);
  return `/funding/list?${narrowed}`;
}

/** The cards' plain links, followed without loading the page anew; a grip's opens its form at once. */
function followCard(event: MouseEvent, moves: StageMoves, navigate: (to: string) => void): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("[data-entry] > a, [data-entry] > h3 > a");
  const id = Number(link?.closest<HTMLElement>("[data-entry]")?.dataset.entry);
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.classList.contains("grip")) moves.setOpen(moves.open === id ? null : id);
  else navigate(link.pathname);
}
