import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Latest } from "~/features/core/history/components/latest.tsx";
import { latestLines } from "~/features/core/history/queries.server.ts";
import { EntryView } from "~/features/tools/engine/components/entry-view.tsx";
import { entryOf } from "~/features/tools/engine/pages.server.ts";
import { StageForm } from "~/features/tools/financing/funding/components/stage-form.tsx";
import { StreamSums } from "~/features/tools/financing/funding/components/stream-sums.tsx";
import { type FundingStage, funding } from "~/features/tools/financing/funding/funding.ts";
import { moveByForm } from "~/features/tools/financing/funding/moving.server.ts";
import { ratesIn } from "~/features/tools/financing/funding/rates.server.ts";
import { sumsOf } from "~/features/tools/financing/funding/streams.server.ts";
import { totalsOf } from "~/features/tools/financing/funding/totals.ts";
import { answerOnEntry } from "~/http/entry.server.ts";
import { requestedEntry } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { Fold } from "~/ui/fold.tsx";
import { registerStyle } from "~/ui/register-style.ts";

const LATEST = 5;

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const entry = entryOf(visit, funding, requestedEntry(visit, funding));
  const stage = entry.values.stage as FundingStage;
  const sums = entry.parts.find(({ kind }) => kind === "sums")?.rows ?? [];
  const stream = {
    id: entry.id,
    title: entry.title,
    stage,
    donor: "",
    continents: [entry.id],
    sums: sumsOf(
      entry.values,
      sums.map(({ values }) => values),
    ),
  };
  const { whole: counted, refused, apart } = totalsOf([stream], ratesIn(db));
  // A refused stream is in no total, but its own page still says what was asked.
  const whole = stage === "refused" ? refused.figures : counted;
  return {
    entry,
    stage,
    totals: { whole, apart },
    title: entry.title,
    latest: latestLines(db, { entryId: entry.id }, language, LATEST),
  };
});

/** Moves the stream, removes it from its list, or brings it back. */
export const action = forViewer(async (visit) => {
  const { row } = requestedEntry(visit, funding);
  const form = await visit.request.formData();
  if (form.get("intent") !== "move") return answerOnEntry(visit, funding);
  form.set("id", String(row.id));
  const { outcome } = moveByForm(visit, form) ?? badRequest(visit);
  if (outcome === "stale") return data({ stale: true, problems: {}, submitted: {} }, { status: 409 });
  return redirect(`/funding/${row.id}`);
});

export const meta = titled;
export const links = registerStyle;

/** A funding stream: what it says, what it comes to, how far it has come. */
export default function FundingEntryPage() {
  const { entry, stage, totals, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, version, mayKeep, removed } = entry;
  return (
    <EntryView
      register={funding}
      entry={entry}
      answer={answer}
      history={<Latest lines={latest} to={`/funding/${id}/history`} ofEntry />}
    >
      {mayKeep && !removed && (
        <div className="stage-buttons">
          <Fold label={<Trans>Move it to another stage</Trans>} open={false}>
            <StageForm key={version} id={id} version={version} stage={stage} back={`/funding/${id}`} />
          </Fold>
        </div>
      )}
      <StreamSums totals={totals} />
    </EntryView>
  );
}
