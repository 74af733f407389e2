import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { reviewAt } from "~/features/committee/decisions/screen.server.ts";
import { AgendaBar, ItemWays } from "~/features/committee/meeting/components/agenda-bar.tsx";
import { MeetingItem } from "~/features/committee/meeting/components/meeting-item.tsx";
import { useMeetingKeys } from "~/features/committee/meeting/components/use-meeting-keys.ts";
import { WhoIsThere } from "~/features/committee/meeting/components/who-is-there.tsx";
import { meetByForm } from "~/features/committee/meeting/form.server.ts";
import { readMeeting } from "~/features/committee/meeting/schemas.ts";
import { meetingScreen } from "~/features/committee/meeting/screen.server.ts";
import { useAgendaLabels } from "~/features/committee/reviews/components/agenda-labels.ts";
import { MeetingTime } from "~/features/committee/reviews/components/meeting-time.tsx";
import { forgetting } from "~/features/core/cookies.server.ts";
import { newestEvent } from "~/features/core/live/newest.server.ts";
import { useLive } from "~/features/core/live/use-live.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { formatOf, useFormat } from "~/ui/format.ts";
import { keepOnLostLine, unlessLineLost } from "~/ui/lost-line.ts";

export const loader = forViewer((visit) => {
  const { db, url, i18n, at } = visit;
  // Read first: a change in between is then asked for again, never missed.
  const since = newestEvent(db);
  const review = reviewAt(db, visit.params.quarter ?? "") ?? notFound(visit);
  // The meeting shows the plan and the committee of today; once it is over, what was frozen is what is to be seen.
  if (review.state === "closed") throw redirect(`/reviews/${review.quarter}`);
  const quarter = formatOf(i18n).quarter(review.quarter);
  return {
    ...meetingScreen(db, review, visit, readMeeting(url.searchParams)),
    since,
    today: dayOf(at),
    title: i18n._(msg`Meeting on ${quarter}`),
  };
});

/** Assesses, marks who is there, turns the meeting to an item. */
export const action = forViewer(async (visit) => {
  const quarter = visit.params.quarter ?? "";
  const form = await visit.request.formData();
  const result = meetByForm(visit, quarter, form) ?? badRequest(visit);
  if (!result.ok) return data(result, { status: result.status });
  if (form.has("quick")) return data(result);
  const { pathname, search } = visit.url;
  const query = new URLSearchParams(search);
  query.delete("index");
  if (result.turned) query.delete("item");
  const back = `${pathname.replace(/\.data$/, "")}${query.size > 0 ? `?${query}` : ""}${result.ref ? `#${result.ref}` : ""}`;
  return redirect(back, { headers: { "Set-Cookie": forgetting } });
});

export const clientAction = keepOnLostLine;
export const shouldRevalidate = unlessLineLost;
export const meta = titled;
export const links = committeeStyle;

/** One item of the agenda at a time, the same for all who follow the meeting. */
export default function MeetingPage() {
  const meeting = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { review, agenda, shown, seats, may, item, since, today } = meeting;
  const board = item?.kind === "board" ? item.board : null;
  useLive({ since, board, review: review.id, paused: false });
  useMeetingKeys();
  const nameOf = useAgendaLabels();
  const quarter = useFormat().quarter(review.quarter);
  const now = agenda[shown];
  const invalid = answer && "ok" in answer && !answer.ok ? answer : null;
  const ways = { ...meeting, quarter: review.quarter };
  return (
    <main id="content" className="page meeting" data-board={board ?? undefined} data-item={shown + 1}>
      <p className="crumbs">
        <Link to={`/reviews/${review.quarter}`}>
          <Trans>Review of {quarter}</Trans>
        </Link>
        {review.meetingAt !== null && <MeetingTime at={review.meetingAt} timeZone={review.timeZone} />}
        {review.link && (
          <a href={review.link} rel="noreferrer">
            <Trans>To the video meeting</Trans>
          </a>
        )}
      </p>
      {!review.open && (
        <p className="notice">
          <Trans>This review is closed: what was said and decided stands.</Trans>
        </p>
      )}
      <AgendaBar {...ways} />
      <div className="meeting-body">
        <article>
          <h1>{now ? nameOf(now) : <Trans>The agenda has no item yet</Trans>}</h1>
          {item && (
            <MeetingItem
              item={item}
              today={today}
              seats={seats}
              answer={invalid}
              quarter={review.quarter}
              maySit={may.sit}
            />
          )}
          <ItemWays {...ways} />
        </article>
        <WhoIsThere seats={seats} may={may} quorum={review.quorum} open={review.open} />
      </div>
      <p className="hint keys-hint">
        <Trans>
          By keyboard: ← → through the agenda, j k through the actions, 1 to 5 to assess, n for a note.{" "}
          <Link to="/keyboard">All keys</Link>
        </Trans>
      </p>
    </main>
  );
}
