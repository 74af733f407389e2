import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BoardPart } from "~/features/committee/reviews/components/board-part.tsx";
import { Corrections, FrozenFoot } from "~/features/committee/reviews/components/frozen-parts.tsx";
import { BoardsAtReview, Commitment, Progress } from "~/features/committee/reviews/components/plan-status-view.tsx";
import {
  DecisionsPart,
  HeardPart,
  NextPart,
  SignOffPart,
  ViewsPart,
} from "~/features/committee/reviews/components/related-parts.tsx";
import { ReviewCharts } from "~/features/committee/reviews/components/review-charts.tsx";
import { Agenda, ReviewHead } from "~/features/committee/reviews/components/review-head.tsx";
import { findReview, mayHaveReview } from "~/features/committee/reviews/list.server.ts";
import { reviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { handleByForm } from "~/features/committee/reviews/sign-off-form.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayOpenReviews } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { formatOf } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer(async (visit) => {
  const { db, viewer, url, at, i18n, params } = visit;
  const quarter = mayHaveReview(params.quarter, at) ? params.quarter : notFound(visit);
  const review = findReview(db, quarter);
  const name = formatOf(i18n).quarter(quarter);
  const kept = loadFormDraft(visit);
  const done = url.searchParams.get("done");
  return {
    quarter,
    screen: review ? await reviewScreen(db, review, visit) : null,
    mayOpen: mayOpenReviews(viewer),
    done: done && Object.hasOwn(DONE, done) ? done : null,
    kept: kept && submittedIn(kept),
    title: i18n._(msg`Review of ${name}`),
  };
});

/** Signs off or takes that back; corrects what is closed. */
export const action = forViewer(async (visit) => {
  const { db, params } = visit;
  const review = findReview(db, params.quarter ?? "") ?? notFound(visit);
  const result = handleByForm(visit, review.id, await visit.request.formData()) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  const place = result.done === "corrected" ? "corrections" : "sign-off";
  return redirect(`/reviews/${review.quarter}?done=${result.done}#${place}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** What has just been done, said above the rest. */
const DONE: Record<string, MessageDescriptor> = {
  opened: msg`The review is open. Prepare it, and the continents write their views.`,
  prepared: msg`Saved.`,
  signed: msg`You have signed off. You can take it back until the review is closed.`,
  unsigned: msg`Your sign-off is taken back.`,
  closed: msg`The review is closed. What it shows is frozen and never changes.`,
  corrected: msg`The correction stands beside the original.`,
};

export default function ReviewPage() {
  const { screen, quarter, mayOpen, done, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { _ } = useLingui();
  const invalid = answer && !answer.ok ? answer : null;
  if (!screen) return <NotOpened quarter={quarter} mayOpen={mayOpen} />;
  const { state, whole, boards, alone, charts } = screen;
  const returned = {
    submitted: invalid?.submitted ?? kept ?? {},
    problems: invalid?.problems ?? {},
    intent: invalid?.intent ?? (typeof kept?.intent === "string" ? kept.intent : null),
  };
  return (
    <main id="content" className="page review-page" data-state={state} data-quarter={quarter}>
      {done && !answer && (
        <p className="notice" role="status">
          {_(DONE[done] as MessageDescriptor)}
        </p>
      )}
      {answer?.closed && (
        <Notice wrong>
          <Trans>The review has been closed meanwhile. Nothing was changed.</Trans>
        </Notice>
      )}
      <FormNotices problems={invalid !== null && !invalid.closed} />
      <ReviewHead screen={screen} />
      <Corrections screen={screen} {...returned} />
      {!alone && (
        <section className="section whole">
          <h2>
            <Trans>The whole plan</Trans>
          </h2>
          <div className="standing">
            <Progress {...whole} />
            <Commitment {...whole} />
          </div>
        </section>
      )}
      <BoardsAtReview screen={screen} />
      {!alone && (
        <div className="before-boards">
          <Agenda agenda={screen.agenda} quarter={quarter} />
          <ViewsPart screen={screen} />
        </div>
      )}
      {boards.map((part) => (
        <BoardPart key={part.board} part={part} alone={alone !== null} />
      ))}
      {alone && (
        <p className="section alone">
          <Link to={`/reviews/${quarter}`}>
            <Trans>The whole review</Trans>
          </Link>
        </p>
      )}
      {charts && <ReviewCharts charts={charts} />}
      {!alone && (
        <>
          <HeardPart heard={screen.heard} />
          <DecisionsPart screen={screen} />
          <NextPart next={screen.next} />
          <SignOffPart seats={screen.seats} open={state === "open"} />
        </>
      )}
      {screen.frozen && <FrozenFoot frozen={screen.frozen} />}
    </main>
  );
}

function NotOpened({ quarter, mayOpen }: { quarter: string; mayOpen: boolean }) {
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
      </p>
      <h1>
        <Trans>This quarter’s review has not been opened</Trans>
      </h1>
      <p className="lead">
        {mayOpen ? (
          <Trans>Once it is open, it fills itself with what the quarter’s history says.</Trans>
        ) : (
          <Trans>An administrator opens it. Then it fills itself with what the quarter’s history says.</Trans>
        )}
      </p>
      {mayOpen && (
        <p className="buttons section">
          <Link className="button solid" to={`/reviews/${quarter}/open`}>
            <Trans>Open the review</Trans>
          </Link>
        </p>
      )}
    </main>
  );
}
