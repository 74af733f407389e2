import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { zoneName } from "~/lib/time-zones.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { LanguageField } from "./welcome-form.tsx";

interface ProfileFormProps {
  values: Record<string, string | string[] | undefined>;
  problems: Record<string, ProblemCode>;
  timeZones: string[];
}

/** One's own name and language. The document is loaded anew: the whole of it may change its language. */
export function ProfileForm({ values, problems, timeZones }: ProfileFormProps) {
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" className="form section" reloadDocument noValidate>
      <Field name="name" label={<Trans>Your name</Trans>} problem={problems.name}>
        {(control) => (
          <input
            {...control}
            className="input"
            data-most={120}
            autoComplete="name"
            defaultValue={String(values.name ?? "")}
          />
        )}
      </Field>
      <LanguageField own value={String(values.language ?? "en")} problem={problems.language} />
      <Field
        name="timeZone"
        label={<Trans>Time zone</Trans>}
        hint={<Trans>Times are shown in it. Days, such as deadlines, are the same everywhere.</Trans>}
        problem={problems.timeZone}
      >
        {(control) => (
          <Select
            {...control}
            value={String(values.timeZone ?? "")}
            options={timeZones.map((one): Option => [one, zoneName(one)])}
          />
        )}
      </Field>
      <p className="buttons">
        <button className="button solid" name="intent" value="profile" aria-busy={busy}>
          <Trans>Save</Trans>
        </button>
      </p>
    </Form>
  );
}
