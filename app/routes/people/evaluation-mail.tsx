import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useLoaderData } from "@remix-run/react";
import { config } from "~/config.server.ts";
import { readOutbox } from "~/features/core/mail/folder.server.ts";
import { titled } from "~/http/title.ts";
import { forAnyone, notFound } from "~/http/visit.server.ts";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";

/** In evaluation no mail leaves the computer: here is what would have been sent. */
export const loader = forAnyone(async (visit) => {
  if (!config().evaluation) return notFound(visit);
  const outbox = await readOutbox(pageFrom(visit.url.searchParams));
  return { ...outbox, title: visit.i18n._(msg`Mail written so far`) };
});

export const meta = titled;

export default function EvaluationMailPage() {
  const { mails, page, pages } = useLoaderData<typeof loader>();
  const format = useFormat();
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Mail written so far</Trans>
      </h1>
      <p className="lead">
        <Trans>No mail server is set, so that mail is written to a folder and shown here.</Trans>
      </p>
      {mails.length === 0 && (
        <p className="empty">
          <Trans>Nothing yet. Invite somebody, or ask for a link to sign in.</Trans>
        </p>
      )}
      <ul className="rows section">
        {mails.map(({ file, to, subject, text, at }) => (
          <li key={file}>
            <p>
              <strong>{subject}</strong>
              <br />
              <small className="soft">
                {to} · {format.instant(at)}
              </small>
            </p>
            <p className="mail-text">
              {linked(text).map((part) =>
                part.startsWith("http") ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} />
    </main>
  );
}

/** A plain text in pieces, its addresses apart. */
function linked(text: string): string[] {
  return text.split(/(https?:\/\/\S+)/);
}
