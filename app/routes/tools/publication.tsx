import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { PublicationOverdue } from "~/features/tools/communication/publications/components/publication-overdue.tsx";
import { isOverdue, publications } from "~/features/tools/communication/publications/publications.ts";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { found: _, ...shown } = showEntry(visit, publications);
  return shown;
});

export const action = forViewer((visit) => answerOnEntry(visit, publications));
export const meta = titled;
export const links = registerStyle;

/** A publication: where it is, for whom, and what it serves. */
export default function PublicationPage() {
  const { entry, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const late = !entry.removed && isOverdue(entry.values, entry.today);
  return (
    <EntryView
      register={publications}
      entry={entry}
      answer={answer}
      history={<Latest lines={latest} to={`/publications/${entry.id}/history`} ofEntry />}
    >
      {late && <PublicationOverdue day={String(entry.values.day)} />}
    </EntryView>
  );
}
