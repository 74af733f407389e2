import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { AGENDA_LISTS } from "~/features/committee/reviews/agenda-form.ts";
import { MeetingForm } from "~/features/committee/reviews/components/meeting-form.tsx";
import { findReview, mayHaveReview } from "~/features/committee/reviews/list.server.ts";
import { meetingForm, meetingFormValues, readMeeting } from "~/features/committee/reviews/meeting-form.server.ts";
import { openReview } from "~/features/committee/reviews/mutations.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayOpenReviews } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { formatOf } from "~/ui/format.ts";

/** The quarter, when the viewer may open its review: 404 for one that can have none, 403 for who may not. */
function quarterToOpen(visit: SignedInVisit) {
  const { params, at, viewer } = visit;
  const quarter = mayHaveReview(params.quarter, at) ? params.quarter : notFound(visit);
  return mayOpenReviews(viewer) ? quarter : forbidden(visit);
}

export const loader = forViewer((visit) => {
  const { db, language, i18n } = visit;
  const quarter = quarterToOpen(visit);
  if (findReview(db, quarter)) throw redirect(`/reviews/${quarter}${visit.url.search}`);
  const kept = loadFormDraft(visit);
  const name = formatOf(i18n).quarter(quarter);
  return {
    quarter,
    name,
    form: kept ? meetingFormValues(submittedIn(kept, [...AGENDA_LISTS])) : meetingForm(null, language),
    title: i18n._(msg`Open the review of ${name}`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const quarter = quarterToOpen(visit);
  const read = readMeeting(await visit.request.formData());
  if (read.read !== "meeting") return data(read, { status: read.read === "invalid" ? 422 : 200 });
  const { status } = openReview(db, by, viewer, quarter, read.meeting);
  if (status === "there-already") return data({ read: "there-already" as const, form: read.form }, { status: 409 });
  return redirect(`/reviews/${quarter}?done=opened`, { headers: { "Set-Cookie": forgetting } });
});

/** The answer of 409 stands above the form: loading again would only lead away from it. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return args.actionStatus !== 409 && args.defaultShouldRevalidate;
}

export const meta = titled;
export const links = committeeStyle;

/** An administrator opens a quarter's review: when and where the committee meets, and what it goes through. */
export default function ReviewOpenPage() {
  const { quarter, name, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sent = answer && "form" in answer ? answer : null;
  const problems = sent?.read === "invalid" ? sent.problems : {};
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <span>{name}</span>
      </p>
      <FormNotices problems={sent?.read === "invalid"} />
      {sent?.read === "there-already" && (
        <p className="notice wrong" role="alert">
          <Trans>
            Somebody opened this review meanwhile. <Link to={`/reviews/${quarter}`}>Look at it</Link>; what you typed is
            still here, and nothing of it was saved.
          </Trans>
        </p>
      )}
      <h1>
        <Trans>Open the review of {name}</Trans>
      </h1>
      <p className="lead section-lead">
        <Trans>All of this can be changed later. The review fills itself with what the quarter’s history says.</Trans>
      </p>
      <MeetingForm
        key={JSON.stringify(sent?.form.lines ?? [])}
        values={sent?.form ?? form}
        problems={problems}
        save={<Trans>Open the review</Trans>}
        back="/reviews"
      />
    </main>
  );
}
