import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { NoticeGroups } from "~/features/core/notifications/components/notice-groups.tsx";
import { markRead, noticesOf } from "~/features/core/notifications/queries.server.ts";
import { headingOf, sentenceOf } from "~/features/core/notifications/sentences.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";

export const loader = forViewer(({ db, viewer, language, url, i18n, at }) => {
  const unread = url.searchParams.has("unread");
  const { groups, ...where } = noticesOf(db, viewer, language, { unread, page: pageFrom(url.searchParams) });
  return {
    ...where,
    unread,
    now: +at,
    groups: groups.flatMap(({ rows, n, unread: fresh }) => {
      const [first] = rows;
      if (!first) return [];
      return [
        {
          ...headingOf(i18n, first),
          subject: first.subject,
          board: first.action?.board ?? null,
          fresh,
          more: n - rows.length,
          notices: rows.map((row) => ({
            id: row.id,
            at: +row.at,
            read: row.readAt !== null,
            ...sentenceOf(i18n, row),
          })),
        },
      ];
    }),
    title: i18n._(msg`Notices`),
  };
});

/** Marks everything as read. What is about one subject is read by opening it. */
export const action = forViewer(async (visit) => {
  const form = await visit.request.formData();
  if (form.get("intent") !== "read") return badRequest(visit);
  markRead(visit.db, visit.viewer.id, visit.at);
  return redirect("/notices");
});

export const meta = titled;

/** What one was told, grouped by what it is about. */
export default function NoticesPage() {
  const { groups, unread, page, pages, now } = useLoaderData<typeof loader>();
  const someUnread = groups.some(({ fresh }) => fresh > 0);
  return (
    <main id="content" className="page narrow">
      <header className="page-head">
        <div>
          <h1>
            <Trans>Notices</Trans>
          </h1>
          <p>
            <Trans>
              What became of what you wrote, support, follow or coordinate. <Link to="/settings#mail">By mail too</Link>
              , as often as you like.
            </Trans>
          </p>
        </div>
        <div className="buttons">
          {unread ? (
            <Link className="button quiet" to="/notices">
              <Trans>Show all</Trans>
            </Link>
          ) : (
            <Link className="button quiet" to="/notices?unread">
              <Trans>Only unread</Trans>
            </Link>
          )}
          {someUnread && (
            <Form method="post">
              <button className="button" name="intent" value="read">
                <Trans>Mark all as read</Trans>
              </button>
            </Form>
          )}
        </div>
      </header>
      {groups.length > 0 ? (
        <NoticeGroups groups={groups} now={now} />
      ) : (
        <p className="empty">
          {unread ? (
            <Trans>You have read everything.</Trans>
          ) : (
            <Trans>
              Nothing yet. Follow an action, a board or a suggestion, or <Link to="/suggestions">support one</Link>:
              then you are told here what becomes of it.
            </Trans>
          )}
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}
