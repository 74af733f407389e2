import { Trans } from "@lingui/react/macro";
import { Field } from "~/ui/field.tsx";
import { Fold, type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { SuggestionScreen } from "../screen.server.ts";

/** What its author may do until it is answered, beside editing it. */
export function AuthorTools({ screen, ...returned }: Returned & { screen: SuggestionScreen }) {
  const { open, text, problems } = returnedTo("withdraw", returned);
  return (
    <div className="folds">
      <Fold label={<Trans>Withdraw…</Trans>} open={open}>
        <Form method="post" className="form">
          <HiddenField name="version" value={screen.version} />
          <Field
            name="why"
            label={<Trans>Reason</Trans>}
            hint={<Trans>Why? Those who support it read it.</Trans>}
            problem={problems.why}
          >
            {(control) => (
              <textarea {...control} className="textarea short" data-most={5_000} defaultValue={text("why")} />
            )}
          </Field>
          <button className="button solid" name="intent" value="withdraw">
            <Trans>Withdraw</Trans>
          </button>
        </Form>
      </Fold>
    </div>
  );
}
