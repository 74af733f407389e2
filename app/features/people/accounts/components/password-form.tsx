import { Trans } from "@lingui/react/macro";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

/** A password of one's own: set the first time, changed later. */
export function PasswordForm({ has, problems }: { has: boolean; problems: Record<string, ProblemCode> }) {
  return (
    <Form method="post" className="form section" noValidate>
      <h2>
        <Trans>Password</Trans>
      </h2>
      {has ? (
        <Field name="currentPassword" label={<Trans>Current password</Trans>} problem={problems.currentPassword}>
          {(control) => <input {...control} className="input" type="password" autoComplete="current-password" />}
        </Field>
      ) : (
        <p className="soft">
          <Trans>You sign in with a link by mail. A password is another way in, if you want one.</Trans>
        </p>
      )}
      <Field
        name="newPassword"
        label={<Trans>New password</Trans>}
        hint={<Trans>At least 10 characters. Your sessions elsewhere will end.</Trans>}
        problem={problems.newPassword}
      >
        {(control) => <input {...control} className="input" type="password" autoComplete="new-password" />}
      </Field>
      <p className="buttons">
        <button className="button" name="intent" value="password">
          <Trans>Save the password</Trans>
        </button>
      </p>
    </Form>
  );
}
