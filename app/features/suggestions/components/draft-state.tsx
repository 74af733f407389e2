import { Trans } from "@lingui/react/macro";
import type { DraftSaving } from "./use-draft.ts";

/** Whether what is typed is safe: told quietly, and heard by who cannot see it. */
export function DraftState({ state }: { state: DraftSaving }) {
  return (
    <span className="hint" role="status">
      {state === "saving" && <Trans>Keeping the draft…</Trans>}
      {state === "kept" && <Trans>The draft is kept.</Trans>}
      {state === "not-kept" && <Trans>The line dropped: the draft is kept when it is back and you go on typing.</Trans>}
    </span>
  );
}
