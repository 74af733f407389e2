import { Trans } from "@lingui/react/macro";
import { FLOW } from "~/features/plan/actions/stage.ts";
import { useWords } from "~/ui/words.ts";
import type { Stage } from "~/words.ts";

/** Where an action is on its way from proposed to done; aside, the way is shown without a mark on it. */
export function StageWay({ stage }: { stage: Stage }) {
  const words = useWords();
  const at = (FLOW as readonly Stage[]).indexOf(stage);
  const name = words.stage(stage);
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
          {words.stage(one)}
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
