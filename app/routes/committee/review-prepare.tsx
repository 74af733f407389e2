import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AGENDA_LISTS } from "~/features/committee/reviews/agenda-form.ts";
import { MeetingConflict } from "~/features/committee/reviews/components/meeting-conflict.tsx";
import { MeetingForm } from "~/features/committee/reviews/components/meeting-form.tsx";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { meetingForm, meetingFormValues, readMeeting } from "~/features/committee/reviews/meeting-form.server.ts";
import { prepareReview } from "~/features/committee/reviews/mutations.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayPrepareReviews } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { formatOf } from "~/ui/format.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

/** The review, when the viewer may prepare it: 404 where there is none, 403 for who may not. */
function reviewToPrepare(visit: SignedInVisit) {
  const review = findReview(visit.db, visit.params.quarter ?? "") ?? notFound(visit);
  return mayPrepareReviews(visit.viewer) ? review : forbidden(visit);
}

export const loader = forViewer((visit) => {
  const { language, i18n } = visit;
  const review = reviewToPrepare(visit);
  const { quarter, state, meetingAt, timeZone, link, agenda } = review;
  if (state === "closed") throw redirect(`/reviews/${quarter}${visit.url.search}`);
  const kept = loadFormDraft(visit);
  const name = formatOf(i18n).quarter(quarter);
  return {
    quarter,
    name,
    now: { meetingAt: meetingAt && +meetingAt, timeZone, link, agenda },
    current: meetingForm(review, language),
    kept: kept && meetingFormValues(submittedIn(kept, [...AGENDA_LISTS])),
    title: i18n._(msg`Prepare the review of ${name}`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const { id, quarter } = reviewToPrepare(visit);
  const read = readMeeting(await visit.request.formData());
  if (read.read !== "meeting") return data(read, { status: read.read === "invalid" ? 422 : 200 });
  const { status } = prepareReview(db, by, viewer, { id, version: read.version, meeting: read.meeting });
  if (status === "stale") return data({ read: "stale" as const, form: read.form }, { status: 409 });
  return redirect(`/reviews/${quarter}${status === "closed" ? "" : "?done=prepared"}`, {
    headers: { "Set-Cookie": forgetting },
  });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** A coordinator or an administrator sets the date, the link and the agenda. */
export default function ReviewPreparePage() {
  const { quarter, name, now, current, kept } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sent = answer && "form" in answer ? answer : null;
  const stale = sent?.read === "stale";
  const values = sent?.form ?? kept ?? current;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <Link to={`/reviews/${quarter}`}>{name}</Link>
      </p>
      <FormNotices problems={sent?.read === "invalid"} />
      {stale && <MeetingConflict now={now} />}
      <h1>
        <Trans>Prepare the review of {name}</Trans>
      </h1>
      <MeetingForm
        key={JSON.stringify([values.lines, stale])}
        // Saving once more, with both states seen, is meant to replace what stands now.
        values={stale ? { ...values, version: current.version } : values}
        problems={sent?.read === "invalid" ? sent.problems : {}}
        save={<Trans>Save</Trans>}
        back={`/reviews/${quarter}`}
      />
    </main>
  );
}
