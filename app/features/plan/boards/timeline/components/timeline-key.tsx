import { Trans } from "@lingui/react/macro";
import { MILESTONE_STATES } from "~/domain.ts";
import { MILESTONE_GLYPH, useLabels } from "~/ui/labels.ts";

/** What the shapes mean, for the eye and for paper: a screen reader hears the words on each row. */
export function TimelineKey() {
  const labels = useLabels();
  return (
    <ul className="timeline-key" aria-hidden>
      <li>
        <i className="plan-bar" data-part="filled" /> <Trans>progress</Trans>
      </li>
      <li>
        <i className="plan-bar" /> <Trans>planned</Trans>
      </li>
      <li>
        <i className="plan-bar" data-missing="due" /> <Trans>an end not agreed yet</Trans>
      </li>
      <li>
        <i className="overrun" /> <Trans>late</Trans>
      </li>
      {MILESTONE_STATES.map((state) => (
        <li key={state}>
          <b>{MILESTONE_GLYPH[state]}</b> <Milestone state={labels.milestoneState(state)} />
        </li>
      ))}
    </ul>
  );
}

function Milestone({ state }: { state: string }) {
  return <Trans>milestone: {state}</Trans>;
}
