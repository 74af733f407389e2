import { Trans } from "@lingui/react/macro";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { BOARDS, type Board, REFERENCE_PREFIX, type Stage } from "~/domain.ts";
import type { StageAsked } from "~/features/core/keyboard/commands.ts";
import type { KeyDialog } from "~/features/core/keyboard/key-dialog.ts";
import { ChangeNews, hasNews } from "~/features/plan/boards/table/components/row-news.tsx";
import { type RowChanged, useRowChange } from "~/features/plan/boards/table/components/use-row-change.ts";
import { useLabels } from "~/ui/labels.ts";
import { PanelUndo } from "./panel-undo.tsx";

/** A change of stage that a key has asked for: the reason where the stage wants one, and what came of it with its undo. */
export function stageByKey(asked: StageAsked): ComponentType<KeyDialog> {
  return (dialog) => <StageByKey asked={asked} {...dialog} />;
}

const boardOf = (ref: string): Board => BOARDS.find((board) => ref.startsWith(REFERENCE_PREFIX[board])) ?? BOARDS[0];

function StageByKey({ asked, onClose }: KeyDialog & { asked: StageAsked }) {
  const { ref, version, from, to } = asked;
  const labels = useLabels();
  const board = boardOf(ref);
  const [changed, setChanged] = useState<RowChanged | null>(null);
  // Where the page does not say where it is, the server knows.
  const row = { ref, version, stage: (from ?? "") as Stage };
  const change = useRowChange(board, row, setChanged, "key");
  const begun = useRef(false);
  const asks = hasNews(change);
  useEffect(() => {
    if (begun.current) {
      if (!change.wanted && !changed) onClose();
      return;
    }
    begun.current = true;
    change.choose({ name: "stage", value: to });
  });
  // In another column the card is another element.
  useEffect(() => {
    if (!changed || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`main a[href="/actions/${ref}"]`)?.focus();
  });
  const stage = labels.stage(to);
  if (asks)
    return (
      <Asking ref_={ref} change={change} row={row} said={(_, value) => labels.stage((value ?? from ?? to) as Stage)} />
    );
  return (
    changed && (
      <div className="toast stage-news">
        <PanelUndo
          board={board}
          changed={changed}
          saved={
            <Trans>
              {ref} is in {stage} now.
            </Trans>
          }
        />
        <button type="button" className="button" onClick={onClose}>
          <span aria-hidden>×</span>
          <span className="unseen">
            <Trans>Close this message</Trans>
          </span>
        </button>
      </div>
    )
  );
}

type AskingProps = Parameters<typeof ChangeNews>[0] & { ref_: string };

function Asking({ ref_: ref, ...news }: AskingProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label={ref} onClose={news.change.forget}>
      <ChangeNews {...news} />
    </dialog>
  );
}
