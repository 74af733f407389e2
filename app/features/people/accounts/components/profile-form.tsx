import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Language } from "~/domain.ts";
import { zoneName } from "~/lib/time-zones.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";
import { LanguageField } from "./welcome-form.tsx";

interface ProfileFormProps {
  /** The page's. */
  language: Language;
  values: Record<string, string | string[] | undefined>;
  problems: Record<string, ProblemCode>;
  timeZones: string[];
}

/** One's own name, language and time zone. */
export function ProfileForm({ language, values, problems, timeZones }: ProfileFormProps) {
  const busy = useNavigation().state === "submitting";
  const before = useRef(language);
  // The browser has the words of one language: in another one the document is loaded anew.
  useEffect(() => {
    if (language !== before.current) location.reload();
  }, [language]);
  return (
    <Form method="post" className="form section" noValidate>
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
