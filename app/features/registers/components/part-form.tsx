import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { UploadProgress } from "~/features/documents/components/upload-progress.tsx";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import { indented, type Option, Select } from "~/ui/select.tsx";
import { LANGUAGES, type Language } from "~/words.ts";
import { fileField } from "../field.ts";
import type { PartDefinition } from "../register.ts";
import type { PartWords } from "../words.ts";
import { FieldsOf, type Filled, type NetworkChoice, typedText } from "./fields-of.tsx";
import { PartFrame } from "./part-frame.tsx";

interface PartFormProps extends Filled {
  definition: PartDefinition;
  words: PartWords;
  language: Language;
  networks: { own: NetworkChoice[]; all: NetworkChoice[] };
  /** Whether it may be entered in no network's name: by those who keep the entry. */
  nameless: boolean;
  which?: { id: number; version: number };
  cancel: ReactNode;
}

/** A part of an entry as it is entered or changed: in whose name, its own fields, in which language it is written. */
export function PartForm({ definition, words, language, networks, nameless, which, cancel, ...filled }: PartFormProps) {
  const { _ } = useLingui();
  const { typed } = filled;
  const [only] = networks.own.length === 1 && !nameless ? networks.own : [];
  const writes = Object.values(definition.fields).some(({ type }) => type === "said");
  return (
    <PartFrame withFile={fileField(definition.fields) !== undefined}>
      {({ found, sent }) => {
        const problems = found ?? filled.problems;
        return (
          <>
            {which && (
              <>
                <input type="hidden" name="part" value={which.id} />
                <input type="hidden" name="version" value={which.version} />
              </>
            )}
            {definition.network && (
              <Field name="network" label={words.network && _(words.network)} problem={problems.network}>
                {(control) => (
                  <Select
                    {...control}
                    value={typedText(typed, "network") || String(only?.id ?? "")}
                    options={[
                      ["", "—"],
                      ...networks.own.map(({ id, name, depth }): Option => [String(id), indented(depth, name)]),
                    ]}
                  />
                )}
              </Field>
            )}
            <FieldsOf
              fields={definition.fields}
              words={words.fields}
              networks={networks.all}
              language={language}
              {...filled}
              problems={problems}
            />
            {writes && (
              <Field
                name="language"
                label={<Trans context="text in one language">Written in</Trans>}
                problem={problems.language}
              >
                {(control) => (
                  <Select
                    {...control}
                    value={typedText(typed, "language") || language}
                    options={LANGUAGES.map((one): Option => [one, LANGUAGE_NAMES[one]])}
                  />
                )}
              </Field>
            )}
            <div className="buttons form-foot">
              <button className="button solid" name="intent" value={which ? "edit" : "add"} aria-busy={sent !== null}>
                {which ? <Trans>Save</Trans> : _(words.add)}
              </button>
              {cancel}
              <UploadProgress sent={sent} />
              {which && (
                <button className="button quiet" name="intent" value="remove" formNoValidate>
                  <Trans>Remove</Trans>
                </button>
              )}
            </div>
          </>
        );
      }}
    </PartFrame>
  );
}
