import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGES, type Language, MILESTONE_STATES } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";

interface MilestoneFormProps {
  /** Absent for a new one. */
  which?: { id: number; version: number };
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  /** The reader's: its name is asked for first, the other three below. */
  language: Language;
  cancel?: ReactNode;
}

/** A milestone's day, its name in one language or more, and how it stands. */
export function MilestoneForm({ which, submitted, problems, language, cancel }: MilestoneFormProps) {
  const labels = useLabels();
  const others = LANGUAGES.filter((one) => one !== language);
  const text = (name: string) => String(submitted[name] ?? "");
  const nameField = (one: Language, label: ReactNode) => (
    <Field key={one} name={`name.${one}`} label={label} problem={problems[`name.${one}`]}>
      {(control) => (
        <input {...control} className="input" lang={one} data-most={120} defaultValue={text(`name.${one}`)} />
      )}
    </Field>
  );
  return (
    <Form method="post" className="form milestone-form" action="." noValidate preventScrollReset>
      {which && (
        <>
          <HiddenField name="id" value={which.id} />
          <HiddenField name="version" value={which.version} />
        </>
      )}
      {nameField(language, <Trans>What is to be reached</Trans>)}
      <div className="two">
        <Field name="day" label={<Trans context="field">Day</Trans>} problem={problems.day}>
          {(control) => <input {...control} className="input" type="date" defaultValue={text("day")} />}
        </Field>
        <Field name="state" label={<Trans context="field">State</Trans>} problem={problems.state}>
          {(control) => (
            <Select
              {...control}
              value={text("state") || "ahead"}
              options={MILESTONE_STATES.map((one): Option => [one, labels.milestoneState(one)])}
            />
          )}
        </Field>
      </div>
      <details className="texts" open={others.some((one) => text(`name.${one}`) || problems[`name.${one}`])}>
        <summary>
          <Trans>In other languages</Trans>
        </summary>
        <div className="form">{others.map((one) => nameField(one, LANGUAGE_NAMES[one]))}</div>
      </details>
      <div className="buttons">
        <button className="button solid" name="intent" value={which ? "edit" : "add"}>
          {which ? <Trans>Save</Trans> : <Trans>Add</Trans>}
        </button>
        {cancel}
        {which && (
          <button className="button quiet" name="intent" value="remove" formNoValidate>
            <Trans>Remove</Trans>
          </button>
        )}
      </div>
    </Form>
  );
}
