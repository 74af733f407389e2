import { Trans } from "@lingui/react/macro";
import type { Stage } from "~/domain.ts";
import { FLOW } from "~/features/plan/actions/stage.ts";
import { useLabels } from "~/ui/labels.ts";

/** Where an action is on its way from proposed to done; aside, the way is shown without a mark on it. */
export function StageWay({ stage }: { stage: Stage }) {
  const labels = useLabels();
  const at = (FLOW as readonly Stage[]).indexOf(stage);
  const name = labels.stage(stage);
  return (
    <ol className="way">
      {at < 0 && (
        <li className="on" aria-current="step">
          {name}
        </li>
      )}
      {FLOW.map((one, index) => (
        <li
          key={one}
          className={index === at ? "on" : index < at ? "past" : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {labels.stage(one)}
          {index < at && (
            <span className="unseen">
              {" "}
              <Trans>(passed)</Trans>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
