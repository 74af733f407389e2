import { useLingui as useLabels } from "@lingui/react";
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LANGUAGES, type Language, type NetworkKind } from "~/domain.ts";
import type { Submitted } from "~/features/core/forms.server.ts";
import { acceptedOf } from "~/features/plan/documents/file-types.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Choices, Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";
import type { Fields } from "../field.ts";
import type { FormattedValue } from "../format-value.ts";
import { labelledFields } from "../labelled.ts";
import type { FieldLabels } from "../labels.ts";
import { listedNetworks } from "../listed-networks.ts";

export interface Filled {
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  about: Record<string, string>;
}

export interface NetworkChoice {
  id: number;
  kind: NetworkKind;
  name: string;
  depth: number;
}

interface FieldsOfProps extends Filled {
  fields: Fields;
  labels: Record<string, FieldLabels>;
  /** The reader's: paragraphs are asked for in it first. */
  language: Language;
  /** All networks, for fields that name some. */
  networks: NetworkChoice[];
}

export const submittedText = (submitted: Submitted, name: string): string =>
  String([submitted[name] ?? ""].flat()[0] ?? "");

/** The controls of a register's or a part's own fields, in their order. */
export function FieldsOf({ fields, labels, ...rest }: FieldsOfProps) {
  return labelledFields(fields, labels).map((one) => <OneField key={one.name} {...one} {...rest} />);
}

function OneField({
  name,
  field,
  labels,
  submitted,
  problems,
  about,
  language,
  networks,
}: Omit<FieldsOfProps, "fields" | "labels"> & FormattedValue & { name: string }): ReactNode {
  const { _ } = useLabels();
  const value = submittedText(submitted, name);
  const common = {
    name,
    label: _(labels.label),
    problem: problems[name],
    about: about[name],
    ...(labels.hint && { hint: _(labels.hint) }),
  };
  switch (field.type) {
    case "prose":
      return (
        <Prose
          name={name}
          label={_(labels.label)}
          hint={labels.hint && _(labels.hint)}
          most={field.most}
          language={language}
          submitted={submitted}
          problems={problems}
        />
      );
    case "paragraph":
      return (
        <Field {...common}>
          {(control) => <textarea {...control} className="textarea" data-most={field.most} defaultValue={value} />}
        </Field>
      );
    case "choice":
      return (
        <Field {...common}>
          {(control) => (
            <Select
              {...control}
              value={value}
              options={[
                ["", "—"],
                ...field.options.map((one): Option => [one, labels.options?.[one] ? _(labels.options[one]) : one]),
              ]}
            />
          )}
        </Field>
      );
    case "language":
      return (
        <Field {...common}>
          {(control) => (
            <Select
              {...control}
              value={value}
              options={[["", "—"], ...LANGUAGES.map((one): Option => [one, LANGUAGE_NAMES[one]])]}
            />
          )}
        </Field>
      );
    case "choices":
      return (
        <Choices legend={_(labels.label)} hint={labels.hint && _(labels.hint)} problem={problems[name]}>
          {field.options.map((one) => (
            <label key={one} className="choice">
              <input
                type="checkbox"
                name={name}
                value={one}
                defaultChecked={[submitted[name] ?? []].flat().includes(one)}
              />
              <span>{labels.options?.[one] ? _(labels.options[one]) : one}</span>
            </label>
          ))}
        </Choices>
      );
    case "networks":
      return (
        <Networks
          name={name}
          submitted={submitted}
          label={_(labels.label)}
          hint={labels.hint && _(labels.hint)}
          problem={problems[name]}
          networks={listedNetworks(field, networks, language)}
        />
      );
    case "entries":
      return (
        <Field {...common} hint={<EntriesHint of={field.of} />}>
          {(control) => <input {...control} className="input" data-most={2000} defaultValue={value} />}
        </Field>
      );
    case "day":
      return (
        <Field {...common}>
          {(control) => <input {...control} className="input" type="date" defaultValue={value} />}
        </Field>
      );
    case "file":
      return (
        <Field {...common} hint={<FileHint hint={labels.hint && _(labels.hint)} kept={value} />}>
          {(control) => <input {...control} className="input" type="file" accept={acceptedOf(field.takes)} />}
        </Field>
      );
    case "number":
      return (
        <Field {...common}>
          {(control) => (
            <input
              {...control}
              className="input"
              inputMode={field.decimals ? "decimal" : "numeric"}
              defaultValue={value}
            />
          )}
        </Field>
      );
    default:
      return (
        <Field {...common}>
          {(control) => (
            <input
              {...control}
              className="input"
              inputMode={field.type === "url" ? "url" : undefined}
              data-most={field.type === "text" ? field.most : 2000}
              defaultValue={value}
            />
          )}
        </Field>
      );
  }
}

/** What is taken; and of what is changed, the file that stays unless another is chosen. */
function FileHint({ hint, kept }: { hint?: string | undefined; kept: string }) {
  return (
    <>
      {hint}
      {kept && (
        <>
          {" "}
          <Trans>Now: {kept}. It stays unless you choose another.</Trans>
        </>
      )}
    </>
  );
}

function EntriesHint({ of }: { of: keyof typeof REGISTER_NAMES }) {
  const { _ } = useLabels();
  const register = _(REGISTER_NAMES[of]);
  return <Trans>Words of a title from “{register}”, or its number, such as E-12. Commas between several.</Trans>;
}

interface InLanguagesProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  language: Language;
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
}

/** A line in the reader's language first, the other three below. */
export function Line({ name, label, hint, language, submitted, problems, most }: InLanguagesProps & { most: number }) {
  return (
    <InLanguages name={name} label={label} hint={hint} language={language} submitted={submitted} problems={problems}>
      {(control, one, value) => (
        <input {...control} className="input" lang={one} data-most={most} defaultValue={value} />
      )}
    </InLanguages>
  );
}

function Prose({ most, ...rest }: InLanguagesProps & { most: number }) {
  return (
    <InLanguages {...rest}>
      {(control, one, value) => (
        <textarea {...control} className="textarea" lang={one} data-most={most} defaultValue={value} />
      )}
    </InLanguages>
  );
}

type Control = Parameters<Parameters<typeof Field>[0]["children"]>[0];

function InLanguages({
  name,
  label,
  hint,
  language,
  submitted,
  problems,
  children,
}: InLanguagesProps & { children: (control: Control, language: Language, value: string) => ReactNode }) {
  const others = LANGUAGES.filter((one) => one !== language);
  const field = (one: Language, labelled: ReactNode, hinted?: ReactNode) => (
    <Field key={one} name={`${name}.${one}`} label={labelled} hint={hinted} problem={problems[`${name}.${one}`]}>
      {(control) => children(control, one, submittedText(submitted, `${name}.${one}`))}
    </Field>
  );
  return (
    <>
      {field(language, label, hint)}
      <details
        className="texts"
        open={others.some((one) => submittedText(submitted, `${name}.${one}`) || problems[`${name}.${one}`])}
      >
        <summary>
          <Trans>In other languages</Trans>
        </summary>
        <div className="form">
          {others.map((one) =>
            field(
              one,
              <>
                {label} ({LANGUAGE_NAMES[one]})
              </>,
            ),
          )}
        </div>
      </details>
    </>
  );
}

function Networks({
  name,
  label,
  hint,
  problem,
  networks,
  submitted,
}: {
  name: string;
  label: string;
  hint: string | undefined;
  problem: ProblemCode | undefined;
  networks: readonly NetworkChoice[];
  submitted: Submitted;
}) {
  const chosen = [submitted[name] ?? []].flat();
  const count = chosen.length;
  return (
    <details className="texts" open={count > 0 || problem !== undefined}>
      <summary>
        {label}
        {count > 0 && (
          <>
            {" "}
            (<Plural value={count} one="# chosen" other="# chosen" />)
          </>
        )}
      </summary>
      <Choices legend={<span className="unseen">{label}</span>} hint={hint} problem={problem}>
        {networks.map(({ id, name: network, depth }) => (
          <label key={id} className="choice">
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(String(id))} />
            <span>{indented(depth, network)}</span>
          </label>
        ))}
      </Choices>
    </details>
  );
}
