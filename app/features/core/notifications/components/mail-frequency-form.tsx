import { Trans } from "@lingui/react/macro";
import { MAIL_FREQUENCIES, type MailFrequency } from "~/domain.ts";
import { Choices } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";

/** How often somebody is written to about what they are told in the app. */
export function MailFrequencyForm({ mailFrequency }: { mailFrequency: MailFrequency }) {
  const labels = useLabels();
  return (
    <section className="section" id="mail">
      <h2>
        <Trans>Notices by mail</Trans>
      </h2>
      <Form method="post" className="form">
        <Choices
          legend={<Trans>How often you are written to</Trans>}
          hint={<Trans>Whatever you choose, every notice stands in the app.</Trans>}
        >
          {MAIL_FREQUENCIES.map((one) => (
            <label key={one}>
              <input type="radio" name="mailFrequency" value={one} defaultChecked={one === mailFrequency} />
              <span>{labels.mailFrequency(one)}</span>
            </label>
          ))}
        </Choices>
        <div className="buttons">
          <button className="button solid" name="intent" value="mail-frequency">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
