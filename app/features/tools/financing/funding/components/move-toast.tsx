import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Form } from "~/ui/form.tsx";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import { ToastClose } from "~/ui/toast-close.tsx";
import { UndoButton } from "~/ui/undo-button.tsx";
import type { FundingStage } from "../funding.ts";
import { cardOf, type StageMoves } from "./stage-moves.ts";
import { useStages } from "./use-stages.ts";

interface MoveToastProps {
  moves: StageMoves;
  back: string;
}

/** What came of the last move, said quietly at the foot of the page, with what can be done about it. */
export function MoveToast({ moves, back }: MoveToastProps) {
  return <div role="status">{moves.result && <Said result={moves.result} moves={moves} back={back} />}</div>;
}

function Said({ result, moves, back }: MoveToastProps & { result: NonNullable<StageMoves["result"]> }) {
  const stages = useStages();
  const { id } = result;
  const sendAgain = (version: number, stage: FundingStage, button: ReactNode) => (
    <Form
      method="post"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        moves.send(id, version, stage);
      }}
    >
      <HiddenFields fields={{ intent: "move", id, version, stage, back }} />
      {button}
    </Form>
  );
  const close = <ToastClose back={back} onClose={() => moves.setResult(null)} />;
  switch (result.outcome) {
    case "moved": {
      const { title } = result;
      const stage = stages(result.stage);
      return (
        <div className="toast">
          <span>
            <Trans>
              “{title}” is in {stage} now.
            </Trans>
          </span>
          {result.from !== result.stage &&
            sendAgain(
              result.version,
              result.from,
              <UndoButton>
                <Trans>Undo</Trans>
              </UndoButton>,
            )}
          {close}
        </div>
      );
    }
    case "stale": {
      const { title } = result;
      const [stands, wanted] = [stages(result.stage), stages(result.wanted)];
      return (
        <div className="toast">
          <span>
            <Trans>
              Somebody changed “{title}” meanwhile: it stands in {stands}. Your move was not made.
            </Trans>
          </span>
          {sendAgain(
            result.version,
            result.wanted,
            <button className="button">
              <Trans>Move it to {wanted} all the same</Trans>
            </button>,
          )}
          {close}
        </div>
      );
    }
    case "line-lost": {
      const card = cardOf(moves.shown, id);
      const title = card?.title ?? "";
      return (
        <div className="toast">
          <span>
            <Trans>The line dropped: “{title}” stands where it was.</Trans>
          </span>
          {card &&
            sendAgain(
              card.version,
              result.wanted,
              <button className="button">
                <Trans>Try again</Trans>
              </button>,
            )}
          {close}
        </div>
      );
    }
  }
}
