import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import type { ActionKind, Board, Level, Principle, Priority } from "~/domain.ts";
import { useFormat } from "~/ui/format.ts";
import { LEVEL_GLYPH, useLabels } from "~/ui/labels.ts";
import type { ActionOrigin } from "~db/stored/action-fields.ts";

interface ActionFactsData {
  priority: Priority;
  actionKind: ActionKind | null;
  level: Level;
  lead: { slug: string; name: string };
  board: Board;
  labels: string[];
  responsible: { name: string; gone: boolean } | null;
  partners: string[];
  principles: Principle[];
  startQuarter: string | null;
  dueQuarter: string | null;
  late: number;
  progress: number | null;
  origin: ActionOrigin;
  createdAt: number;
}

/** How an action is filed: the first thing on its page, each fact with its name. */
export function ActionFacts({ action }: { action: ActionFactsData }) {
  const { priority, actionKind, level, lead, partners, principles, startQuarter, dueQuarter, late, progress } = action;
  const { board, labels, origin, createdAt, responsible } = action;
  const name = responsible?.name;
  const domainLabels = useLabels();
  const format = useFormat();
  const day = format.dayOf(createdAt);
  return (
    <aside>
      <dl className="action-facts">
        <div>
          <dt>
            <Trans>Priority</Trans>
          </dt>
          <dd>{domainLabels.priority(priority)}</dd>
        </div>
        {actionKind && (
          <div>
            <dt>
              <Trans>Kind</Trans>
            </dt>
            <dd>{domainLabels.actionKind(actionKind)}</dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Level</Trans>
          </dt>
          <dd>
            <span aria-hidden>{LEVEL_GLYPH[level]}</span> {domainLabels.level(level)}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Lead network</Trans>
          </dt>
          <dd>
            <Link to={`/networks/${lead.slug}`}>{lead.name}</Link>
          </dd>
        </div>
        {responsible && (
          <div>
            <dt>
              <Trans>Responsible person</Trans>
            </dt>
            <dd>{responsible.gone ? <Trans>{name} (no longer a member)</Trans> : name}</dd>
          </div>
        )}
        {partners.length > 0 && (
          <div>
            <dt>
              <Trans>Partners</Trans>
            </dt>
            <dd>{format.list(partners)}</dd>
          </div>
        )}
        {labels.length > 0 && (
          <div>
            <dt>
              <Trans>Labels</Trans>
            </dt>
            <dd>
              {labels.map((one, place) => (
                <Fragment key={one}>
                  {place > 0 && ", "}
                  <Link to={`/boards/${board}?${new URLSearchParams({ label: one })}`}>{one}</Link>
                </Fragment>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Start</Trans>
          </dt>
          <dd>{startQuarter ? format.quarter(startQuarter) : <Trans>not agreed yet</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>Due</Trans>
          </dt>
          <dd>
            {dueQuarter ? format.quarter(dueQuarter) : <Trans>not agreed yet</Trans>}{" "}
            {late > 0 && (
              <span className="overdue">
                <Plural value={late} one="# quarter late" other="# quarters late" />
              </span>
            )}
          </dd>
        </div>
        {progress !== null && (
          <div>
            <dt>
              <Trans>Progress</Trans>
            </dt>
            <dd>
              {format.percent(progress)}
              <span className="bar-of">
                <i style={{ width: `${progress}%` }} />
              </span>
              <small>
                <Link to="/progress">
                  <Trans>How progress is counted</Trans>
                </Link>
              </small>
            </dd>
          </div>
        )}
        {principles.length > 0 && (
          <div>
            <dt>
              <Trans>Principles served</Trans>
            </dt>
            <dd>
              <ol className="plain">
                {principles.map((one) => (
                  <li key={one} value={one}>
                    {domainLabels.principle(one)}
                  </li>
                ))}
              </ol>
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Origin</Trans>
          </dt>
          <dd>{ORIGIN[origin](day)}</dd>
        </div>
      </dl>
    </aside>
  );
}

const ORIGIN: Record<ActionOrigin, (day: string) => ReactNode> = {
  geneva: (day) => <Trans>Geneva planning, {day}</Trans>,
  suggestion: (day) => <Trans>A suggestion, accepted on {day}</Trans>,
  direct: (day) => <Trans>Entered on {day}</Trans>,
};
