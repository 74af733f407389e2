import { Trans, useLingui } from "@lingui/react/macro";
import { ACTION_KINDS, LEVELS, PRINCIPLES, PRIORITIES } from "~/domain.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";
import type { ActionValues } from "./action-values.ts";

interface FiledFieldsProps {
  values: ActionValues;
  problems: Record<string, ProblemCode>;
  leads: { id: number; name: string; depth: number }[];
  quarters: string[];
}

/** How an action is filed, in pairs: priority, kind, level, lead network, quarters. For a form that sets what comes before them. */
export function FiledFields({ values, problems, leads, quarters }: FiledFieldsProps) {
  const { t } = useLingui();
  const words = useLabels();
  const format = useFormat();
  const text = (name: string) => String(values[name] ?? "");
  const whens: Option[] = [["", t`Not agreed yet`], ...quarters.map((one): Option => [one, format.quarter(one)])];
  return (
    <>
      <Field name="priority" label={<Trans>Priority</Trans>} problem={problems.priority}>
        {(control) => (
          <Select {...control} value={text("priority")} options={PRIORITIES.map((one) => [one, words.priority(one)])} />
        )}
      </Field>
      <Field name="actionKind" label={<Trans>Kind</Trans>} problem={problems.actionKind}>
        {(control) => (
          <Select
            {...control}
            value={text("actionKind")}
            options={[["", t`Not said yet`], ...ACTION_KINDS.map((one): Option => [one, words.actionKind(one)])]}
          />
        )}
      </Field>
      <Field name="level" label={<Trans>Level</Trans>} problem={problems.level}>
        {(control) => (
          <Select {...control} value={text("level")} options={LEVELS.map((one) => [one, words.level(one)])} />
        )}
      </Field>
      <Field name="lead" label={<Trans>Lead network</Trans>} problem={problems.lead}>
        {(control) => (
          <Select
            {...control}
            value={text("lead")}
            options={leads.map(({ id, name, depth }) => [String(id), indented(depth, name)])}
          />
        )}
      </Field>
      <Field name="start" label={<Trans>Start quarter</Trans>} problem={problems.start}>
        {(control) => <Select {...control} value={text("start")} options={whens} />}
      </Field>
      <Field name="due" label={<Trans>Due quarter</Trans>} problem={problems.due}>
        {(control) => <Select {...control} value={text("due")} options={whens} />}
      </Field>
    </>
  );
}

/** With whom an action is done, and which principles it serves. */
export function ServedFields({ values, problems }: Pick<FiledFieldsProps, "values" | "problems">) {
  const words = useLabels();
  return (
    <>
      <Field
        name="partners"
        label={<Trans>Partners</Trans>}
        hint={<Trans>Organisations outside the network, one a line.</Trans>}
        problem={problems.partners}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            defaultValue={String(values.partners ?? "")}
            data-most={2000}
          />
        )}
      </Field>
      <Choices legend={<Trans>Principles that it serves</Trans>} problem={problems.principles}>
        {PRINCIPLES.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              name="principles"
              value={one}
              defaultChecked={[values.principles].flat().includes(String(one))}
            />
            <span>
              {one}. {words.principle(one)}
            </span>
          </label>
        ))}
      </Choices>
    </>
  );
}
