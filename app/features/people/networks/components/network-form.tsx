import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGES, NETWORK_KINDS } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";

interface NetworkFormProps {
  values: Record<string, string | string[] | undefined>;
  problems: Record<string, ProblemCode>;
  parents: { id: number; name: string; depth: number }[];
  /** Absent for a new network, which chooses its address. */
  version?: number;
  submitLabel: ReactNode;
  cancel: ReactNode;
}

/** The form of a node of the tree: its names, where it stands, since when. */
export function NetworkForm({ values, problems, parents, version, submitLabel, cancel }: NetworkFormProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const text = (name: string) => String(values[name] ?? "");
  return (
    <Form method="post" className="form section" noValidate>
      {version !== undefined && <HiddenField name="version" value={version} />}
      <div className="two">
        <Field
          name="name"
          label={<Trans>Name</Trans>}
          hint={<Trans>Its own name. It is shown in every language, unless you give a translation below.</Trans>}
          problem={problems.name}
        >
          {(control) => <input {...control} className="input" data-most={120} defaultValue={text("name")} />}
        </Field>
        <Field
          name="kind"
          label={<Trans>Kind</Trans>}
          hint={
            <Trans>
              Only national and continental networks make suggestions in their own name. Members of an organisation
              speak for the network above it.
            </Trans>
          }
          problem={problems.kind}
        >
          {(control) => (
            <Select
              {...control}
              value={text("kind")}
              options={NETWORK_KINDS.map((kind): Option => [kind, labels.kind(kind)])}
            />
          )}
        </Field>
        <Field name="parentId" label={<Trans>Belongs under</Trans>} problem={problems.parentId}>
          {(control) => (
            <Select
              {...control}
              value={text("parentId")}
              options={[
                ["", t`nothing: it is the root`],
                ...parents.map(({ id, name, depth }): Option => [String(id), indented(depth, name)]),
              ]}
            />
          )}
        </Field>
        <Field
          name="country"
          label={<Trans>Country</Trans>}
          hint={<Trans>Two letters, such as np or gt.</Trans>}
          problem={problems.country}
        >
          {(control) => <input {...control} className="input" data-most={2} defaultValue={text("country")} />}
        </Field>
        <Field
          name="since"
          label={<Trans>Since</Trans>}
          hint={<Trans>The year in which it began.</Trans>}
          problem={problems.since}
        >
          {(control) => (
            <input {...control} className="input" inputMode="numeric" data-most={4} defaultValue={text("since")} />
          )}
        </Field>
        <Field
          name="variation"
          label={<Trans>Beside the logo</Trans>}
          hint={<Trans>What the wordmark adds for it, as the graphic charter says.</Trans>}
          problem={problems.variation}
        >
          {(control) => <input {...control} className="input" data-most={40} defaultValue={text("variation")} />}
        </Field>
        {version === undefined && (
          <Field
            name="slug"
            label={<Trans>Address</Trans>}
            hint={<Trans>Left empty, it is made from the name. It cannot change later.</Trans>}
            problem={problems.slug}
          >
            {(control) => <input {...control} className="input" data-most={60} defaultValue={text("slug")} />}
          </Field>
        )}
      </div>
      <details open={LANGUAGES.some((language) => text(`name.${language}`) || problems[`name.${language}`])}>
        <summary>
          <Trans>Translations of the name (optional)</Trans>
        </summary>
        <div className="two">
          {LANGUAGES.map((language) => (
            <Field
              key={language}
              name={`name.${language}`}
              label={LANGUAGE_NAMES[language]}
              problem={problems[`name.${language}`]}
            >
              {(control) => (
                <input
                  {...control}
                  className="input"
                  lang={language}
                  data-most={120}
                  defaultValue={text(`name.${language}`)}
                />
              )}
            </Field>
          ))}
        </div>
      </details>
      <div className="buttons">
        <button className="button solid">{submitLabel}</button>
        {cancel}
      </div>
    </Form>
  );
}
