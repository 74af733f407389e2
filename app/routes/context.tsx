import "~/i18n/registers.client.ts";
import "~/i18n/work.client.ts";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangedSince } from "~/features/contexts/components/changed-since.tsx";
import { contexts } from "~/features/contexts/contexts.ts";
import { sinceLast } from "~/features/contexts/queries.server.ts";
import { Latest } from "~/features/history/components/latest.tsx";
import { EntryView } from "~/features/registers/components/entry-view.tsx";
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
      {...{ register: contexts, entry }}
      stale={Boolean(answer?.stale)}
      history={<Latest lines={latest} to={`/contexts/${entry.id}/history`} ofEntry />}
    >
      <ChangedSince since={since} />
    </EntryView>
  );
}
