import { Trans } from "@lingui/react/macro";
import type { Role } from "~/domain.ts";
import { Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

interface EvaluationRolesProps {
  roles: { id: string; role: Role; network: string }[];
  back: string;
  problem: ProblemCode | undefined;
}

/** One click in as each role: on this computer only, for looking around. */
export function EvaluationRoles({ roles, back, problem }: EvaluationRolesProps) {
  const labels = useLabels();
  return (
    <section className="evaluation-roles">
      <h2>
        <Trans>Look around as</Trans>
      </h2>
      {problem && <Problem id="as-problem" code={problem} />}
      <Form method="post" reloadDocument>
        <HiddenField name="back" value={back} />
        {roles.map(({ id, role, network }) => (
          <button key={id} className="button" name="as" value={id}>
            {labels.role(role)} <span className="soft">{network}</span>
          </button>
        ))}
      </Form>
      <p className="hint">
        <Trans>
          These accounts are for trying, on this computer only. They are nobody’s, and cannot exist once the plan has a
          public address.
        </Trans>
      </p>
    </section>
  );
}
