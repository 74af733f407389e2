import { Trans } from "@lingui/react/macro";
import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import type { Board } from "~/domain.ts";
import type { BulkEditAnswer } from "~/features/plan/actions/bulk-edit-form.server.ts";
import type { RowChanged } from "~/features/plan/boards/table/components/use-row-change.ts";
import { isLineLost } from "~/ui/lost-line.ts";
import { UndoButton } from "~/ui/undo-button.tsx";

interface PanelUndoProps {
  board: Board;
  /** The newest change that was made here; null while there is none. */
  changed: RowChanged | null;
  /** What is said of it. */
  saved?: ReactNode;
}

/** What came of the newest change, with the button that takes it back. */
export function PanelUndo({ board, changed, saved = <Trans>The change is saved.</Trans> }: PanelUndoProps) {
  const fetcher = useFetcher<{ together: BulkEditAnswer } | { lineLost: true }>({ key: "panel-undo" });
  const [undone, setUndone] = useState<number | null>(null);
  const busy = fetcher.state !== "idle";
  const answer = !busy && fetcher.data && "together" in fetcher.data ? fetcher.data.together : null;
  const came = answer?.outcome === "undone" ? answer : null;
  const isBack = changed !== null && undone === changed.event && came !== null;
  // Whatever the answer was before, it belongs to another change.
  const event = changed?.event ?? null;
  useEffect(() => {
    if (event !== null) setUndone((before) => (before === event ? before : null));
  }, [event]);
  return (
    <div role="status">
      {changed && (
        <div className="panel-news">
          {isBack ? (
            came.left.length > 0 ? (
              <Trans>It has been changed since, and stays as it is.</Trans>
            ) : (
              <Trans>It is back as it was.</Trans>
            )
          ) : (
            saved
          )}
          {!isBack && isLineLost(fetcher.data) && !busy && <Trans>The line dropped: nothing was taken back.</Trans>}
          {!isBack && (
            <fetcher.Form
              method="post"
              action={`/boards/${board}/together`}
              onSubmit={(submitted) => {
                submitted.preventDefault();
                setUndone(changed.event);
                fetcher.submit(
                  { intent: "undo", event: String(changed.event), quick: "1" },
                  { method: "post", action: `/boards/${board}/together` },
                );
              }}
            >
              <UndoButton>
                <Trans>Undo</Trans>
              </UndoButton>
            </fetcher.Form>
          )}
        </div>
      )}
    </div>
  );
}
