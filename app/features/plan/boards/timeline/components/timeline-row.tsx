import { Trans } from "@lingui/react/macro";
import { memo } from "react";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import type { Row } from "~/features/plan/boards/timeline/queries.server.ts";
import { barOf, quartersOf, type VisibleRange } from "~/features/plan/boards/timeline/visible-range.ts";
import { LEVEL_GLYPH } from "~/ui/labels.ts";
import { Milestones } from "./milestones.tsx";
import { Track } from "./track.tsx";

interface TimelineRowProps {
  row: Row;
  window: VisibleRange;
  today: number;
  labels: CardLabels;
  /** Whether the row names its lead network: not where all of its group have the same. */
  showsLead: boolean;
  /** The address that opens this row's form; absent for those who may not plan it anew. */
  planHref: string | undefined;
  /** The window in which the action lies, where this one does not show it. */
  windowHref: string;
  /** Whether its ends can be taken in the hand. */
  handles: boolean;
  held: "carried" | "sent" | undefined;
}

/** One action: what it is at the side, and when, drawn over the quarters. Its links are plain, as a card's are. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, window, labels, showsLead, planHref, held } = props;
  const { ref, version, title, lang, priority, level, lead } = row;
  const bar = barOf(row, window);
  const covered =
    bar?.place === "within"
      ? quartersOf(window)
          .slice(bar.from, bar.to)
          .map((quarter) => `q-${quarter}`)
          .join(" ")
      : undefined;
  return (
    <tr id={ref} data-action={ref} data-version={version} data-held={held} data-board={labels.boardOf?.(ref).board}>
      <th scope="row" id={`row-${ref}`}>
        <p className="top">
          <span title={labels.boardOf?.(ref).name}>{ref}</span>
          {priority === "high" && <b>{labels.high}</b>}
          {priority === "low" && <span>{labels.low}</span>}
          <span className="when">
            <When row={row} labels={labels} />
          </span>
        </p>
        <a href={`/actions/${ref}`} lang={lang ?? undefined}>
          {title}
        </a>
        <p className="foot">
          <span role="img" aria-label={labels.level[level]} title={labels.level[level]}>
            {LEVEL_GLYPH[level]}
          </span>
          {showsLead && <span>{labels.network(lead)}</span>}
          {planHref && (
            <a className="plan" href={planHref} data-plan={ref}>
              <Trans>Quarters</Trans>
              <span className="unseen"> {ref}</span>
            </a>
          )}
        </p>
      </th>
      <td colSpan={window.count} headers={covered && `row-${ref} ${covered}`}>
        <Track {...props} bar={bar} />
        <Milestones milestones={row.milestones} window={window} />
      </td>
    </tr>
  );
});

function When({ row: { start, due }, labels }: { row: Row; labels: CardLabels }) {
  const from = start && labels.quarter(start);
  const to = due && labels.quarter(due);
  if (!from && !to) return <Trans>no quarters yet</Trans>;
  if (!from) return <Trans>until {to}, no start yet</Trans>;
  if (!to) return <Trans>from {from}, no due quarter yet</Trans>;
  if (start === due) return <>{from}</>;
  return (
    <Trans>
      {from} to {to}
    </Trans>
  );
}
