import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Board } from "~/domain.ts";
import { FieldChange } from "~/features/core/history/components/field-change.tsx";
import { suggestionName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { Cause, Compared, Said, Step } from "../screen.server.ts";
import { KeyResultChange } from "./key-result-change.tsx";

/** The actions that changed, each with all that became of it, under the names of their boards. */
export function ComparedRows({ actions }: { actions: Compared[] }) {
  const labels = useLabels();
  const boards = [...new Set(actions.map(({ board }) => board))];
  return boards.map((board: Board) => (
    <section key={board} className="section compare-board" data-board={board}>
      <h2>{labels.board(board)}</h2>
      <ol className="rows compare-rows">
        {actions
          .filter((action) => action.board === board)
          .map((action) => (
            <Row key={action.ref} action={action} />
          ))}
      </ol>
    </section>
  ));
}

function Row({ action }: { action: Compared }) {
  const labels = useLabels();
  const { ref, title, lang, stage, lead, entered, steps, keyResults } = action;
  return (
    <li data-action={ref}>
      <h3>
        <Link to={`/actions/${ref}`}>
          {ref} <span lang={lang ?? undefined}>{title}</span>
        </Link>
      </h3>
      {entered && (
        <div className="compare-step">
          <p>
            <span className="tag">
              <Trans context="action">Added</Trans>
            </span>{" "}
            {labels.stage(stage)}
            {lead && <span className="soft"> · {lead}</span>}
          </p>
          <SaidBy said={entered} />
        </div>
      )}
      {steps.map((step) => (
        <StepView key={step.key} step={step} />
      ))}
      {keyResults.map((one) => (
        <div key={one.id} className="compare-step">
          <KeyResultChange of={one} />
          <SaidBy said={one} />
        </div>
      ))}
    </li>
  );
}

function StepView({ step }: { step: Step }) {
  const labels = useLabels();
  const { moved, changes, outcome } = step;
  return (
    <div className="compare-step">
      {moved && (
        <p>
          {moved.to === "dropped" && (
            <>
              <span className="tag">
                <Trans>Dropped</Trans>
              </span>{" "}
            </>
          )}
          <span className="soft">{labels.stage(moved.from)}</span> → <strong>{labels.stage(moved.to)}</strong>
        </p>
      )}
      {outcome && <blockquote>{outcome}</blockquote>}
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map((change) => (
            <FieldChange key={change.field} change={change} />
          ))}
        </dl>
      )}
      <SaidBy said={step} />
    </div>
  );
}

/** Who, when, and the suggestions and decisions that brought it about. */
function SaidBy({ said }: { said: Said }) {
  const format = useFormat();
  return (
    <p className="compare-said soft">
      {said.by ?? <Trans>Geneva planning</Trans>}, {format.instant(said.at)}
      {said.because.map((one) => (
        <span key={JSON.stringify(one)}>
          {" · "}
          <Reason one={one} />
        </span>
      ))}
    </p>
  );
}

function Reason({ one }: { one: Cause }): ReactNode {
  if ("decision" in one) {
    return (
      <Trans>
        because of <Link to={`/decisions/${one.decision}`}>the committee’s decision</Link>
      </Trans>
    );
  }
  return (
    <Trans>
      because of{" "}
      <Link to={`/suggestions/${one.suggestion}`}>
        {suggestionName(one.suggestion)} {one.title}
      </Link>
    </Trans>
  );
}
