import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { PRIORITIES, STAGES } from "~/domain.ts";
import { changedLabels, labelsIn } from "~/features/plan/actions/action-labels.ts";
import type { BulkFieldName } from "~/features/plan/actions/fields.ts";
import { ChoiceCell } from "~/features/plan/boards/table/components/cell.tsx";
import { ChangeNews, hasNews } from "~/features/plan/boards/table/components/row-news.tsx";
import {
  type Changeable,
  type RowChanged,
  useRowChange,
} from "~/features/plan/boards/table/components/use-row-change.ts";
import { useFormat } from "~/ui/format.ts";
import { useHydrated } from "~/ui/hydrated.ts";
import { LEVEL_GLYPH, useLabels } from "~/ui/labels.ts";
import type { Option } from "~/ui/select.tsx";
import type { PanelData } from "../panel.server.ts";

interface PanelFactsProps {
  panel: PanelData;
  onChanged: (changed: RowChanged) => void;
}

/** How the action is filed. Who works on it changes each in its place; without a script, in the action's form. */
export function PanelFacts({ panel, onChanged }: PanelFactsProps) {
  const { t } = useLingui();
  const names = useLabels();
  const format = useFormat();
  const { ref, board, stage, priority, actionKind, level, lead, responsible, responsibleId } = panel;
  const { startQuarter, dueQuarter, late, progress, labels, partners, choices } = panel;
  const change = useRowChange(board, { ref, version: panel.version, stage }, onChanged, "panel");
  const editable = useHydrated() && panel.mayWork;
  const quarter = (one: string | null) => (one ? format.quarter(one) : t`not agreed yet`);
  const quarters = (): Option[] => [
    ["none", t`not agreed yet`],
    ...choices.quarters.map((one): Option => [one, format.quarter(one)]),
  ];
  const fields: Record<BulkFieldName, { label: ReactNode; value: string; text: string; options: () => Option[] }> = {
    stage: {
      label: <Trans>Stage</Trans>,
      value: stage,
      text: names.stage(stage),
      options: () => STAGES.map((one) => [one, names.stage(one)]),
    },
    priority: {
      label: <Trans>Priority</Trans>,
      value: priority,
      text: names.priority(priority),
      options: () => PRIORITIES.map((one) => [one, names.priority(one)]),
    },
    lead: {
      label: <Trans>Lead network</Trans>,
      value: String(lead.id),
      text: lead.name,
      options: () => choices.leads.map(({ id, name }) => [String(id), name]),
    },
    responsible: {
      label: <Trans>Responsible person</Trans>,
      value: responsibleId ?? "none",
      text: responsible?.name ?? t`nobody yet`,
      options: () => [["none", t`nobody yet`], ...choices.people.map(({ id, name }): Option => [id, name])],
    },
    start: {
      label: <Trans>Start</Trans>,
      value: startQuarter ?? "none",
      text: quarter(startQuarter),
      options: quarters,
    },
    due: { label: <Trans>Due</Trans>, value: dueQuarter ?? "none", text: quarter(dueQuarter), options: quarters },
  };
  const said = (name: Changeable, value?: string): string => {
    if (name === "labels") return value ?? format.list(labels);
    const { text, options } = fields[name];
    return value === undefined ? text : (options().find(([one]) => one === value)?.[1] ?? value);
  };
  const prefix = useId();
  return (
    <>
      <dl className="panel-facts">
        {(Object.keys(fields) as BulkFieldName[]).map((name) => {
          const { label, ...field } = fields[name];
          return (
            <Fact key={name} id={`${prefix}${name}`} field={name} name={label}>
              {editable ? (
                <ChoiceCell name={name} labelledBy={`${prefix}${name}`} {...field} change={change} />
              ) : (
                field.text
              )}
              {name === "due" && late > 0 && (
                <span className="overdue">
                  <Plural value={late} one="# quarter late" other="# quarters late" />
                </span>
              )}
            </Fact>
          );
        })}
        {(editable || labels.length > 0) && (
          <Fact id={`${prefix}labels`} name={<Trans>Labels</Trans>}>
            {editable ? (
              <LabelsField
                labels={labels}
                labelledBy={`${prefix}labels`}
                busy={change.busy}
                onSave={(before, text) =>
                  change.choose({ name: "labels", value: text, fields: labelChange(before, text) })
                }
              />
            ) : (
              format.list(labels)
            )}
          </Fact>
        )}
        <Fact name={<Trans>Level</Trans>}>
          <span aria-hidden>{LEVEL_GLYPH[level]}</span> {names.level(level)}
        </Fact>
        {actionKind && <Fact name={<Trans>Kind</Trans>}>{names.actionKind(actionKind)}</Fact>}
        {partners.length > 0 && <Fact name={<Trans>Partners</Trans>}>{format.list(partners)}</Fact>}
        {progress !== null && (
          <Fact name={<Trans>Progress</Trans>}>
            {format.percent(progress)}{" "}
            <Link className="soft" to="/progress">
              <Trans>How progress is counted</Trans>
            </Link>
          </Fact>
        )}
      </dl>
      {hasNews(change) && (
        <div className="panel-news">
          <ChangeNews row={{ ref, version: panel.version, stage }} change={change} said={said} />
        </div>
      )}
    </>
  );
}

interface FactProps {
  id?: string;
  field?: string;
  name: ReactNode;
  children: ReactNode;
}

function Fact({ id, field, name, children }: FactProps) {
  return (
    <div data-field={field}>
      <dt id={id}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface LabelsFieldProps {
  labels: readonly string[];
  labelledBy: string;
  busy: boolean;
  /** @param before the labels that the text was typed over */
  onSave: (before: readonly string[], text: string) => void;
}

/** The labels as a line with commas: Enter or leaving it saves, Escape takes it back. */
function LabelsField({ labels, labelledBy, busy, onSave }: LabelsFieldProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const written = labels.join(", ");
  // What was sent last is what the next text is typed over, also before its answer is there.
  const sent = useRef<readonly string[] | null>(null);
  const shown = useRef(written);
  useEffect(() => {
    if (!busy) sent.current = null;
    // Somebody else's change comes into the field as well, unless something is being typed in it.
    if (input.current && input.current.value === shown.current) input.current.value = written;
    shown.current = written;
  }, [written, busy]);
  const save = () => {
    const text = input.current?.value ?? "";
    const before = sent.current ?? labels;
    if (labelsIn(text).join() === before.join()) return;
    sent.current = labelsIn(text);
    shown.current = text;
    onSave(before, text);
  };
  return (
    <input
      ref={input}
      className="in-place"
      aria-labelledby={labelledBy}
      aria-busy={busy || undefined}
      defaultValue={written}
      placeholder={t`none yet`}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        else if (event.key === "Escape" && event.currentTarget.value !== written) event.currentTarget.value = written;
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** What is added to the labels and taken from them, so that they become what was typed. */
function labelChange(labels: readonly string[], text: string): Record<string, string> {
  const wanted = labelsIn(text);
  return {
    addLabels: changedLabels(wanted, [], labels).join(", "),
    removeLabels: changedLabels(labels, [], wanted).join(", "),
  };
}
