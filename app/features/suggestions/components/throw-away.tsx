import { Trans } from "@lingui/react/macro";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";

interface ThrowAwayProps {
  draft: number;
  /** Where the form goes; the page's own address unless something else is given. */
  action?: string;
}

/** Asks before a draft is thrown away, with a script and without one: its text cannot be brought back. */
export function ThrowAway({ draft, action }: ThrowAwayProps) {
  return (
    <details className="throw-away">
      <summary>
        <Trans>Throw away</Trans>
      </summary>
      <Form method="post" action={action}>
        <HiddenField name="draft" value={draft} />
        <p>
          <Trans>The text of this draft cannot be brought back.</Trans>
        </p>
        <button className="button" name="intent" value="forget">
          <Trans>Throw the draft away</Trans>
        </button>
      </Form>
    </details>
  );
}
