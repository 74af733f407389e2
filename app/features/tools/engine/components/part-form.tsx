import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Language } from "~/domain.ts";
import { UploadProgress } from "~/features/plan/documents/components/upload-progress.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { LanguageField } from "~/ui/language-field.tsx";
import { fileField } from "../field.ts";
import type { PartLabels } from "../labels.ts";
import type { PartDefinition } from "../register.ts";
import { FieldsOf, type Filled, type NetworkChoice, submittedText } from "./fields-of.tsx";
import { NetworkField } from "./network-field.tsx";
import { PartFrame } from "./part-frame.tsx";

interface PartFormProps extends Filled {
  definition: PartDefinition;
  labels: PartLabels;
  language: Language;
  networks: { own: NetworkChoice[]; all: NetworkChoice[] };
  /** Whether it may be entered in no network's name: by those who keep the entry. */
  nameless: boolean;
  which?: { id: number; version: number };
  cancel: ReactNode;
}

/** A part of an entry as it is entered or changed: in whose name, its own fields, in which language it is written. */
export function PartForm({
  definition,
  labels,
  language,
  networks,
  nameless,
  which,
  cancel,
  ...filled
}: PartFormProps) {
  const { _ } = useLingui();
  const { submitted } = filled;
  const [only] = networks.own.length === 1 && !nameless ? networks.own : [];
  const writes = Object.values(definition.fields).some(({ type }) => type === "paragraph");
  return (
    <PartFrame withFile={fileField(definition.fields) !== undefined}>
      {({ found, sent }) => {
        const problems = found ?? filled.problems;
        return (
          <>
            {which && (
              <>
                <HiddenField name="part" value={which.id} />
                <HiddenField name="version" value={which.version} />
              </>
            )}
            {definition.network && (
              <NetworkField
                label={labels.network && _(labels.network)}
                own={networks.own}
                only={only}
                submitted={submitted}
                problems={problems}
              />
            )}
            <FieldsOf
              fields={definition.fields}
              labels={labels.fields}
              networks={networks.all}
              language={language}
              {...filled}
              problems={problems}
            />
            {writes && (
              <LanguageField
                label={<Trans context="text in one language">Written in</Trans>}
                value={submittedText(submitted, "language") || language}
                problem={problems.language}
              />
            )}
            <div className="buttons form-foot">
              <button className="button solid" name="intent" value={which ? "edit" : "add"} aria-busy={sent !== null}>
                {which ? <Trans>Save</Trans> : _(labels.add)}
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
