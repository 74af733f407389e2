import { useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Board, PRIORITIES, STAGES } from "~/domain.ts";
import type { BulkFieldName } from "~/features/plan/actions/fields.ts";
import type { CardLabels } from "~/features/plan/boards/components/card.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { LEVEL_GLYPH, useLabels } from "~/ui/labels.ts";
import type { TableRow } from "../rows.server.ts";
import type { ColumnName } from "../table-state.ts";
import { ChoiceCell } from "./cell.tsx";
import { RowNews } from "./row-news.tsx";
import { type Changeable, type RowChanged, useRowChange } from "./use-row-change.ts";

interface RowProps {
  board: Board;
  row: TableRow;
  columns: readonly ColumnName[];
  labels: CardLabels;
  /** Whether it can be chosen for a common change. */
  choosable: boolean;
  /** Whether the viewer works on it. */
  mayWork: boolean;
  /** Whether a script can carry out a change in its place. */
  live: boolean;
  ticked: boolean;
  quarters: readonly string[];
  leads: readonly { id: number; name: string }[];
  people: readonly { id: string; name: string }[];
  changeHref: string;
  now: number;
  onChanged: (changed: RowChanged) => void;
}

/** One action of the table: its columns, and what it says about a change that could not be made. */
export function Row(props: RowProps) {
  const {
    board,
    row,
    columns,
    labels,
    choosable,
    mayWork,
    live,
    ticked,
    quarters,
    leads,
    people,
    changeHref,
    now,
    onChanged,
  } = props;
  const { t } = useLingui();
  const domainLabels = useLabels();
  const format = useFormat();
  const change = useRowChange(board, row, onChanged);
  const { ref, title, lang } = row;

  const fixed: Record<ColumnName, ReactNode> = {
    stage: domainLabels.stage(row.stage),
    priority: domainLabels.priority(row.priority),
    kind: row.kind && domainLabels.actionKind(row.kind),
    level: (
      <>
        <span aria-hidden>{LEVEL_GLYPH[row.level]}</span> {labels.level[row.level]}
      </>
    ),
    lead: labels.network(row.lead),
    responsible: row.responsible?.name,
    labels: row.labels && format.list(row.labels),
    start: row.start && labels.quarter(row.start),
    due: row.due && labels.quarter(row.due),
    late: row.late > 0 && <span className="overdue">{labels.late(row.late)}</span>,
    progress: row.progress !== null && format.percent(row.progress),
    updated: format.ago(row.updated, now),
  };
  const inQuarters = () => [
    ["none", labels.noQuarter] as const,
    ...quarters.map((one) => [one, labels.quarter(one)] as const),
  ];
  const choices: Record<BulkFieldName, () => (readonly [string, string])[]> = {
    stage: () => STAGES.map((one) => [one, domainLabels.stage(one)]),
    priority: () => PRIORITIES.map((one) => [one, domainLabels.priority(one)]),
    start: () => inQuarters(),
    due: () => inQuarters(),
    lead: () => leads.map(({ id, name }) => [String(id), name]),
    responsible: () => [["none", t`nobody yet`], ...people.map(({ id, name }) => [id, name] as const)],
  };
  const values: Record<BulkFieldName, { value: string; text: string; label: string }> = {
    stage: { value: row.stage, text: domainLabels.stage(row.stage), label: t`Stage of ${ref}` },
    priority: { value: row.priority, text: domainLabels.priority(row.priority), label: t`Priority of ${ref}` },
    start: {
      value: row.start ?? "none",
      text: row.start ? labels.quarter(row.start) : labels.noQuarter,
      label: t`Start quarter of ${ref}`,
    },
    due: {
      value: row.due ?? "none",
      text: row.due ? labels.quarter(row.due) : labels.noQuarter,
      label: t`Due quarter of ${ref}`,
    },
    lead: { value: String(row.lead), text: labels.network(row.lead), label: t`Lead network of ${ref}` },
    responsible: {
      value: row.responsibleId ?? "none",
      text: row.responsible?.name ?? t`nobody yet`,
      label: t`Responsible person of ${ref}`,
    },
  };
  const isChangeable = (name: string): name is BulkFieldName => name in values;

  return (
    <>
      <tr id={ref} data-action={ref} data-board={labels.boardOf && board} data-version={row.version}>
        {choosable && mayWork ? (
          <td className="tick">
            <label>
              <input
                type="checkbox"
                form="together"
                name="chosen"
                value={ref}
                defaultChecked={ticked}
                aria-label={t`Choose ${ref}: ${title}`}
              />
            </label>
            <HiddenField form="together" name={`version.${ref}`} value={row.version} />
          </td>
        ) : (
          <td className="tick" />
        )}
        <td className="ref" title={labels.boardOf?.(ref).name}>
          {ref}
        </td>
        <th scope="row" className="title">
          <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
            {title}
          </Link>
          {mayWork && !live && (
            <Link className="change" to={changeHref} aria-label={t`Change ${ref}`}>
              {t`Change`}
            </Link>
          )}
        </th>
        {columns.map((name) => (
          <td key={name} className={`is-${name}`}>
            {mayWork && live && isChangeable(name) ? (
              <ChoiceCell name={name} {...values[name]} options={choices[name]} change={change} />
            ) : (
              fixed[name]
            )}
          </td>
        ))}
      </tr>
      <RowNews row={row} change={change} span={columns.length + 3} said={(name, value) => saidOf(name, value)} />
    </>
  );

  function saidOf(name: Changeable, value?: string): string {
    if (!isChangeable(name)) return "";
    if (value === undefined) return values[name].text;
    return choices[name]().find(([one]) => one === value)?.[1] ?? value;
  }
}
