import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { viewOf } from "~/features/committee/reviews/alignment.server.ts";
import { ViewConflict } from "~/features/committee/reviews/components/view-conflict.tsx";
import { ReportForm, ViewForm } from "~/features/committee/reviews/components/view-forms.tsx";
import { ViewSaid } from "~/features/committee/reviews/components/view-said.tsx";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { viewByForm } from "~/features/committee/reviews/view-form.server.ts";
import { authorOf, frozenViews, saidThen, viewReaders, viewRights } from "~/features/committee/reviews/views.server.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { Talk } from "~/features/plan/comments/components/talk.tsx";
import { toComment } from "~/features/plan/comments/form.server.ts";
import { PEOPLE_PATH } from "~/features/plan/comments/notify.ts";
import { commentsOn, linkTalk, readTalkQuery, textsOfTalk } from "~/features/plan/comments/queries.server.ts";
import { loadReferences } from "~/features/plan/references/references.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { formatOf } from "~/ui/format.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

/** The review and the continental network of the address: 404 where one of them is none. */
function asked(visit: SignedInVisit) {
  const { db, params, networks } = visit;
  const review = findReview(db, params.quarter ?? "") ?? notFound(visit);
  const frozen = frozenViews(db, review);
  // Of a closed review: the continents that there were then, whatever has become of them.
  const then = frozen?.continents.find(({ slug }) => slug === params.network);
  const network = networks.find(({ id, slug, kind }) =>
    frozen ? id === then?.id : slug === params.network && kind === "continental",
  );
  const found = network ?? notFound(visit);
  return { review, network: found, names: then?.names ?? found.names, frozen };
}

export const loader = forViewer((visit) => {
  const { db, viewer, language, url, at, i18n } = visit;
  const { review, network, names, frozen } = asked(visit);
  const may = viewRights(db, viewer, network, review);
  if (!may.read) return forbidden(visit);
  const row = viewOf(db, { reviewId: review.id, network });
  const name = formatOf(i18n).quarter(review.quarter);
  const networkName = names[language];
  const { progress = "", concerns = "", asks = "", report = "", version = 0 } = row ?? {};
  const kept = loadFormDraft(visit);
  const done = url.searchParams.get("done");
  const talk = row
    ? commentsOn(db, { alignmentId: row.id, reviewId: row.reviewId }, readTalkQuery(url.searchParams), {
        viewer,
        mayRead: viewReaders(db, network, review),
      })
    : null;
  return {
    quarter: review.quarter,
    network: network.slug,
    name,
    networkName,
    closedAt: review.closedAt && +review.closedAt,
    held: review.state === "closed" || (review.meetingAt !== null && review.meetingAt <= at),
    said: row ? saidThen(frozen, row, authorOf(db, row.updatedById), language) : null,
    values: { progress, concerns, asks, report, version, language: row?.language ?? language },
    may,
    comments: talk && linkTalk(talk, loadReferences(db, textsOfTalk(talk), language)),
    done: done === "written" || done === "reported" ? done : null,
    kept: kept && submittedIn(kept),
    title: i18n._(msg`View of ${networkName}, ${name}`),
  };
});

/** Writes the view, reports back, or comments. */
export const action = forViewer(async (visit) => {
  const { review, network } = asked(visit);
  const rights = viewRights(visit.db, visit.viewer, network, review);
  if (!rights.read) return forbidden(visit);
  const result = viewByForm(visit, { reviewId: review.id, network }, rights, await visit.request.formData());
  if (!result) return badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  const done = "comment" in result ? toComment(result.comment) : `done=${result.done}`;
  return redirect(`/reviews/${review.quarter}/alignment/${network.slug}?${done}`, {
    headers: { "Set-Cookie": forgetting },
  });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;
export const links = committeeStyle;

/** A continental network's view of the quarter: what its seats bring, what its members say to it, what is reported back. */
export default function ReviewViewPage() {
  const view = useLoaderData<typeof loader>();
  const { quarter, network, name, networkName, closedAt, said, values, may, comments, kept, done } = view;
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const refused = answer && "why" in answer ? answer : null;
  const returned = {
    submitted: invalid?.submitted ?? refused?.submitted ?? kept ?? {},
    problems: invalid?.problems ?? {},
    intent: invalid?.intent ?? refused?.intent ?? (typeof kept?.intent === "string" ? kept.intent : null),
  };
  const people = invalid && "people" in invalid ? invalid.people : null;
  const version = values.version;
  return (
    <main id="content" className="page narrow view-page">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <Link to={`/reviews/${quarter}`}>{name}</Link>
        <Link to={`/reviews/${quarter}/alignment`}>
          <Trans>Views of the continents</Trans>
        </Link>
      </p>
      {done && !answer && (
        <p className="notice" role="status">
          {done === "written" ? (
            <Trans>
              The view is saved. Its networks and the committee read it now, everybody once the review is closed.
            </Trans>
          ) : (
            <Trans>Your report stands below.</Trans>
          )}
        </p>
      )}
      <FormNotices problems={invalid?.status === 422} />
      {refused?.why && <ViewConflict why={refused.why} submitted={refused.submitted} />}
      <h1>
        <Trans>View of {networkName}</Trans>
      </h1>
      {said ? (
        <ViewSaid said={said} closedAt={closedAt} />
      ) : (
        <p className="empty">
          <Trans>Nobody has written it yet. The seats of this continent do so before the meeting.</Trans>
        </p>
      )}
      {may.write && (
        <section className="section" id="write">
          <h2>{said ? <Trans>Change the view</Trans> : <Trans>Write the view</Trans>}</h2>
          <ViewForm key={`view ${version}`} values={values} {...returned} />
        </section>
      )}
      {may.report && view.held && (
        <section className="section" id="report">
          <h2>
            <Trans>Report back</Trans>
          </h2>
          <ReportForm key={`report ${version}`} values={values} {...returned} />
        </section>
      )}
      {comments && (
        <Talk
          comments={comments}
          mayComment={may.comment}
          {...returned}
          people={people}
          peoplePath={`${PEOPLE_PATH}?quarter=${quarter}&network=${network}`}
        />
      )}
    </main>
  );
}
