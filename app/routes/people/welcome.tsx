import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { setLanguage } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted } from "~/features/core/forms.server.ts";
import { hashPassword } from "~/features/people/accounts/auth.server.ts";
import { WelcomeForm } from "~/features/people/accounts/components/welcome-form.tsx";
import { enterAs } from "~/features/people/accounts/forwarding.server.ts";
import { isWeakPassword } from "~/features/people/accounts/password-strength.ts";
import { findPerson } from "~/features/people/accounts/queries.server.ts";
import { welcomeSchema } from "~/features/people/accounts/schemas.ts";
import { acceptInvitation, findInvitation } from "~/features/people/accounts/welcome.server.ts";
import { titled } from "~/http/title.ts";
import { forAnyone } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forAnyone(async ({ cookies, url, db, params, at, networks, language, i18n }) => {
  const title = i18n._(msg`Welcome`);
  const invitation = findInvitation(db, params.token ?? "", at);
  if (!invitation) return data({ invitation: null, title }, { status: 410 });
  // The inviter knew their language, their browser may not; what they chose here themselves stands above both.
  if (!cookies.language && language !== invitation.language && !url.searchParams.has("in")) {
    const query = new URLSearchParams(url.searchParams);
    query.set("in", invitation.language);
    throw redirect(`${url.pathname}?${query}`, {
      headers: { "Set-Cookie": await setLanguage(invitation.language) },
    });
  }
  const { role, email, networkId, invitedById } = invitation;
  return data({
    invitation: {
      role,
      email,
      language: invitation.language,
      network: networks.find(({ id }) => id === networkId)?.names[language] ?? "",
      inviter: invitedById ? (findPerson(db, invitedById)?.name ?? null) : null,
    },
    title,
  });
});

export const action = forAnyone(async (visit) => {
  const { db, params, at } = visit;
  const token = params.token ?? "";
  const parsed = parseForm(welcomeSchema, await visit.request.formData());
  if (!parsed.ok) return refused(422, parsed.problems, parsed.submitted);
  const { name, language, password, email } = parsed.value;
  const invitation = findInvitation(db, token, at);
  if (!invitation) return refused(410, { form: "link-spent" }, { name, language });
  if (!invitation.email && !email) return refused(422, { email: "missing" }, { name, language });
  if (password && isWeakPassword(password, [name, email ?? invitation.email ?? ""]))
    return refused(422, { password: "password-weak" }, { name, language, ...(email && { email }) });
  const passwordHash = password ? await hashPassword(password) : null;
  const accepted = acceptInvitation(db, at, token, { name, language, email: email ?? "", passwordHash });
  if (!accepted.ok) {
    const spent = accepted.problem === "link-spent";
    return refused(spent ? 410 : 422, { [spent ? "form" : "email"]: accepted.problem }, { name, language });
  }
  return redirect("/", { headers: await enterAs(visit, accepted.personId) });
});

export const meta = titled;

export default function WelcomePage() {
  const { invitation } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  const labels = useLabels();
  if (!invitation || invalid?.problems.form) return <Spent />;
  const { inviter, network } = invitation;
  const role = labels.role(invitation.role);
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Welcome to the plan</Trans>
      </h1>
      <p className="lead">
        {inviter ? (
          <Trans>
            {inviter} invites you to the action plan of INSP!R. You come in as: {role}, {network}.
          </Trans>
        ) : (
          <Trans>This link, once, makes the first administrator of this installation.</Trans>
        )}
      </p>
      <Form method="post" reloadDocument className="form section" noValidate>
        <WelcomeForm invitation={invitation} problems={invalid?.problems ?? {}} submitted={invalid?.submitted ?? {}} />
      </Form>
    </main>
  );
}

function refused(status: number, problems: Record<string, ProblemCode>, submitted: Submitted) {
  return data({ problems, submitted }, { status });
}

function Spent() {
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>This invitation works no more</Trans>
      </h1>
      <p className="lead">
        <Trans>It has been used, taken back, or is older than a week. Whoever invited you can send it again.</Trans>
      </p>
      <p className="buttons section">
        <Link className="button solid" to="/sign-in">
          <Trans>Sign in</Trans>
        </Link>
      </p>
    </main>
  );
}
