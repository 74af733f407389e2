import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forwardToAuth } from "~/features/people/accounts/forwarding.server.ts";
import { titled } from "~/http/title.ts";
import { forAnyone, safePath } from "~/http/visit.server.ts";
import { Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";

export const loader = forAnyone(({ url, i18n }) => ({
  token: url.searchParams.get("token") ?? "",
  back: safePath(url.searchParams.get("back")),
  title: i18n._(msg`Sign in`),
}));

/** The link in the mail leads here, and only the button spends it: a mail scanner that opens links does no harm. */
export const action = forAnyone(async (visit) => {
  const form = await visit.request.formData();
  const query = new URLSearchParams({ token: String(form.get("token") ?? ""), callbackURL: "/" });
  const answer = await forwardToAuth(visit, `/magic-link/verify?${query}`);
  if (answer.status === 429) return data({ problem: "too-many-tries" as const }, { status: 429 });
  if (!answer.ok || !answer.headers.has("Set-Cookie")) return data({ problem: "link-spent" as const }, { status: 410 });
  return redirect(safePath(form.get("back")), { headers: answer.headers });
});

export const meta = titled;

export default function SignInLinkPage() {
  const { token, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? (token === "" ? "link-spent" : null);
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {problem === "link-spent" ? (
        <>
          <p className="lead">
            <Trans>This link has been used, or is older than half an hour.</Trans>
          </p>
          <p className="buttons section">
            <Link className="button solid" to={`/sign-in?${new URLSearchParams({ back })}`}>
              <Trans>Ask for a new one</Trans>
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="lead">
            <Trans>The link in your mail brought you here. It works once: this button uses it.</Trans>
          </p>
          <Form method="post" reloadDocument className="section">
            <HiddenField name="token" value={token} />
            <HiddenField name="back" value={back} />
            {problem && (
              <p className="notice wrong" role="alert">
                <Problem id="tries" code={problem} />
              </p>
            )}
            <button className="button solid">
              <Trans>Sign in now</Trans>
            </button>
          </Form>
        </>
      )}
    </main>
  );
}
