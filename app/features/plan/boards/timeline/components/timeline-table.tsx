import { Trans, useLingui } from "@lingui/react/macro";
import { isOneOf, LEVELS } from "~/domain.ts";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import type { Movable } from "~/features/plan/boards/scope.ts";
import type { Group, Row, Timeline } from "~/features/plan/boards/timeline/queries.server.ts";
import { timelineWith } from "~/features/plan/boards/timeline/query.ts";
import { positionOf, quartersOf, type VisibleRange } from "~/features/plan/boards/timeline/visible-range.ts";
import { type Quarter, quarterAfter } from "~/lib/quarter.ts";
import { PlanForm } from "./plan-form.tsx";
import { TimelineRow } from "./timeline-row.tsx";
import type { Replans } from "./use-replans.ts";

interface TimelineTableProps {
  timeline: Timeline;
  query: URLSearchParams;
  labels: CardLabels;
  movable: Movable;
  replans: Replans;
  /** The bars have ends to be dragged. */
  handy: boolean;
  back: string;
}

/**
 * The drawing is a table: a row an action, the quarters as its columns. A bar's cell spans them all, so that it can be
 * drawn to the day, and names as its headers the quarters that the bar covers.
 */
export function TimelineTable(props: TimelineTableProps) {
  const { timeline, labels } = props;
  const { window, today, groups } = timeline;
  const { t } = useLingui();
  const line = positionOf(today, window);
  return (
    <div className="timeline-sheet" style={cssNumbers({ quarters: window.count })}>
      {line !== null && <span className="today" style={cssNumbers({ at: line / window.count })} aria-hidden />}
      <table aria-label={t`Timeline`}>
        <QuartersHead window={window} today={today} labels={labels} />
        {groups.map((group) => (
          <GroupRows key={String(group.key)} {...props} group={group} />
        ))}
      </table>
    </div>
  );
}

function QuartersHead({ window, today, labels }: { window: VisibleRange; today: number; labels: CardLabels }) {
  const { t } = useLingui();
  const quarters = quartersOf(window);
  const line = positionOf(today, window);
  const now = line === null ? -1 : Math.floor(line);
  return (
    <thead>
      <tr className="years">
        <td rowSpan={2} />
        {yearsOf(quarters).map(([year, count], index) => (
          <th key={year} colSpan={count} scope="colgroup" style={cssNumbers({ span: count })}>
            {year}
            {index === 0 && line !== null && (
              <span className="today-word" style={cssNumbers({ at: line / window.count })} aria-hidden>
                <Trans>Today</Trans>
              </span>
            )}
          </th>
        ))}
      </tr>
      <tr>
        {quarters.map((quarter, index) => {
          const number = quarter.slice(6);
          return (
            <th key={quarter} id={`q-${quarter}`} scope="col" aria-current={index === now ? "date" : undefined}>
              <span aria-hidden>
                {t({ message: `Q${number}`, comment: "A quarter's short name under its year: Q4" })}
              </span>
              <span className="unseen">{labels.quarter(quarter)}</span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function GroupRows({ group, ...table }: TimelineTableProps & { group: Group }) {
  const { timeline, query, labels, movable, replans, handy, back } = table;
  const { window, today } = timeline;
  const quarters = window.count;
  return (
    <tbody>
      <tr className="group">
        <th colSpan={quarters + 1} scope="rowgroup">
          <span>
            <GroupName group={group} labels={labels} /> <small>{group.count}</small>
          </span>
        </th>
      </tr>
      {group.rows.map((row) => {
        const { ref } = row;
        const plan = replans.drawn.get(ref);
        const mayPlan = movable.has(row);
        const open = mayPlan && replans.open?.ref === ref ? replans.open : null;
        return [
          <TimelineRow
            key={ref}
            row={plan ? withPlan(row, plan) : row}
            window={window}
            today={today}
            labels={labels}
            showsLead={timeline.group !== "lead" || group.key === null}
            planHref={mayPlan ? `${timelineWith(query, "plan", ref)}#${ref}` : undefined}
            windowHref={windowHref(row, query)}
            handles={handy && mayPlan}
            held={replans.held?.ref === ref ? "carried" : plan ? "sent" : undefined}
          />,
          open && (
            <tr key={`${ref} plan`} className="plan-row">
              <td colSpan={quarters + 1}>
                <PlanForm row={row} open={open} today={today} back={back} replans={replans} />
              </td>
            </tr>
          ),
        ];
      })}
    </tbody>
  );
}

function GroupName({ group: { key }, labels }: { group: Group; labels: CardLabels }) {
  if (key === null) return <Trans>Not agreed yet</Trans>;
  return <>{isOneOf(LEVELS, key) ? labels.level[key] : labels.network(Number(key))}</>;
}

const withPlan = (row: Row, { start, due }: Pick<Row, "start" | "due">): Row => ({ ...row, start, due });

/** The window in which an action that this one does not show begins. */
function windowHref({ start, due }: Row, query: URLSearchParams): string {
  const first = start ?? due;
  return timelineWith(query, "from", first && quarterAfter(first as Quarter, -1));
}

function yearsOf(quarters: Quarter[]): [year: string, count: number][] {
  const years = new Map<string, number>();
  for (const quarter of quarters) years.set(quarter.slice(0, 4), (years.get(quarter.slice(0, 4)) ?? 0) + 1);
  return [...years];
}

/** Numbers that the stylesheet reckons with. */
function cssNumbers(numbers: Record<string, number>): React.CSSProperties {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [`--${name}`, value]),
  ) as React.CSSProperties;
}
