import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Row } from "~/features/plan/boards/timeline/queries.server.ts";
import { quartersOffered } from "~/features/plan/boards/timeline/visible-range.ts";
import { type Quarter, quarterOf } from "~/lib/quarter.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { type Option, Select } from "~/ui/select.tsx";
import type { OpenPlan, ReplanFields, Replans } from "./use-replans.ts";

interface PlanFormProps {
  row: Row;
  open: OpenPlan;
  today: number;
  back: string;
  replans: Replans;
}

/** The small form by which everyone who may plans an action anew, with or without JavaScript. */
export function PlanForm({ row, open, today, back, replans }: PlanFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const { ref, version, title } = row;
  const { submitted = {}, problems = {} } = open;
  const has = { start: submitted.start ?? row.start ?? "", due: submitted.due ?? row.due ?? "" };

  // It takes the focus when it opens, and gives it back to the link that opened it.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid], select")?.focus();
    return () => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>(`[data-plan="${ref}"]`)?.focus();
    };
  }, [ref]);

  const options: Option[] = [
    ["", t`not agreed yet`],
    ...quartersOffered(has, quarterOf(new Date(today))).map(
      (quarter: Quarter): Option => [quarter, format.quarter(quarter)],
    ),
  ];
  return (
    <Form
      ref={form}
      method="post"
      className="form plan-form"
      aria-label={t`Quarters of ${ref}: ${title}`}
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        replans.sendForm(ref, Object.fromEntries(new FormData(event.currentTarget)) as ReplanFields);
      }}
    >
      <HiddenField name="intent" value="replan" />
      <HiddenField name="ref" value={ref} />
      <HiddenField name="version" value={version} />
      <HiddenField name="back" value={back} />
      <Field name="start" label={<Trans>Start</Trans>} problem={problems.start}>
        {(control) => <Select {...control} value={has.start} options={options} />}
      </Field>
      <Field name="due" label={<Trans>Due</Trans>} problem={problems.due}>
        {(control) => <Select {...control} value={has.due} options={options} />}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans>Save</Trans>
        </button>
        <Link
          className="button quiet"
          to={`${back}#${ref}`}
          preventScrollReset
          onClick={(event) => {
            event.preventDefault();
            replans.setOpen(null);
          }}
        >
          <Trans>Cancel</Trans>
        </Link>
      </div>
    </Form>
  );
}
