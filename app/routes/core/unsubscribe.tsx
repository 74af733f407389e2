import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import {
  mailFrequencyOf,
  personOfToken,
  setMailFrequency,
} from "~/features/core/notifications/unsubscribing.server.ts";
import type { Visit } from "~/features/core/visit.ts";
import { titled } from "~/http/title.ts";
import { forAnyone, notFound } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";

export const loader = forAnyone((visit) => {
  const mailFrequency = mailFrequencyOf(visit.db, personOf(visit));
  return { stopped: mailFrequency === "never", title: visit.i18n._(msg`No more mail`) };
});

/** Stops the mails of whom the link names: pressed here, or by the mail program's own button (RFC 8058). */
export const action = forAnyone((visit) => {
  setMailFrequency(visit.db, personOf(visit), "never");
  return null;
});

export const meta = titled;

export default function UnsubscribePage() {
  const { stopped } = useLoaderData<typeof loader>();
  return (
    <main id="content" className="page narrow">
      <h1>
        {stopped ? <Trans>You get no more mail about the plan</Trans> : <Trans>No more mail about the plan?</Trans>}
      </h1>
      <p className="lead">
        {stopped ? (
          <Trans>
            Your notices stay in the app. In your settings you can choose mail again, at once, daily or weekly.
          </Trans>
        ) : (
          <Trans>
            Your notices stay in the app. You can also choose less mail in your settings: once a day or a week.
          </Trans>
        )}
      </p>
      <div className="buttons" style={{ marginTop: 24 }}>
        {!stopped && (
          <Form method="post">
            <button className="button solid">
              <Trans>No more mail</Trans>
            </button>
          </Form>
        )}
        <Link className="button" to="/settings#mail">
          <Trans>To the settings</Trans>
        </Link>
      </div>
    </main>
  );
}

function personOf(visit: Visit): string {
  const personId = personOfToken(visit.params.token ?? "");
  return personId && mailFrequencyOf(visit.db, personId) ? personId : notFound(visit);
}
