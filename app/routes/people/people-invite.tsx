import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { maySeePeople } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { membershipChoices } from "~/features/people/accounts/choices.server.ts";
import { MembershipFields } from "~/features/people/accounts/components/membership-fields.tsx";
import { LanguageField } from "~/features/people/accounts/components/welcome-form.tsx";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { invite } from "~/features/people/accounts/invitations.server.ts";
import { inviteSchema } from "~/features/people/accounts/schemas.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const kept = loadFormDraft(visit);
  return {
    ...choicesFor(visit),
    values: kept ? submittedIn(kept, ["boards"]) : { language: visit.language },
    title: visit.i18n._(msg`Invite somebody`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  choicesFor(visit);
  const form = await visit.request.formData();
  const parsed = parseForm(inviteSchema, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  limit("invitation", viewer);
  const invited = await invite(db, by, viewer, parsed.value);
  if (invited.ok)
    return redirect(`/people?done=${invited.unsure ? "unsure" : "sent"}`, { headers: { "Set-Cookie": forgetting } });
  const { problems } = invited;
  return data({ problems, submitted: submittedIn(form, ["boards"]) }, { status: problems.form ? 503 : 422 });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function InvitePage() {
  const { roles, networks, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const busy = useNavigation().state === "submitting";
  const problems: Record<string, ProblemCode> = invalid?.problems ?? {};
  const shown: Submitted = invalid?.submitted ?? values;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/people">
          <Trans>People</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Invite somebody</Trans>
      </h1>
      <p className="lead">
        <Trans>They get a mail with a link that works once, for a week, and choose their own name and password.</Trans>
      </p>
      <Form method="post" className="form section" noValidate>
        {problems.form && (
          <p className="notice wrong" role="alert">
            <Problem id="form-problem" code={problems.form} />
          </p>
        )}
        <Field name="email" label={<Trans>Mail address</Trans>} problem={problems.email}>
          {(control) => <input {...control} className="input" type="email" defaultValue={String(shown.email ?? "")} />}
        </Field>
        <LanguageField value={String(shown.language ?? "en")} problem={problems.language} />
        <MembershipFields roles={roles} networks={networks} values={shown} problems={problems} />
        <div className="buttons">
          <button className="button solid" aria-busy={busy}>
            <Trans>Send the invitation</Trans>
          </button>
          <Link className="button quiet" to="/people">
            <Trans>Cancel</Trans>
          </Link>
        </div>
      </Form>
    </main>
  );
}

function choicesFor(visit: SignedInVisit) {
  if (!maySeePeople(visit.viewer)) return forbidden(visit);
  return membershipChoices(visit.viewer, visit.networks, visit.language);
}
