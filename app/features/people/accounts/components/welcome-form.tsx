import { Trans } from "@lingui/react/macro";
import { LANGUAGES, type Language } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import { Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { type Option, Select } from "~/ui/select.tsx";

interface WelcomeFormProps {
  invitation: { email: string | null; language: Language };
  problems: Record<string, ProblemCode>;
  submitted: Record<string, string | string[]>;
}

/** What somebody who was invited says of themselves: a name, a language, and a password if they want one. */
export function WelcomeForm({ invitation, problems, submitted }: WelcomeFormProps) {
  const { email } = invitation;
  return (
    <>
      {email ? (
        <p>
          <Trans>Your mail address here: {email}</Trans>
        </p>
      ) : (
        <Field name="email" label={<Trans>Mail address</Trans>} problem={problems.email}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="email"
              autoComplete="email"
              defaultValue={String(submitted.email ?? "")}
            />
          )}
        </Field>
      )}
      <Field
        name="name"
        label={<Trans>Your name</Trans>}
        hint={<Trans>As colleagues will read it beside what you do.</Trans>}
        problem={problems.name}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="name"
            data-most={120}
            defaultValue={String(submitted.name ?? "")}
          />
        )}
      </Field>
      <LanguageField own value={String(submitted.language ?? invitation.language)} problem={problems.language} />
      <Field
        name="password"
        label={<Trans>Password</Trans>}
        hint={<Trans>At least 10 characters. You can leave it empty: a link by mail is enough to sign in.</Trans>}
        problem={problems.password}
      >
        {(control) => <input {...control} className="input" type="password" autoComplete="new-password" />}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans>Come in</Trans>
        </button>
      </div>
    </>
  );
}

interface LanguageFieldProps {
  value: string;
  problem: ProblemCode | undefined;
  /** Whether it is the reader's own, which the language menu changes too. */
  own?: boolean;
}

/** The language in which somebody reads everything, each by its own name. */
export function LanguageField({ value, problem, own = false }: LanguageFieldProps) {
  return (
    <Field name="language" label={<Trans>Language</Trans>} problem={problem}>
      {(control) => (
        <Select
          {...control}
          data-interface-language={own ? "" : undefined}
          value={value}
          options={LANGUAGES.map((language): Option => [language, LANGUAGE_NAMES[language]])}
        />
      )}
    </Field>
  );
}
