import { Trans, useLingui } from "@lingui/react/macro";
import type { MoveAnswer } from "~/features/plan/actions/move-form.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";

/** Somebody changed the action first: where it stands now, above the form that still has what was asked for. */
export function MoveConflict({ refused }: { refused: Extract<MoveAnswer, { outcome: "stale" }> }) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  const { ref, now } = refused;
  const who = now.by ?? t`Somebody`;
  const when = format.instant(now.at);
  const stands = labels.stage(now.stage);
  return (
    <p className="notice wrong" role="alert">
      <Trans>
        {who} changed {ref} meanwhile ({when}): it stands in {stands}. Your move was not made. If you still want it,
        send the form again.
      </Trans>
    </p>
  );
}
