import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { config } from "~/config.server.ts";
import { parseForm } from "~/features/core/forms.server.ts";
import { CalendarSection } from "~/features/home/my/components/calendar-section.tsx";
import { MyPart } from "~/features/home/my/components/my-part.tsx";
import { feedSince, makeFeed, revokeFeed } from "~/features/home/my/feed.server.ts";
import { PARTS } from "~/features/home/my/parts.ts";
import { myList, myLists } from "~/features/home/my/queries.server.ts";
import { feedSchema, readPart } from "~/features/home/my/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { Pages } from "~/ui/pages.tsx";

export const loader = forViewer((visit) => {
  const { db, viewer, url, at, i18n } = visit;
  const { part, page } = readPart(url.searchParams);
  const shared = { now: +at, part, role: viewer.role, title: i18n._(msg`My part`) };
  if (part) return { ...shared, ...myList(db, visit, part, page), feed: null };
  const lists: ReturnType<typeof myList>["lists"] = myLists(db, visit);
  return { ...shared, lists, page: 1, pages: 1, feed: { since: feedSince(db, viewer.id) } };
});

export const action = forViewer(async (visit) => {
  const { db, viewer, at } = visit;
  const parsed = parseForm(feedSchema, await visit.request.formData());
  if (!parsed.ok) return badRequest(visit);
  if (parsed.value.intent === "take-back") {
    revokeFeed(db, viewer);
    return redirect("/my#calendar");
  }
  const made = makeFeed(db, viewer, at, parsed.value.since);
  if (made.status === "stale") return data({ address: null }, { status: 409 });
  return data(
    { address: `${config().origin}/calendar/${made.token}.ics` },
    { headers: { "Cache-Control": "no-store" } },
  );
});

export const meta = titled;

/** What somebody leads, follows and owes, and when it is due. */
export default function MyPage() {
  const { lists, part, now, page, pages, feed, role } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = PARTS.filter((one) => part === one || (lists[one]?.total ?? 0) > 0);
  return (
    <main id="content" className="page">
      {part && (
        <nav className="crumbs">
          <Link to="/my">
            <Trans>My part</Trans>
          </Link>
        </nav>
      )}
      <h1>
        <Trans>My part of the plan</Trans>
      </h1>
      <p className="lead">
        <Trans>What you owe, what comes next, and what you lead and follow.</Trans>
      </p>
      {shown.length === 0 && <Nothing leads={role !== "observer"} />}
      <div className={part ? "my alone" : "my"}>
        {shown.map((one) => (
          <MyPart key={one} part={one} lists={lists} now={now} whole={part !== null} />
        ))}
      </div>
      <Pages page={page} pages={pages} />
      {feed && <CalendarSection since={feed.since} answer={answer} />}
    </main>
  );
}

function Nothing({ leads }: { leads: boolean }) {
  return (
    <p className="empty">
      {leads ? (
        <Trans>Nothing is led by your network and nothing waits for you.</Trans>
      ) : (
        <Trans>You follow nothing yet.</Trans>
      )}{" "}
      <Trans>Open an action, a suggestion or a board and choose “Follow”: it will stand here.</Trans>
    </p>
  );
}
