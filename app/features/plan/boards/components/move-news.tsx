import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Form } from "~/ui/form.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { ToastClose } from "~/ui/toast-close.tsx";
import { UndoButton } from "~/ui/undo-button.tsx";
import type { MoveFields, MoveResult, Moves } from "./use-moves.ts";

/** What came of the last move, said quietly at the foot of the page, with what can be done about it. */
export function MoveNews({ back, moves }: { back: string; moves: Moves }) {
  const { result } = moves;
  if (!result || result.outcome === "unchanged" || result.outcome === "invalid") return null;
  return <News result={result} back={back} moves={moves} />;
}

interface NewsProps {
  result: MoveResult;
  back: string;
  moves: Moves;
}

function News({ result, back, moves }: NewsProps) {
  const labels = useLabels();
  const { ref } = result;
  switch (result.outcome) {
    case "moved": {
      const stage = labels.stage(result.stage);
      const { event } = result;
      if (result.undone)
        return (
          <Toast
            back={back}
            moves={moves}
            text={
              <Trans>
                {ref} is back in {stage}.
              </Trans>
            }
          />
        );
      return (
        <Toast
          back={back}
          moves={moves}
          text={
            <Trans>
              {ref} is in {stage} now.
            </Trans>
          }
        >
          <Resend ref_={ref} fields={{ intent: "undo", event: String(event) }} back={back} moves={moves}>
            <Trans>Undo</Trans>
          </Resend>
        </Toast>
      );
    }
    case "stale":
      return <EditConflict result={result} back={back} moves={moves} />;
    case "line-lost":
      return (
        <Toast back={back} moves={moves} text={<Trans>The line dropped: {ref} stands where it was.</Trans>}>
          <Resend ref_={ref} fields={result.fields} back={back} moves={moves}>
            <Trans>Try again</Trans>
          </Resend>
        </Toast>
      );
    case "form-lost":
      return (
        <Toast back={back} moves={moves} text={<Trans>The line dropped: {ref} stands where it was.</Trans>}>
          <button
            type="button"
            className="button"
            onClick={() => {
              moves.setResult(null);
              moves.setOpen(result.open);
            }}
          >
            <Trans>Try again</Trans>
          </button>
        </Toast>
      );
    default:
      return null;
  }
}

/** Somebody else was there first: both states, and the decision. */
function EditConflict({ result, back, moves }: NewsProps & { result: Extract<MoveResult, { outcome: "stale" }> }) {
  const labels = useLabels();
  const format = useFormat();
  const { t } = useLingui();
  const { ref, now, submitted } = result;
  const who = now.by ?? t`Somebody`;
  const when = format.instant(now.at);
  const stands = labels.stage(now.stage);
  const fields = Object.fromEntries(
    Object.entries(submitted).map(([name, value]) => [name, String(value)]),
  ) as MoveFields;
  const wanted = fields.stage ? labels.stage(fields.stage as typeof now.stage) : null;
  return (
    <Toast
      back={back}
      moves={moves}
      text={
        <Trans>
          {who} changed {ref} meanwhile ({when}): it stands in {stands}. Your move was not made.
        </Trans>
      }
    >
      {wanted && (
        <Resend ref_={ref} fields={{ ...fields, version: String(now.version) }} back={back} moves={moves}>
          <Trans>Move it to {wanted} all the same</Trans>
        </Resend>
      )}
    </Toast>
  );
}

interface ResendProps {
  ref_: string;
  fields: MoveFields;
  back: string;
  moves: Moves;
  children: ReactNode;
}

/** A button that sends a move's fields: a plain form, taken over by JavaScript where there is any. */
function Resend({ ref_: ref, fields, back, moves, children }: ResendProps) {
  const { quick: _, ...plain } = fields;
  return (
    <Form
      method="post"
      preventScrollReset
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.intent === "undo") moves.undo(Number(fields.event), ref);
        else moves.sendForm(ref, fields);
      }}
    >
      <HiddenFields fields={{ ...plain, ref, back }} />
      {fields.intent === "undo" ? <UndoButton>{children}</UndoButton> : <button className="button">{children}</button>}
    </Form>
  );
}

function Toast({ text, back, moves, children }: { text: ReactNode; back: string; moves: Moves; children?: ReactNode }) {
  return (
    <div className="toast move-news">
      <span>{text}</span>
      {children}
      <ToastClose back={back} onClose={() => moves.setResult(null)} />
    </div>
  );
}
