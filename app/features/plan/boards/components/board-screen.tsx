import { Trans } from "@lingui/react/macro";
import { type NavigateFunction, useNavigate, useSearchParams } from "@remix-run/react";
import { lazy, type MouseEvent, Suspense, useCallback, useRef, useState } from "react";
import type { Stage } from "~/domain.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import type { QuickAdded } from "~/features/plan/actions/quick-add.server.ts";
import { activeFilters, type BoardState, boardSearch, withParameter } from "~/features/plan/boards/filters.ts";
import type { CardData, ColumnData } from "~/features/plan/boards/queries.server.ts";
import { type BoardScope, type Movable, scopePath } from "~/features/plan/boards/scope.ts";
import type { Take } from "~/ui/drag-layer.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { lazyComponent, useLazy } from "~/ui/lazy.ts";
import { SentForm } from "~/ui/sent-form.tsx";
import { useKeptPlace } from "~/ui/use-kept-place.ts";
import { Card, type CardLabels } from "./card.tsx";
import type { Landing } from "./card-drag.tsx";
import { Column } from "./column.tsx";
import type { NotMovable } from "./not-movable.tsx";
import { StageNames } from "./stage-names.tsx";
import { carryKeysNear, useCarrying } from "./use-carrying.ts";
import { type MoveResult, type Moves, moveOf, type OpenMove, useMoves } from "./use-moves.ts";
import { useUnfolding } from "./use-unfolding.ts";

// Whoever may move nothing never downloads it.
const CardDrag = lazy(() => import("./card-drag.tsx").then(({ CardDrag }) => ({ default: CardDrag })));

// Nor does anybody the form, and what is said of a move, before a hand or the focus comes near a card.
const movePanel = lazyComponent(".move-panel", () => import("./move-panel.tsx").then(({ MovePanel }) => MovePanel));
const moveNews = lazyComponent(".move-news", () => import("./move-news.tsx").then(({ MoveNews }) => MoveNews));
const quickAdd = lazyComponent(".quick-add", () => import("./quick-add.tsx").then(({ QuickAdd }) => QuickAdd));
const formNear = () => void Promise.all([movePanel.ready(), moveNews.ready(), carryKeysNear()]).catch(() => {});

interface BoardScreenProps {
  board: BoardScope;
  columns: ColumnData[];
  state: BoardState;
  labels: CardLabels;
  /** The newest event that this answer shows. */
  version: number;
  /** Which actions the viewer may move. */
  movable: Movable;
  maySuggest: boolean;
  /** The form that the address or a refused move has opened. */
  opened: OpenMove | null;
  /** What came of a move that a plain form made. */
  news: MoveResult | null;
  quickAdd: {
    /** The stages in which the viewer can enter an action by its title. */
    stages: Stage[];
    /** The one whose form the address has opened. */
    opened: Stage | null;
    /** What came of a title that a plain form sent. */
    news: QuickAdded | null;
  };
}

/** A card that did not follow the hand, and what says why. */
interface Refused {
  card: CardData;
  Notice: typeof NotMovable;
}

/** The columns and everything that moves on them. */
export function BoardScreen(props: BoardScreenProps) {
  const { board, columns, state, labels, version, movable, maySuggest, opened, news } = props;
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const hydrated = useHydrated();
  const moves = useMoves(columns, opened, news);
  const carrying = useCarrying(columns, moves);
  useKeptPlace(".columns, .cards");
  const MovePanel = useLazy(movePanel, moves.open !== null, moves.formLost);
  const MoveNews = useLazy(moveNews, moves.result !== null, noop);
  const take = useRef<Take | null>(null);
  const [handy, setHandy] = useState(false);
  const onReady = useCallback(() => setHandy(true), []);
  const [landing, setLanding] = useState<Landing | null>(null);
  const unfolded = useUnfolding(columns, landing);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [adding, setAdding] = useState(props.quickAdd.news?.stage ?? props.quickAdd.opened);
  const QuickAdd = useLazy(quickAdd, adding !== null, () => setAdding(null));
  const busy = landing !== null || moves.carried !== null || moves.open !== null || moves.sent.length > 0;
  useLive({ since: version, board: board === "plan" ? null : board, paused: busy });

  const find = useCallback(
    (ref: string) => columns.flatMap((c) => c.cards).find((card) => card.ref === ref),
    [columns],
  );
  const press = (event: Parameters<Take>[0]) => {
    setRefused(null);
    const element = (event.target as Element).closest<HTMLElement>("[data-action]");
    const card = find(element?.dataset.action ?? "");
    if (!card || movable.has(card)) return take.current?.(event);
    import("./not-movable.tsx").then(
      ({ NotMovable, watchPress }) => watchPress(event.nativeEvent, () => setRefused({ card, Notice: NotMovable })),
      // Without a line the reason cannot be fetched: the card stays where it is, as it would have.
      noop,
    );
  };
  const back = `${scopePath(board)}${boardSearch(query).replace(/^\?$/, "")}`;

  const renderCard = (card: CardData) => {
    const { ref } = card;
    const mayMove = movable.has(card);
    const href = mayMove ? `${withParameter(query, "move", ref)}#${ref}` : undefined;
    const open = mayMove && moves.open?.ref === ref ? moves.open : null;
    return (
      <Card key={ref} card={card} labels={labels} held={heldAs(ref, moves, landing)} moveHref={href}>
        {open && MovePanel && <MovePanel card={card} open={open} columns={columns} back={back} moves={moves} />}
      </Card>
    );
  };

  const foot = (stage: Stage) => {
    // What is added belongs to one board.
    if (board === "plan" || !props.quickAdd.stages.includes(stage)) return null;
    if (QuickAdd && adding === stage)
      return (
        <QuickAdd board={board} stage={stage} back={back} news={props.quickAdd.news} onClose={() => setAdding(null)} />
      );
    return (
      <a
        className="quick-add-link"
        href={`${withParameter(query, "add", stage)}#add-${stage}`}
        aria-describedby={`name-${stage}`}
        onClick={(event) => {
          event.preventDefault();
          setAdding(stage);
        }}
      >
        <Trans>Quick add</Trans>
      </a>
    );
  };

  return (
    <>
      <StageNames columns={moves.shown} />
      {/* The handlers serve the grips of the cards, and dragging by mouse and touch; the grips are the keyboard's way. */}
      <div
        className="columns"
        data-hand={handy || undefined}
        onPointerOver={movable.some ? formNear : undefined}
        onFocus={movable.some ? formNear : undefined}
        onMouseDown={press}
        onTouchStart={press}
        onKeyDown={(event) => {
          if (event.key === "Escape" && moves.open) moves.setOpen(null);
          else carrying.onKeyDown(event);
        }}
        onClick={(event) => followCardLink(event, moves, navigate)}
      >
        {moves.shown.map((column) => (
          <Column
            key={column.stage}
            column={column}
            query={query}
            renderCard={renderCard}
            filtered={activeFilters(state) > 0}
            gap={gapIn(column, landing)}
            unfolded={unfolded === column.stage}
          >
            {foot(column.stage)}
          </Column>
        ))}
      </div>
      {movable.some && (
        <p className="unseen" id="grip-help">
          <Trans>Enter opens a form. Space picks the card up; then the arrow keys move it.</Trans>
        </p>
      )}
      <p className="unseen" aria-live="assertive">
        {carrying.said}
      </p>
      {hydrated && movable.some && (
        <Suspense>
          <CardDrag
            take={take}
            cardOf={find}
            labels={labels}
            onReady={onReady}
            onLanding={setLanding}
            onDrop={(ref, place) => {
              carrying.keepFocusOn(ref);
              if (place) moves.propose(ref, place);
            }}
          />
        </Suspense>
      )}
      {moves.sent.map((sent) => (
        <SentForm key={sent.key} sent={sent} answer={moveOf} onSettled={moves.settle} />
      ))}
      <div role="status">
        {refused ? (
          <refused.Notice
            card={refused.card}
            labels={labels}
            movesOthers={movable.onBoardOf(refused.card)}
            maySuggest={maySuggest}
            back={back}
            onClose={() => setRefused(null)}
          />
        ) : (
          MoveNews && <MoveNews back={back} moves={moves} />
        )}
      </div>
    </>
  );
}

const noop = () => {};

function heldAs(ref: string, { carried, sent }: Moves, landing: Landing | null) {
  if (landing?.ref === ref) return "dragged";
  if (carried?.ref === ref) return "carried";
  return sent.some((one) => one.ref === ref) ? "sent" : undefined;
}

function gapIn({ stage, cards }: ColumnData, landing: Landing | null) {
  if (landing?.place.stage !== stage) return null;
  const above = cards.findIndex((card) => card.ref === landing.place.after);
  return { index: landing.place.after === null ? 0 : above < 0 ? cards.length : above + 1, height: landing.height };
}

/** The cards' plain links, followed without loading the page anew; a grip's opens its form at once. */
function followCardLink(event: MouseEvent, moves: Moves, navigate: NavigateFunction): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("[data-action] > a, [data-action] > h3 > a");
  const ref = link?.closest<HTMLElement>("[data-action]")?.dataset.action;
  if (!ref || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.classList.contains("grip")) moves.setOpen(moves.open?.ref === ref ? null : { ref });
  else navigate(link.pathname);
}
