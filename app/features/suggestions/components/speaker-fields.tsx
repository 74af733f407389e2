import { Trans } from "@lingui/react/macro";
import { useRef } from "react";
import { SPEAKER_CAPACITIES, type SpeakerCapacity } from "~/domain.ts";
import type { Choosable, SpeakerChoices } from "~/features/suggestions/choices.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { useChosen } from "~/ui/hydrated.ts";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, Select } from "~/ui/select.tsx";
import type { DraftContent } from "~db/stored/suggestions.ts";
import { textIn } from "./submitted.ts";

interface SpeakerFieldsProps {
  submitted: DraftContent;
  problems: Record<string, ProblemCode>;
  choices: SpeakerChoices;
}

/** For which network somebody speaks, and whether anybody charged them with it. */
export function SpeakerFields({ submitted, problems, choices }: SpeakerFieldsProps) {
  const labels = useLabels();
  const first: SpeakerCapacity = textIn(submitted, "voice") === "mandated" ? "mandated" : "personal";
  const mandated = useRef<HTMLInputElement>(null);
  const [voice, choose] = useChosen(first, () => (mandated.current?.checked ? "mandated" : "personal"));
  return (
    <>
      <Field
        name="origin"
        label={<Trans>Speaks for</Trans>}
        hint={<Trans>The national or continental network from which it comes.</Trans>}
        problem={problems.origin}
      >
        {(control) => (
          <Select {...control} value={textIn(submitted, "origin")} options={choices.origins.map(optionOf)} />
        )}
      </Field>
      <Choices legend={<Trans>Voice</Trans>} problem={problems.voice}>
        {SPEAKER_CAPACITIES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="voice"
              value={one}
              ref={one === "mandated" ? mandated : undefined}
              defaultChecked={one === first}
              onChange={() => choose(one)}
            />
            <span>{labels.voice(one)}</span>
          </label>
        ))}
      </Choices>
      {/* Without a script the questions about the mandate stand there for both voices, and say for which they are. */}
      {voice !== "personal" && (
        <div className="mandate form">
          {voice === null && (
            <p className="hint">
              <Trans>Only with a mandate:</Trans>
            </p>
          )}
          <Field name="mandateBy" label={<Trans>Mandated by</Trans>} problem={problems.mandateBy}>
            {(control) => (
              <Select {...control} value={textIn(submitted, "mandateBy")} options={choices.mandators.map(optionOf)} />
            )}
          </Field>
          <div className="two">
            <Field name="mandateOn" label={<Trans>Day of the mandate</Trans>} problem={problems.mandateOn}>
              {(control) => (
                <input {...control} className="input" type="date" defaultValue={textIn(submitted, "mandateOn")} />
              )}
            </Field>
            <Field
              name="mandateOccasion"
              label={<Trans>Occasion</Trans>}
              hint={<Trans>Such as a board meeting or a general assembly.</Trans>}
              problem={problems.mandateOccasion}
            >
              {(control) => (
                <input
                  {...control}
                  className="input"
                  data-most={300}
                  defaultValue={textIn(submitted, "mandateOccasion")}
                />
              )}
            </Field>
          </div>
        </div>
      )}
    </>
  );
}

const optionOf = ({ id, name, depth }: Choosable) => [String(id), indented(depth, name)] as const;
