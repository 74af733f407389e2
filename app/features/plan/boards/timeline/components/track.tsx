import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { CSSProperties } from "react";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import type { Row } from "~/features/plan/boards/timeline/queries.server.ts";
import {
  type Bar,
  type End,
  filledTo,
  overrunOf,
  quarterOfEnd,
  type VisibleRange,
} from "~/features/plan/boards/timeline/visible-range.ts";
import { quartersBetween } from "~/lib/quarter.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

interface TrackProps {
  row: Row;
  bar: Bar | null;
  window: VisibleRange;
  today: number;
  labels: CardLabels;
  windowHref: string;
  handles: boolean;
}

type Within = Extract<Bar, { place: "within" }>;

/** An action's bar over the quarters: its progress in it, what it runs over behind it, and beside it how it stands. */
export function Track({ row, bar, window, today, labels, windowHref, handles }: TrackProps) {
  const { count } = window;
  const overrun = row.late > 0 ? overrunOf(row.due, window, today) : null;
  const within = bar?.place === "within" ? bar : null;
  const reaches = Math.max(within?.to ?? 0, overrun?.to ?? 0);
  return (
    <div className="track">
      {within && <BarDrawn row={row} window={window} labels={labels} handles={handles} bar={within} />}
      {overrun && <span className="overrun" style={between(overrun.from, overrun.to, count)} />}
      {bar && !within && (
        <Link className="plan-elsewhere" data-side={bar.place} to={windowHref} preventScrollReset>
          <Elsewhere row={row} place={bar.place as "before" | "after"} labels={labels} />
        </Link>
      )}
      <span className="how" data-overdue={row.late > 0 || undefined} style={beside(within, reaches, count)}>
        {bar ? <How row={row} labels={labels} /> : <Trans>no quarters yet</Trans>}
      </span>
    </div>
  );
}

function BarDrawn({
  row,
  bar,
  window,
  labels,
  handles,
}: Omit<TrackProps, "bar" | "today" | "windowHref"> & { bar: Within }) {
  const { from, to, cut, missing } = bar;
  const filled = row.progress === null ? null : ((filledTo(bar, row.progress) - from) / (to - from)) * 100;
  return (
    <span
      className="plan-bar"
      style={between(from, to, window.count)}
      data-stage={row.stage}
      data-missing={missing ?? undefined}
      data-cut-start={cut.start || undefined}
      data-cut-due={cut.due || undefined}
    >
      {filled !== null && filled > 0 && <i style={{ width: `${filled}%` }} />}
      {handles && !cut.start && <Handle end="start" row={row} window={window} labels={labels} />}
      {handles && !cut.due && <Handle end="due" row={row} window={window} labels={labels} />}
    </span>
  );
}

/** An end of a bar: dragged by mouse and finger, and a slider for the keyboard and for screen readers. */
function Handle({ end, row, window, labels }: Pick<TrackProps, "row" | "window" | "labels"> & { end: End }) {
  const { t } = useLingui();
  const { ref } = row;
  const quarter = quarterOfEnd(row, end);
  if (!quarter) return null;
  return (
    <button
      type="button"
      className="end"
      data-end={end}
      role="slider"
      aria-label={end === "start" ? t`Start of ${ref}` : t`Due quarter of ${ref}`}
      aria-valuemin={1}
      aria-valuemax={window.count}
      aria-valuenow={quartersBetween(window.from, quarter) + 1}
      aria-valuetext={row[end] ? labels.quarter(quarter) : labels.noQuarter}
      aria-describedby="end-help"
    />
  );
}

/** How it stands, in words: late before all else, then what the stage says that a bar cannot. */
function How({ row: { late, stage, progress }, labels }: Pick<TrackProps, "row" | "labels">) {
  const domainLabels = useLabels();
  const format = useFormat();
  if (late > 0) return <>{labels.late(late)}</>;
  if (progress === null || stage === "done") {
    return (
      <>
        {stage === "done" && <span aria-hidden>✓ </span>}
        {domainLabels.stage(stage)}
      </>
    );
  }
  return <>{format.percent(progress)}</>;
}

function Elsewhere({ row, place, labels }: { row: Row; place: "before" | "after"; labels: CardLabels }) {
  const quarter = place === "before" ? (row.due ?? row.start) : (row.start ?? row.due);
  const when = labels.quarter(quarter ?? "");
  return place === "before" ? (
    <>
      <span aria-hidden>‹ </span>
      <Trans>until {when}</Trans>
    </>
  ) : (
    <>
      <Trans>from {when}</Trans>
      <span aria-hidden> ›</span>
    </>
  );
}

function between(from: number, to: number, count: number): CSSProperties {
  return { left: share(from, count), width: share(to - from, count) };
}

/** Behind the bar where there is room, else before it, else over it. */
function beside(bar: Within | null, reaches: number, count: number): CSSProperties | undefined {
  if (!bar) return reaches > 0 ? { left: share(reaches, count) } : undefined;
  if (reaches / count <= ROOM) return { left: share(reaches, count) };
  if (bar.from / count >= 1 - ROOM) return { right: share(count - bar.from, count) };
  return { right: share(count - reaches, count) };
}

/** How much of the width leaves room for some words beside it. */
const ROOM = 0.72;

const share = (quarters: number, count: number) => `${Math.round((quarters / count) * 10_000) / 100}%`;
