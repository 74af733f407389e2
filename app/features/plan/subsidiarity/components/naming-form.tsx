import { Trans } from "@lingui/react/macro";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Choices, Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { SaidFields } from "./said-fields.tsx";

interface NamingFormProps {
  /** National and continental networks that are not named yet, in the order of the tree. */
  networks: { id: number; name: string; depth: number }[];
  values: Submitted;
  problems: Record<string, ProblemCode>;
}

/** Names networks that an action strengthens, several at once with one text. */
export function NamingForm({ networks, values, problems }: NamingFormProps) {
  const chosen = [values.networks ?? []].flat();
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return (
    <Form method="post" className="form" noValidate>
      <Choices
        legend={<Trans>Networks that it strengthens</Trans>}
        hint={<Trans>What is said below holds for all that you choose. Their people are asked for an answer.</Trans>}
        problem={problems.networks}
      >
        {networks.map(({ id, name, depth }) => (
          <label key={id} className="network-choice" data-depth={depth}>
            <input type="checkbox" name="networks" value={id} defaultChecked={chosen.includes(String(id))} />
            <span>{name}</span>
          </label>
        ))}
      </Choices>
      <SaidFields
        name="how"
        label={<Trans>How it strengthens them</Trans>}
        hint={<Trans>What does it give to their own work? They read it when they answer.</Trans>}
        values={texts}
        problems={problems}
      />
      <Field
        name="own"
        label={<Trans>Actions of theirs that it strengthens</Trans>}
        hint={<Trans>If there are any: their references, one for each network, such as LRN-2.</Trans>}
        problem={problems.own}
      >
        {(control) => <input {...control} className="input" defaultValue={texts.own ?? ""} data-most={1000} />}
      </Field>
      <div className="buttons">
        <button className="button solid" name="intent" value="name">
          <Trans>Name them</Trans>
        </button>
      </div>
    </Form>
  );
}
