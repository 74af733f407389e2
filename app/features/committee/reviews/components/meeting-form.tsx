import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Language } from "~/domain.ts";
import type { MeetingForm as Values } from "~/features/committee/reviews/meeting-form.server.ts";
import { placeOf, TIME_ZONES } from "~/features/committee/reviews/places.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { AgendaFields } from "./agenda-fields.tsx";

interface MeetingFormProps {
  values: Values;
  problems: Record<string, ProblemCode>;
  save: ReactNode;
  back: string;
  children?: ReactNode;
}

/** When and where the committee meets, and what it goes through: to open a review, and to prepare it. */
export function MeetingForm({ values, problems, save, back, children }: MeetingFormProps) {
  const { state } = useNavigation();
  const { i18n } = useLingui();
  return (
    <Form method="post" className="form meeting-form" noValidate preventScrollReset>
      {children}
      {/* The first button of a form is the one that Enter presses: it saves, and arranges nothing. */}
      <button className="unseen" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
      <HiddenField name="version" value={values.version} />
      <div className="two">
        <Field name="day" label={<Trans>Day of the meeting</Trans>} problem={problems.day}>
          {(control) => <input {...control} type="date" className="input" defaultValue={values.day} />}
        </Field>
        <Field name="hour" label={<Trans>Hour</Trans>} problem={problems.hour}>
          {(control) => <input {...control} type="time" className="input" defaultValue={values.hour} />}
        </Field>
      </div>
      <Field
        name="timeZone"
        label={<Trans>Time zone</Trans>}
        hint={<Trans>The hour is shown in this time zone to everyone, with its name.</Trans>}
        problem={problems.timeZone}
      >
        {(control) => (
          <Select
            {...control}
            value={values.timeZone}
            options={TIME_ZONES.map((zone): Option => [zone, placeOf(zone, i18n.locale as Language)])}
          />
        )}
      </Field>
      <Field
        name="link"
        label={<Trans>Link to the video meeting</Trans>}
        hint={<Trans>It begins with https://. Everyone but observers sees it.</Trans>}
        problem={problems.link}
      >
        {(control) => (
          <input {...control} className="input" type="url" inputMode="url" data-most={500} defaultValue={values.link} />
        )}
      </Field>
      <AgendaFields lines={values.lines} problems={problems} />
      <div className="buttons form-foot">
        <button className="button solid" name="intent" value="save" aria-busy={state === "submitting"}>
          {save}
        </button>
        <Link className="button quiet" to={back}>
          <Trans>Cancel</Trans>
        </Link>
      </div>
    </Form>
  );
}
