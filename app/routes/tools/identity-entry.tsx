import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { IdentityVersions } from "~/features/tools/communication/identity/components/identity-versions.tsx";
import { identity } from "~/features/tools/communication/identity/identity.ts";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { found: _, ...shown } = showEntry(visit, identity);
  return shown;
});

export const action = forViewer((visit) => answerOnEntry(visit, identity));
export const meta = titled;
export const links = registerStyle;

/** A logo or a rule of the charter: how it is used, its current version to take, and the older ones. */
export default function IdentityEntryPage() {
  const { entry, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EntryView
      register={identity}
      entry={entry}
      answer={answer}
      own={{ versions: <IdentityVersions entry={entry} /> }}
      history={<Latest lines={latest} to={`/identity/${entry.id}/history`} ofEntry />}
    />
  );
}
