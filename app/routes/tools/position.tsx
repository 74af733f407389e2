import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { EndorsedBy } from "~/features/tools/lobbying/positions/components/endorsed-by.tsx";
import { PositionText } from "~/features/tools/lobbying/positions/components/position-text.tsx";
import { PositionVersions } from "~/features/tools/lobbying/positions/components/position-versions.tsx";
import { positions } from "~/features/tools/lobbying/positions/positions.ts";
import { positionOf } from "~/features/tools/lobbying/positions/queries.server.ts";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { db, networks, language } = visit;
  const { found, ...shown } = showEntry(visit, positions);
  return { ...shown, ...positionOf(db, networks, found.row.id, language), language };
});

export const action = forViewer((visit) => answerOnEntry(visit, positions));
export const meta = titled;
export const links = registerStyle;

/** A position: how far it is endorsed, its text as it stands, its versions, where it was carried. */
export default function PositionPage() {
  const { entry, latest, endorsed, text, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EntryView
      register={positions}
      entry={entry}
      answer={answer}
      own={{ versions: <PositionVersions entry={entry} language={language} /> }}
      history={<Latest lines={latest} to={`/positions/${entry.id}/history`} ofEntry />}
    >
      <EndorsedBy endorsed={endorsed} />
      <PositionText text={text} />
    </EntryView>
  );
}
