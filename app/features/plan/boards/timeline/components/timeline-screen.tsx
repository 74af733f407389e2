import { Trans } from "@lingui/react/macro";
import { useSearchParams } from "@remix-run/react";
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "~/features/core/live/use-live.ts";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import { activeFilters, type BoardState } from "~/features/plan/boards/filters.ts";
import { type BoardScope, type Movable, scopePath } from "~/features/plan/boards/scope.ts";
import type { Timeline } from "~/features/plan/boards/timeline/queries.server.ts";
import { timelineSearch } from "~/features/plan/boards/timeline/query.ts";
import type { Take } from "~/ui/drag-layer.tsx";
import { useHydrated } from "~/ui/hydrated.ts";
import { Pages } from "~/ui/pages.tsx";
import { SentForm } from "~/ui/sent-form.tsx";

import { ReplanNews } from "./replan-news.tsx";
import { TimelineKey } from "./timeline-key.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import { TimelineTools } from "./timeline-tools.tsx";
import { useEndKeys } from "./use-end-keys.ts";
import { type OpenPlan, type ReplanResult, type Replans, replanOf, useReplans } from "./use-replans.ts";

// Whoever may plan nothing anew never downloads it.
const EndDrag = lazy(() => import("./end-drag.tsx").then(({ EndDrag }) => ({ default: EndDrag })));

interface TimelineScreenProps {
  board: BoardScope;
  timeline: Timeline;
  state: BoardState;
  labels: CardLabels;
  /** The newest event that this answer shows. */
  version: number;
  /** Which actions the viewer may plan anew. */
  movable: Movable;
  /** The form that the address or a refused change has opened. */
  opened: OpenPlan | null;
  /** What came of a change that a plain form made. */
  news: ReplanResult | null;
}

/** A board as quarters, side by side, and everything that changes on it. */
export function TimelineScreen(props: TimelineScreenProps) {
  const { board, timeline, state, labels, version, movable, opened, news } = props;
  const [query] = useSearchParams();
  const hydrated = useHydrated();
  const replans = useReplans(timeline, opened, news);
  const keys = useEndKeys(timeline.window, replans);
  const box = useTodayInSight(timeline.window);
  const take = useRef<Take | null>(null);
  const [handy, setHandy] = useState(false);
  const onReady = useCallback(() => setHandy(true), []);

  const busy = replans.held !== null || replans.open !== null || replans.sent.length > 0;
  useLive({ since: version, board: board === "plan" ? null : board, paused: busy });

  const back = `${scopePath(board)}${timelineSearch(query)}`;
  return (
    <div className="timeline">
      <TimelineTools timeline={timeline} query={query} />
      {/* The handlers serve the ends of the bars, which are sliders: one for all of them. */}
      <div
        ref={box}
        className="timeline-box"
        data-hand={handy || undefined}
        onMouseDown={(event) => take.current?.(event)}
        onTouchStart={(event) => take.current?.(event)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && replans.open && !replans.held) replans.setOpen(null);
          else keys.onKeyDown(event);
        }}
        onBlur={keys.onBlur}
        onClick={(event) => openForm(event, replans)}
      >
        {timeline.groups.length > 0 ? (
          <TimelineTable
            timeline={timeline}
            query={query}
            labels={labels}
            movable={movable}
            replans={replans}
            handy={handy}
            back={back}
          />
        ) : (
          <p className="empty">
            {activeFilters(state) > 0 ? (
              <Trans>Nothing here under these filters.</Trans>
            ) : (
              <Trans>Nothing here yet.</Trans>
            )}
          </p>
        )}
      </div>
      <div className="timeline-foot">
        <TimelineKey />
        <Pages page={timeline.page} pages={timeline.pages} />
      </div>
      {movable.some && (
        <p className="unseen" id="end-help">
          <Trans>The arrow keys move it by a quarter, Enter saves, Escape leaves it as it was.</Trans>
        </p>
      )}
      <p className="unseen" aria-live="assertive">
        {keys.said}
      </p>
      {hydrated && movable.some && (
        <Suspense>
          <EndDrag take={take} window={timeline.window} replans={replans} onReady={onReady} />
        </Suspense>
      )}
      {replans.sent.map((sent) => (
        <SentForm key={sent.key} sent={sent} answer={replanOf} onSettled={replans.settle} />
      ))}
      <ReplanNews back={back} replans={replans} />
    </div>
  );
}

/** More quarters than the screen is wide begin at today, not at the oldest: nobody opens a plan for its past. */
function useTodayInSight({ from, count }: Timeline["window"]) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another window is another picture to place
  useEffect(() => {
    const today = box.current?.querySelector<HTMLElement>(".today");
    if (box.current && today) box.current.scrollLeft = today.offsetLeft - box.current.clientWidth * 0.6;
  }, [from, count]);
  return box;
}

/** The link of a row that opens its form, at once where there is JavaScript. */
function openForm(event: MouseEvent, replans: Replans): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-plan]");
  const ref = link?.dataset.plan;
  if (!ref || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  replans.setOpen(replans.open?.ref === ref ? null : { ref });
}
