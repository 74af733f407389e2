import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { PRIORITIES, STAGES } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useHydrated } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { CHANGES_MOST } from "../changes.ts";

interface ChangeFieldsProps {
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  quarters: string[];
}

/** As many empty rows are offered beside those filled in, without scripts too. */
const SPARE = 2;

/** What the decision changes in the plan, a row an action: what is left as it is changes nothing. */
export function ChangeFields({ submitted, problems, quarters }: ChangeFieldsProps) {
  const hydrated = useHydrated();
  const refs = [submitted.changeRef ?? []].flat();
  const filled = refs.findLastIndex((ref, row) => ref || problems[`change.${row}`]) + 1;
  const [more, setMore] = useState(0);
  const rows = Math.min(CHANGES_MOST, Math.max(filled + SPARE + more, SPARE));
  const changing = refs.some(
    (ref, row) => ref && ["Stage", "Priority", "Due"].some((name) => cell(submitted, `change${name}`, row)),
  );
  return (
    <details className="texts" open={filled > 0 || changing}>
      <summary>
        <Trans>What it changes in the plan</Trans>
      </summary>
      <p className="hint">
        <Trans>
          Once it is adopted, the plan changes by itself, with this decision as the cause. Done asks for its result, on
          hold and dropped for a reason.
        </Trans>
      </p>
      {Array.from({ length: rows }, (_, row) => row + 1).map((number) => (
        <ChangeRow
          key={number}
          number={number}
          submitted={submitted}
          problem={problems[`change.${number - 1}`]}
          quarters={quarters}
        />
      ))}
      {hydrated && rows < CHANGES_MOST && (
        <button type="button" className="button quiet" onClick={() => setMore(more + 1)}>
          <Trans>Another action</Trans>
        </button>
      )}
    </details>
  );
}

const cell = (submitted: Submitted, name: string, row: number) => [submitted[name] ?? []].flat()[row] ?? "";

function ChangeRow({
  number,
  submitted,
  problem,
  quarters,
}: {
  number: number;
  submitted: Submitted;
  problem: ProblemCode | undefined;
  quarters: string[];
}) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const same: Option = ["", t`As it is`];
  const row = number - 1;
  const due = cell(submitted, "changeDue", row);
  const offered = due && due !== "none" && !quarters.includes(due) ? [due, ...quarters] : quarters;
  return (
    <fieldset className="change-row" aria-describedby={problem ? `change-${row}-problem` : undefined}>
      <legend className="unseen">
        <Trans>Change {number}</Trans>
      </legend>
      <Field name="changeRef" label={<Trans>Action</Trans>}>
        {(control) => (
          <input
            {...control}
            className="input"
            data-most={20}
            placeholder="LOB-3"
            defaultValue={cell(submitted, "changeRef", row)}
          />
        )}
      </Field>
      <Field name="changeStage" label={<Trans>Stage</Trans>}>
        {(control) => (
          <Select
            {...control}
            value={cell(submitted, "changeStage", row)}
            options={[same, ...STAGES.map((stage): Option => [stage, labels.stage(stage)])]}
          />
        )}
      </Field>
      <Field name="changePriority" label={<Trans>Priority</Trans>}>
        {(control) => (
          <Select
            {...control}
            value={cell(submitted, "changePriority", row)}
            options={[same, ...PRIORITIES.map((one): Option => [one, labels.priority(one)])]}
          />
        )}
      </Field>
      <Field name="changeDue" label={<Trans>Due quarter</Trans>}>
        {(control) => (
          <Select
            {...control}
            value={due}
            options={[same, ["none", t`No due quarter`], ...offered.map((one): Option => [one, format.quarter(one)])]}
          />
        )}
      </Field>
      <Field name="changeOutcome" label={<Trans>Result or reason</Trans>}>
        {(control) => (
          <textarea
            {...control}
            className="textarea line"
            rows={1}
            data-most={2000}
            defaultValue={cell(submitted, "changeOutcome", row)}
          />
        )}
      </Field>
      {problem && <Problem id={`change-${row}-problem`} code={problem} />}
    </fieldset>
  );
}
