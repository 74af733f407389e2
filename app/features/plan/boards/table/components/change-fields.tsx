import { Trans, useLingui } from "@lingui/react/macro";
import { PRIORITIES, STAGES } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { Select } from "~/ui/select.tsx";

interface ChangeFieldsProps {
  quarters: readonly string[];
  leads: readonly { id: number; name: string }[];
  typed?: Record<string, string | string[]>;
  problems?: Record<string, ProblemCode>;
}

/** What can be changed in several actions at once; what is left alone stays as it is in each of them. */
export function ChangeFields({ quarters, leads, typed = {}, problems = {} }: ChangeFieldsProps) {
  const { t } = useLingui();
  const words = useLabels();
  const format = useFormat();
  const value = (name: string) => String(typed[name] ?? "");
  const leave = ["", t`leave as it is`] as const;
  return (
    <>
      <Field name="priority" label={<Trans>Priority</Trans>} problem={problems.priority}>
        {(control) => (
          <Select
            {...control}
            value={value("priority")}
            options={[leave, ...PRIORITIES.map((one) => [one, words.priority(one)] as const)]}
          />
        )}
      </Field>
      <Field name="stage" label={<Trans>Stage</Trans>} problem={problems.stage}>
        {(control) => (
          <Select
            {...control}
            value={value("stage")}
            options={[leave, ...STAGES.map((one) => [one, words.stage(one)] as const)]}
          />
        )}
      </Field>
      <Field name="due" label={<Trans>Due quarter</Trans>} problem={problems.due}>
        {(control) => (
          <Select
            {...control}
            value={value("due")}
            options={[
              leave,
              ["none", t`no quarter yet`],
              ...quarters.map((one) => [one, format.quarter(one)] as const),
            ]}
          />
        )}
      </Field>
      <Field name="lead" label={<Trans>Lead network</Trans>} problem={problems.lead}>
        {(control) => (
          <Select
            {...control}
            value={value("lead")}
            options={[leave, ...leads.map(({ id, name }) => [String(id), name] as const)]}
          />
        )}
      </Field>
    </>
  );
}
