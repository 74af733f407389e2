import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import type { Language } from "~/domain.ts";
import { Field } from "~/ui/field.tsx";
import { type Returned, returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { AboutFields } from "./about-fields.tsx";

/** Adds a web address. */
export function LinkForm({ returned, language }: { returned: Returned; language: Language }) {
  const { state, formData } = useNavigation();
  const mine = returnedTo("link", returned);
  const { text, problems } = mine;
  return (
    <section>
      <h2>
        <Trans>Add a link</Trans>
      </h2>
      <Form method="post" className="form" noValidate>
        <Field name="url" label={<Trans>Web address</Trans>} problem={problems.url}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="url"
              inputMode="url"
              placeholder="https://"
              data-most={2000}
              defaultValue={text("url")}
            />
          )}
        </Field>
        <AboutFields mine={mine} language={language} />
        <div className="buttons">
          <button
            className="button"
            name="intent"
            value="link"
            aria-busy={state === "submitting" && formData?.get("intent") === "link"}
          >
            <Trans>Add the link</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
