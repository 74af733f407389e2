import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { ChangedSince } from "~/features/tools/lobbying/contexts/components/changed-since.tsx";
import { contexts } from "~/features/tools/lobbying/contexts/contexts.ts";
import { sinceLast } from "~/features/tools/lobbying/contexts/queries.server.ts";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { found, ...shown } = showEntry(visit, contexts);
  return { ...shown, since: sinceLast(visit.db, found, visit.language) };
});

export const action = forViewer((visit) => answerOnEntry(visit, contexts));
export const meta = titled;
export const links = registerStyle;

/** A context analysis, and what changed since the last of the same network. */
export default function ContextPage() {
  const { entry, latest, since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EntryView
      register={contexts}
      entry={entry}
      answer={answer}
      history={<Latest lines={latest} to={`/contexts/${entry.id}/history`} ofEntry />}
    >
      <ChangedSince since={since} />
    </EntryView>
  );
}
