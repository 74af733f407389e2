import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Milestone } from "../queries.server.ts";
import { MilestoneLine } from "./milestone-line.tsx";

interface MilestonesSectionProps {
  ref_: string;
  milestones: Milestone[];
  today: string;
  mayWork: boolean;
}

/** An action's milestones in the order of their days; nothing where there is none and nobody to add one. */
export function MilestonesSection({ ref_: ref, milestones, today, mayWork }: MilestonesSectionProps) {
  if (milestones.length === 0 && !mayWork) return null;
  return (
    <section className="section">
      <h2>
        <Trans>Milestones</Trans>
      </h2>
      {milestones.length === 0 && (
        <p className="soft">
          <Trans>No day is agreed yet on the way of this action.</Trans>
        </p>
      )}
      <ol className="milestones">
        {milestones.map((one) => (
          <li key={one.id}>
            <MilestoneLine milestone={one} today={today} />
          </li>
        ))}
      </ol>
      {mayWork && (
        <p className="section-more">
          <Link to={`/actions/${ref}/milestones`}>
            {milestones.length > 0 ? <Trans>Mark or change them</Trans> : <Trans>Add a milestone</Trans>}
          </Link>
        </p>
      )}
    </section>
  );
}
