import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";
import type { AgendaItem } from "~db/stored/agenda.ts";
import { useAgendaLabels } from "./agenda-labels.ts";
import { MeetingTime } from "./meeting-time.tsx";

interface MeetingConflictProps {
  now: { meetingAt: number | null; timeZone: string; link: string; agenda: AgendaItem[] };
}

/** Somebody else saved the date, the link or the agenda first: what stands now, above the form with what was typed. */
export function MeetingConflict({ now: { meetingAt, timeZone, link, agenda } }: MeetingConflictProps) {
  const labels = useAgendaLabels();
  const format = useFormat();
  const points = format.list(agenda.map(labels));
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            Somebody saved this meanwhile. Nothing of yours is lost, and nothing of it has been saved yet. Saving once
            more replaces what stands now.
          </Trans>
        </strong>
      </p>
      <p>
        {meetingAt ? <MeetingTime at={meetingAt} timeZone={timeZone} /> : <Trans>no date set yet</Trans>}
        {link && ` · ${link}`}
      </p>
      <p>{points}</p>
    </Notice>
  );
}
