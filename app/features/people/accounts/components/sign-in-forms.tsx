import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface SignInFormsProps {
  back: string;
  /** A link has just been asked for. */
  sent: boolean;
  answer: { way: string; problems: Record<string, ProblemCode>; email: string } | undefined;
}

/** The two ways in: a link by mail, and a password for those who have one. */
export function SignInForms({ back, sent, answer }: SignInFormsProps) {
  const busy = useNavigation().state === "submitting";
  const problems = (way: string) => (answer?.way === way ? answer.problems : {});
  return (
    <div className="ways-in">
      <Form method="post" className="form" noValidate>
        <h2>
          <Trans>With a link by mail</Trans>
        </h2>
        {sent && (
          <p className="notice" role="status">
            <Trans>If this address is known here, a mail is on its way. Its link works once, for half an hour.</Trans>
          </p>
        )}
        <HiddenField name="way" value="link" />
        <HiddenField name="back" value={back} />
        <Field name="email" label={<Trans>Mail address</Trans>} problem={problems("link").email}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="email"
              autoComplete="email"
              defaultValue={answer?.way === "link" ? answer.email : ""}
            />
          )}
        </Field>
        <div className="buttons">
          <button className="button solid" aria-busy={busy}>
            <Trans>Send me a link</Trans>
          </button>
        </div>
      </Form>
      <Form method="post" className="form" noValidate>
        <h2>
          <Trans>With a password</Trans>
        </h2>
        <HiddenField name="way" value="password" />
        <HiddenField name="back" value={back} />
        <Field name="email" label={<Trans>Mail address</Trans>} problem={problems("password").email}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="email"
              autoComplete="username"
              defaultValue={answer?.way === "password" ? answer.email : ""}
            />
          )}
        </Field>
        <Field name="password" label={<Trans>Password</Trans>} problem={problems("password").password}>
          {(control) => <input {...control} className="input" type="password" autoComplete="current-password" />}
        </Field>
        <div className="buttons">
          <button className="button solid" aria-busy={busy}>
            <Trans>Sign in</Trans>
          </button>
        </div>
      </Form>
      <p className="hint">
        <Trans>
          Nobody signs up here: people come in by invitation. If you think you should be here, ask your coordinator.
        </Trans>
      </p>
    </div>
  );
}
