import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";

/** Said of what was to be published by now and is not. */
export function PublicationOverdue({ day }: { day: string }) {
  const format = useFormat();
  const written = format.day(Date.parse(`${day}T00:00:00Z`));
  return (
    <p className="pub-overdue">
      <Trans>Planned for {written}, not published yet.</Trans>
    </p>
  );
}
