import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import { type KeyboardEvent, lazy, type MouseEvent, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useHydrated } from "~/ui/hydrated.ts";
import type { StageColumn, StreamCard } from "../streams.server.ts";
import { MoveToast } from "./move-toast.tsx";
import { SentStageMove } from "./sent-stage-move.tsx";
import { StageForm } from "./stage-form.tsx";
import type { Hover, Take } from "./stage-hand.tsx";
import { beside, cardOf, type MoveResult, type StageMoves, useStageMoves } from "./stage-moves.ts";
import { StreamFace } from "./stream-face.tsx";
import { useStages } from "./use-stages.ts";

// Whoever may move nothing never downloads it.
const StageHand = lazy(() => import("./stage-hand.tsx").then(({ StageHand }) => ({ default: StageHand })));

interface StageBoardProps {
  columns: StageColumn[];
  /** The filters as the address has them. */
  query: string;
  /** The stream whose form the address has opened. */
  opened: number | null;
  news: MoveResult | null;
}

/** The streams in the columns of their stages, moved by form, by dragging and by keyboard. */
export function StageBoard({ columns, query, opened, news }: StageBoardProps) {
  const moves = useStageMoves(columns, opened, news);
  const stages = useStages();
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const carrying = useStageCarrying(columns, moves);
  const take = useRef<Take | null>(null);
  const [handy, setHandy] = useState(false);
  const onReady = useCallback(() => setHandy(true), []);
  const [hover, setHover] = useState<Hover | null>(null);
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
                <StreamItem key={card.id} {...{ card, moves, back }} dragged={hover?.id === card.id} />
              ))}
              {cards.length === 0 && (
                <li className="none">
                  <Trans>Nothing here yet.</Trans>
                </li>
              )}
              {rest > 0 && (
                <li>
                  <Link to={`/funding/list?stage=${stage}`}>
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
          <StageHand {...{ take, find, onReady }} onHover={setHover} onDrop={moves.propose} />
        </Suspense>
      )}
      {moves.sent.map((sent) => (
        <SentStageMove key={sent.key} sent={sent} onSettled={moves.settle} />
      ))}
      <MoveToast moves={moves} back={back} />
    </>
  );
}

interface StreamItemProps {
  card: StreamCard;
  moves: StageMoves;
  back: string;
  dragged: boolean;
}

function StreamItem({ card, moves, back, dragged }: StreamItemProps) {
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
            {...{ id, version, stage, back }}
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

/** Carrying by keyboard, from column to column: Space picks up and puts down, Escape takes back, each step is announced. */
function useStageCarrying(columns: StageColumn[], { carried, setCarried, propose, open, setOpen }: StageMoves) {
  const { t } = useLingui();
  const stages = useStages();
  const [said, say] = useState("");

  // In another column the card is another element: the focus goes along with it.
  useEffect(() => {
    if (!carried) return;
    const grip = document.querySelector<HTMLElement>(`#E-${carried.id} .grip`);
    grip?.focus();
    grip?.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [carried]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" && open !== null) return setOpen(null);
    const grip = (event.target as Element).closest(".grip");
    const id = Number(grip?.closest<HTMLElement>("[data-entry]")?.dataset.entry);
    const card = grip && cardOf(columns, id);
    if (!card) return;
    const { title } = card;
    if (!carried) {
      if (event.key !== " ") return;
      event.preventDefault();
      setCarried({ id, stage: card.stage });
      const at = stages(card.stage);
      return say(t`“${title}” picked up, in ${at}. Arrow keys move it, Space puts it down, Escape takes it back.`);
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
    if (step) {
      event.preventDefault();
      const stage = beside(carried.stage, step);
      if (!stage) return say(t`“${title}” cannot go further that way.`);
      setCarried({ id, stage });
      say(stages(stage));
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      setCarried(null);
      propose(id, carried.stage);
      const at = stages(carried.stage);
      say(t`“${title}” put down in ${at}.`);
    } else if (event.key === "Escape" || event.key === "Tab") {
      setCarried(null);
      say(t`“${title}” is back where it was.`);
    }
  };
  return { said, onKeyDown };
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
