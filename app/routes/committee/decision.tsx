import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AdoptForm, WhyForm } from "~/features/committee/decisions/components/adopt-form.tsx";
import { AfterForm } from "~/features/committee/decisions/components/after-form.tsx";
import { DecisionFacts } from "~/features/committee/decisions/components/decision-facts.tsx";
import { DecisionMark } from "~/features/committee/decisions/components/decision-mark.tsx";
import { NotDecided } from "~/features/committee/decisions/components/not-decided.tsx";
import { PlanChanges } from "~/features/committee/decisions/components/plan-changes.tsx";
import { PositionForm } from "~/features/committee/decisions/components/position-form.tsx";
import { SeatPositions } from "~/features/committee/decisions/components/seat-positions.tsx";
import { decideByForm } from "~/features/committee/decisions/decide-form.server.ts";
import { isEarlyLook } from "~/features/committee/decisions/decided.server.ts";
import { decisionScreen, proposableIn } from "~/features/committee/decisions/screen.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { EventLine } from "~/features/core/history/components/event-line.tsx";
import { readHistory, readHistoryFilters } from "~/features/core/history/queries.server.ts";
import { newestEvent } from "~/features/core/live/newest.server.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language, url, at, i18n } = visit;
  const since = newestEvent(db);
  const id = Number(visit.params.id);
  const screen = (Number.isInteger(id) && decisionScreen(db, id, visit)) || notFound(visit);
  const done = url.searchParams.get("done");
  const kept = loadFormDraft(visit);
  const { lines, page, pages } = readHistory(
    db,
    { decisionId: id },
    {
      by: null,
      kind: null,
      event: readHistoryFilters(url.searchParams).event ?? null,
      page: pageFrom(url.searchParams, "history"),
    },
    language,
  );
  const proposeIn = proposableIn(db, viewer);
  return {
    screen,
    since,
    lines,
    page,
    pages,
    today: dayOf(at),
    proposeIn,
    early: proposeIn !== null && isEarlyLook(db, screen.lookAgainOn, proposeIn, at),
    done: done && Object.hasOwn(DONE, done) ? done : null,
    kept: kept && submittedIn(kept),
    title: i18n._(msg`Decision ${id}`),
  };
});

/** Says what a seat says, adopts, rejects, withdraws, carries out, looks again. */
export const action = forViewer(async (visit) => {
  const id = Number(visit.params.id);
  const form = await visit.request.formData();
  if (!Number.isInteger(id)) return notFound(visit);
  const result = decideByForm(visit, id, form) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  return redirect(`/decisions/${id}?done=${result.done}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** What has just been done, said above the rest. */
const DONE: Record<string, MessageDescriptor> = {
  proposed: msg`It is proposed: the seats are told that it waits for them.`,
  reworded: msg`It is saved. What seats had said was said to the earlier wording: they are asked anew.`,
  "position-recorded": msg`It is said. You can change it until it is decided.`,
  adopted: msg`It is adopted. Whoever carries it out is told, and whoever it concerns.`,
  rejected: msg`It is kept as not adopted.`,
  withdrawn: msg`The proposal is withdrawn.`,
  done: msg`It is carried out: whoever it concerns is told.`,
  undone: msg`It stands as not carried out.`,
  kept: msg`The decision is kept. The outcome is recorded in the open review.`,
  ended: msg`The decision has ended. The outcome is recorded in the open review.`,
};

export default function DecisionPage() {
  const { screen, since, lines, page, pages, today, proposeIn, early, done, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useLive({ since, board: null, review: screen.review.id, paused: false });
  const { _ } = useLingui();
  const format = useFormat();
  const invalid = answer && "problems" in answer ? answer : null;
  const submitted = invalid?.submitted ?? kept ?? {};
  const problems = invalid?.problems ?? {};
  const intent = invalid?.intent ?? (typeof kept?.intent === "string" ? kept.intent : null);
  const returned = { submitted, problems, intent };
  const { review, seats, changes, checked, state, version } = screen;
  const quarter = format.quarter(review.quarter);
  const proposed = format.dayOf(screen.proposedAt);
  const { proposedBy } = screen;
  const open = state === "proposed" && review.open;
  const mine = screen.may.takePosition ? seats.filter((seat) => seat.mine) : [];
  return (
    <main id="content" className="page narrow decision-page" data-decision={screen.id} data-state={state}>
      <p className="crumbs">
        <Link to="/decisions">
          <Trans>Decisions</Trans>
        </Link>
        <Link to={`/reviews/${review.quarter}`}>
          <Trans>Review of {quarter}</Trans>
        </Link>
        {review.open && (
          <Link to={`/reviews/${review.quarter}/meeting`}>
            <Trans>To the meeting</Trans>
          </Link>
        )}
      </p>
      {done && !answer && (
        <p className="notice" role="status">
          {_(DONE[done] as MessageDescriptor)}
        </p>
      )}
      {invalid?.why && (
        <NotDecided why={invalid.why} submitted={String(invalid.submitted.reason ?? invalid.submitted.why ?? "")} />
      )}
      <FormNotices problems={invalid !== null && !invalid.why} />
      <header className="decision-head">
        <p className="byline">
          <DecisionMark state={state} />
          <span>
            <Trans>
              proposed by {proposedBy} on {proposed}
            </Trans>
          </span>
        </p>
        <h1 className="as-written" lang={screen.lang ?? undefined}>
          {screen.text}
        </h1>
      </header>
      <DecisionFacts screen={screen} today={today} />
      {changes.length > 0 && (
        <section className="section">
          <h2>
            {state === "adopted" ? (
              <Trans>What it changed in the plan</Trans>
            ) : (
              <Trans>What it changes in the plan</Trans>
            )}
          </h2>
          <PlanChanges changes={changes} checked={checked} />
        </section>
      )}
      {mine.map((seat) => (
        <section key={seat.id} className="section panel decision-seat">
          <PositionForm
            key={`${version} ${seat.position} ${seat.reason}`}
            seat={seat}
            version={version}
            submitted={intent === "position" && String(submitted.seat) === String(seat.id) ? submitted : {}}
            problems={intent === "position" && String(submitted.seat) === String(seat.id) ? problems : {}}
          />
        </section>
      ))}
      {open && <AdoptForm screen={screen} returned={returned} />}
      {state === "proposed" && !open && (
        <section className="section">
          <p className="hint">
            <Trans>The review closed before this was decided. It comes before the next review that is opened.</Trans>
          </p>
          {screen.may.withdraw && (
            <WhyForm intent="withdraw" version={version} label={<Trans>Withdraw</Trans>} returned={returned} />
          )}
        </section>
      )}
      {state === "adopted" && !screen.ended && (
        <AfterForm screen={screen} proposableIn={proposeIn} early={early} returned={returned} />
      )}
      <section className="section">
        <h2>
          <Trans>What the seats say</Trans>
        </h2>
        <SeatPositions seats={seats} open={open} />
      </section>
      <section className="section">
        <h2>
          <Trans>History</Trans>
        </h2>
        <ol className="events">
          {lines.map((line) => (
            <EventLine key={line.id} line={line} withAction={false} withSuggestion={false} />
          ))}
        </ol>
        <Pages page={page} pages={pages} name="history" />
      </section>
    </main>
  );
}
