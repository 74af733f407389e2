import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { MILESTONE_STATES } from "~/domain.ts";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { Milestone } from "../queries.server.ts";
import { MilestoneLine } from "./milestone-line.tsx";

interface MilestoneRowsProps {
  milestones: Milestone[];
  today: string;
  mayWork: boolean;
}

/** The milestones with what may be done with each: marked in one step, or its form opened. */
export function MilestoneRows({ milestones, today, mayWork }: MilestoneRowsProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const changing = (name: string) => t`Change “${name}”`;
  return (
    <ol className="rows milestones">
      {milestones.map((one) => (
        <li key={one.id} id={`milestone-${one.id}`}>
          <MilestoneLine milestone={one} today={today} />
          {mayWork && (
            <Form method="post" action="." className="buttons" preventScrollReset>
              <HiddenField name="intent" value="mark" />
              <HiddenField name="id" value={one.id} />
              <HiddenField name="version" value={one.version} />
              {MILESTONE_STATES.filter((state) => state !== one.state).map((state) => (
                <button
                  key={state}
                  className="button"
                  name="state"
                  value={state}
                  aria-label={`${one.name}: ${labels.milestoneState(state)}`}
                >
                  {labels.milestoneState(state)}
                </button>
              ))}
              <Link className="button quiet" to={`?edit=${one.id}`} preventScrollReset aria-label={changing(one.name)}>
                <Trans>Change</Trans>
              </Link>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
