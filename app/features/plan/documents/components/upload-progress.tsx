import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";

/** How much of a file has gone, while it is sent. */
export function UploadProgress({ sent }: { sent: number | null }) {
  const { t } = useLingui();
  const format = useFormat();
  if (sent === null) return null;
  return (
    <span className="upload">
      <progress value={sent} max={100} aria-label={t`Sending the file`} /> <span>{format.percent(sent)}</span>
    </span>
  );
}
