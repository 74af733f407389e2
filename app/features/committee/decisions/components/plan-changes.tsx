import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Problem } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { obstacleSaid, type Part } from "../changes.ts";
import type { DecisionScreen } from "../screen.server.ts";

type State = NonNullable<DecisionScreen["changes"][number]["was"]>;

/** A part of how an action stands, in the reader's words. */
function useStateLabels() {
  const labels = useLabels();
  const format = useFormat();
  const name: Record<Part, ReactNode> = {
    stage: <Trans>Stage</Trans>,
    priority: <Trans>Priority</Trans>,
    due: <Trans>Due quarter</Trans>,
  };
  const say = (part: Part, state: Partial<State>) => {
    if (part === "stage") return state.stage ? labels.stage(state.stage) : "";
    if (part === "priority") return state.priority ? labels.priority(state.priority) : "";
    return state.due ? format.quarter(state.due) : <Trans>none</Trans>;
  };
  return { name, say };
}

/** What the decision changes in the plan, each as it was and as it becomes; and what stands in the way. */
export function PlanChanges({ changes, checked }: Pick<DecisionScreen, "changes" | "checked">) {
  const { name, say } = useStateLabels();
  return (
    <ul className="rows plan-changes">
      {changes.map((change) => {
        const { ref, was, outcome } = change;
        const check = checked.find((one) => one.ref === ref);
        const obstacle = check?.obstacle && obstacleSaid(check.obstacle, change.stage);
        return (
          <li key={ref} aria-describedby={obstacle ? `obstacle-${ref}` : undefined}>
            <Link className="ref" to={`/actions/${ref}`}>
              {ref}
            </Link>
            <dl className="changes">
              {(["stage", "priority", "due"] as const)
                .filter((part) => change[part] !== undefined)
                .map((part) => (
                  <div key={part}>
                    <dt>{name[part]}</dt>
                    <dd>
                      {was && <del>{say(part, was)}</del>} <ins>{say(part, change)}</ins>
                    </dd>
                  </div>
                ))}
            </dl>
            {outcome && (
              <blockquote className="as-written" lang={outcome.lang ?? undefined}>
                {outcome.text}
              </blockquote>
            )}
            {obstacle && <Problem id={`obstacle-${ref}`} code={obstacle} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The actions that have moved on since the decision was written: both states, to be confirmed with the adoption. */
export function MovedOn({ checked, changes }: Pick<DecisionScreen, "changes" | "checked">) {
  const { name, say } = useStateLabels();
  const moved = checked.filter((one) => one.moved.length > 0);
  if (moved.length === 0) return null;
  return (
    <div className="moved-on">
      <p>
        <Trans>
          The plan has moved on since this was written. Adopting it sets what is decided all the same: please look at
          each, then confirm.
        </Trans>
      </p>
      {moved.map(({ ref, now, moved: parts, version }) => {
        const change = changes.find((one) => one.ref === ref);
        return (
          <label key={ref} className="choice">
            <input type="checkbox" name={`seen.${ref}`} value={version} />
            <span>
              <strong>{ref}</strong>
              {parts.map((part) => {
                const [was, is, decided] = [say(part, change?.was ?? {}), say(part, now), say(part, change ?? {})];
                return (
                  <span key={part} className="both">
                    {name[part]}:{" "}
                    <Trans>
                      it was {was}, it is {is} now, and becomes {decided}
                    </Trans>
                  </span>
                );
              })}
            </span>
          </label>
        );
      })}
    </div>
  );
}
