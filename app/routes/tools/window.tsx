import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { CountdownList } from "~/features/tools/lobbying/windows/components/countdown-list.tsx";
import { milestonesOf } from "~/features/tools/lobbying/windows/queries.server.ts";
import { windows } from "~/features/tools/lobbying/windows/windows.ts";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, language, at } = visit;
  const { found, ...shown } = showEntry(visit, windows);
  const meeting = { id: found.row.id, values: found.values };
  return { ...shown, milestones: milestonesOf(db, [meeting], language, at).get(meeting.id) ?? [] };
});

export const action = forViewer((visit) => answerOnEntry(visit, windows));
export const meta = titled;
export const links = registerStyle;

/** A meeting of others, with what is to be done before it. */
export default function WindowPage() {
  const { entry, latest, milestones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, mayKeep, removed } = entry;
  return (
    <EntryView
      register={windows}
      entry={entry}
      answer={answer}
      own={{ milestones: <CountdownList meeting={id} milestones={milestones} mayKeep={mayKeep && !removed} /> }}
      history={<Latest lines={latest} to={`/windows/${id}/history`} ofEntry />}
    />
  );
}
