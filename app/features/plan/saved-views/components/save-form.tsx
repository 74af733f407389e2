import { Trans } from "@lingui/react/macro";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";

interface SaveViewFormProps {
  /** The board's query string that is kept. */
  query: string;
  mayKeepForAll: boolean;
  name: string;
  problems: Record<string, ProblemCode>;
}

/** Keeps the view that the reader comes from, by name. */
export function SaveViewForm({ query, mayKeepForAll, name, problems }: SaveViewFormProps) {
  return (
    <section className="section">
      <h2>
        <Trans>Save this view</Trans>
      </h2>
      <Form method="post" className="form" noValidate>
        <HiddenField name="intent" value="keep" />
        <HiddenField name="query" value={query} />
        <Field name="name" label={<Trans>Name</Trans>} problem={problems.name}>
          {(control) => <input {...control} className="input" data-most={80} defaultValue={name} autoComplete="off" />}
        </Field>
        {mayKeepForAll && (
          <Choices legend={<Trans>Who sees it</Trans>} problem={problems.forAll}>
            <label>
              <input type="radio" name="forAll" value="" defaultChecked />
              <Trans>For me</Trans>
            </label>
            <label>
              <input type="radio" name="forAll" value="1" />
              <Trans>For everyone who reads it</Trans>
            </label>
          </Choices>
        )}
        <div className="buttons">
          <button className="button solid">
            <Trans>Save this view</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
