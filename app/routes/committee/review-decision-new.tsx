import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { beginningOf } from "~/features/committee/decisions/beginning.server.ts";
import { DecisionForm } from "~/features/committee/decisions/components/decision-form.tsx";
import { decisionChoices, parseDecision } from "~/features/committee/decisions/form.server.ts";
import { proposeDecision } from "~/features/committee/decisions/mutations.server.ts";
import { reviewAt } from "~/features/committee/decisions/screen.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { maySitInReview } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { committeeSeats } from "~/features/people/networks/queries.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

const LISTS = ["changeRef", "changeStage", "changeOutcome", "changePriority", "changeDue"];

export const loader = forViewer((visit) => {
  const { db, networks, language, at, i18n, url } = visit;
  const review = reviewToDecideIn(visit);
  const kept = loadFormDraft(visit);
  return {
    quarter: review.quarter,
    open: review.state === "open",
    submitted: kept ? submittedIn(kept, LISTS) : beginningOf(db, url.searchParams, language),
    choices: decisionChoices(db, networks, language, at),
    title: i18n._(msg`Propose a decision`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  const review = reviewToDecideIn(visit);
  const parsed = parseDecision(db, await visit.request.formData(), networks);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const id = proposeDecision(db, by, viewer, { quarter: review.quarter, ...parsed.value });
  return redirect(`/decisions/${id}?done=proposed`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** A decision is proposed to the committee, in an open review. */
export default function ProposeDecisionPage() {
  const { quarter, open, submitted, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const named = useFormat().quarter(quarter);
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to={`/reviews/${quarter}`}>
          <Trans>Review of {named}</Trans>
        </Link>
        <Link to={`/reviews/${quarter}/meeting`}>
          <Trans>To the meeting</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Propose a decision</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Each seat then says what it thinks of it: consent, objection with a reason, abstention, or recusal.
        </Trans>
      </p>
      <FormNotices problems={invalid !== null} />
      {open ? (
        <DecisionForm
          submitted={invalid?.submitted ?? submitted}
          problems={invalid?.problems ?? {}}
          about={invalid?.about ?? {}}
          choices={choices}
          cancel={
            <Link className="button quiet" to={`/reviews/${quarter}/meeting`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      ) : (
        <p className="empty">
          <Trans>This review is closed: what was decided stands.</Trans>
        </p>
      )}
    </main>
  );
}

/** The review, for whoever sits in it. */
function reviewToDecideIn(visit: SignedInVisit) {
  const review = reviewAt(visit.db, visit.params.quarter ?? "") ?? notFound(visit);
  return maySitInReview(visit.viewer, committeeSeats(visit.db)) ? review : forbidden(visit);
}
