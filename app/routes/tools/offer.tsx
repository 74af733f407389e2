import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { Fitting } from "~/features/tools/learning/offers/components/fitting.tsx";
import { fittingWith } from "~/features/tools/learning/offers/matching.ts";
import { offers } from "~/features/tools/learning/offers/offers.ts";
import { offeredIn, openOffers } from "~/features/tools/learning/offers/queries.server.ts";
import { answerOnEntry, showEntry } from "~/http/entry.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => {
  const { found, ...shown } = showEntry(visit, offers);
  const { row, refs, values } = found;
  const { today, removed } = shown.entry;
  const own = offeredIn({ id: row.id, networkId: row.networkId, refs, values }, today);
  const stands = own.open && !removed;
  return { ...shown, fitting: stands ? fittingWith(own, openOffers(visit.db, visit.language, today)) : null };
});

export const action = forViewer((visit) => answerOnEntry(visit, offers));
export const meta = titled;
export const links = registerStyle;

/** What a network offers or asks for: what fits with it while it stands open, and what came of it. */
export default function OfferPage() {
  const { entry, latest, fitting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EntryView
      register={offers}
      entry={entry}
      answer={answer}
      history={<Latest lines={latest} to={`/offers/${entry.id}/history`} ofEntry />}
    >
      {fitting && <Fitting fitting={fitting} />}
    </EntryView>
  );
}
