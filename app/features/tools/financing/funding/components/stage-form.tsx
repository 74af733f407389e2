import { Trans } from "@lingui/react/macro";
import type { FormEventHandler, ReactNode } from "react";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { type Option, Select } from "~/ui/select.tsx";
import { FUNDING_STAGES, type FundingStage } from "../funding.ts";
import { useStages } from "./use-stages.ts";

interface StageFormProps {
  id: number;
  version: number;
  stage: FundingStage;
  /** Where to go afterwards. */
  back: string;
  onSubmit?: FormEventHandler<HTMLFormElement>;
  cancel?: ReactNode;
}

/** A stream is moved by choosing its stage: the way that needs no JavaScript. */
export function StageForm({ id, version, stage, back, onSubmit, cancel }: StageFormProps) {
  const stages = useStages();
  return (
    <Form method="post" className="form stage-form" {...(onSubmit && { onSubmit })}>
      <HiddenField name="intent" value="move" />
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={version} />
      <HiddenField name="back" value={back} />
      <Field name="stage" label={<Trans context="funding">Stage</Trans>}>
        {(control) => (
          <Select {...control} value={stage} options={FUNDING_STAGES.map((one): Option => [one, stages(one)])} />
        )}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans context="a stream">Move it</Trans>
        </button>
        {cancel}
      </div>
    </Form>
  );
}
