import { Trans } from "@lingui/react/macro";
import { DENSITIES, type Density } from "~/domain.ts";
import { Choices } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";

/** How closely the boards are set for the viewer. */
export function DensityForm({ density }: { density: Density }) {
  const domainLabels = useLabels();
  return (
    <section className="section" id="boards">
      <h2>
        <Trans>Boards</Trans>
      </h2>
      <Form method="post" className="form">
        <Choices
          legend={<Trans>Density</Trans>}
          hint={<Trans>Compact shows more actions at once, with titles of two lines.</Trans>}
        >
          {DENSITIES.map((one) => (
            <label key={one}>
              <input type="radio" name="density" value={one} defaultChecked={one === density} />
              <span>{domainLabels.density(one)}</span>
            </label>
          ))}
        </Choices>
        <div className="buttons">
          <button className="button solid" name="intent" value="density">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
    </section>
  );
}
