import { Trans, useLingui } from "@lingui/react/macro";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** Somebody else saved the template first: what was typed stands in the form still, and history below says what they changed. */
export function TemplateConflict({ lines }: { lines: HistoryLine[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const [last] = lines;
  const who = last?.by ?? t`Somebody`;
  const when = last ? format.instant(last.at) : "";
  return (
    <Notice wrong>
      <Trans>
        {who} changed this template meanwhile ({when}). Nothing of yours was saved yet: compare with the history below,
        then save again.
      </Trans>
    </Notice>
  );
}
