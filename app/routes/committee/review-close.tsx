import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { closeReview } from "~/features/committee/reviews/closing.server.ts";
import { SignOffPart } from "~/features/committee/reviews/components/related-parts.tsx";
import { ToBeFrozen } from "~/features/committee/reviews/components/to-be-frozen.tsx";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { closedBy, reviewScreen } from "~/features/committee/reviews/screen.server.ts";
import { mayOpenReviews } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { Form } from "~/ui/form.tsx";
import { formatOf, useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** The review, when the viewer may close it: 404 where there is none, 403 for who may not. */
function reviewToClose(visit: SignedInVisit) {
  const review = findReview(visit.db, visit.params.quarter ?? "") ?? notFound(visit);
  return mayOpenReviews(visit.viewer) ? review : forbidden(visit);
}

export const loader = forViewer(async (visit) => {
  const { db, i18n } = visit;
  const review = reviewToClose(visit);
  const name = formatOf(i18n).quarter(review.quarter);
  return {
    name,
    closed: closedBy(db, review),
    screen: await reviewScreen(db, review, visit),
    title: i18n._(msg`Close the review of ${name}`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  const { id, quarter } = reviewToClose(visit);
  const form = await visit.request.formData();
  if (form.get("sure") !== "yes") return data({ closed: false }, { status: 422 });
  const { status } = closeReview(db, by, viewer, { reviewId: id, networks });
  if (status === "closed-already") return data({ closed: true }, { status: 409 });
  return redirect(`/reviews/${quarter}?done=closed`);
});

export const meta = titled;
export const links = committeeStyle;

/** What will be frozen, who has signed and who has not: and then it is closed for good. */
export default function ReviewClosePage() {
  const { screen, name, closed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { state } = useNavigation();
  const { quarter, seats } = screen;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/reviews">
          <Trans>Reviews</Trans>
        </Link>
        <Link to={`/reviews/${quarter}`}>{name}</Link>
      </p>
      {closed && <ClosedAlready quarter={quarter} by={closed.by} at={closed.at} wrong={answer?.closed === true} />}
      {answer?.closed === false && (
        <Notice wrong>
          <Trans>Nothing was closed: please say that you are sure.</Trans>
        </Notice>
      )}
      <h1>
        <Trans>Close the review of {name}</Trans>
      </h1>
      {!closed && <ToBeFrozen screen={screen} />}
      <SignOffPart seats={seats} open={false} />
      {!closed && (
        <Form method="post" className="form section">
          <label className="choice">
            <input type="checkbox" name="sure" value="yes" required />
            <span>
              <Trans>I have seen what will be frozen. It cannot be opened again; corrections can be added.</Trans>
            </span>
          </label>
          <div className="buttons">
            <button className="button solid" aria-busy={state === "submitting"}>
              <Trans>Close and freeze</Trans>
            </button>
            <Link className="button quiet" to={`/reviews/${quarter}`}>
              <Trans>Cancel</Trans>
            </Link>
          </div>
        </Form>
      )}
    </main>
  );
}

function ClosedAlready({ quarter, by, at, wrong }: { quarter: string; by: string; at: number; wrong: boolean }) {
  const when = useFormat().deadline(at);
  return (
    <Notice wrong={wrong}>
      <Trans>
        {by} closed this review ({when}). <Link to={`/reviews/${quarter}`}>Look at what is frozen</Link>.
      </Trans>
    </Notice>
  );
}
