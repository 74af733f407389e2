import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { membershipChoices } from "~/features/accounts/choices.server.ts";
import { MembershipFields } from "~/features/accounts/components/membership-fields.tsx";
import { LanguageField } from "~/features/accounts/components/welcome-form.tsx";
import { invite, withdrawInvitation } from "~/features/accounts/invitations.server.ts";
import { forgetting, keptForm } from "~/features/accounts/kept-forms.server.ts";
import { MailNotSent, sendInvitation } from "~/features/accounts/mails.server.ts";
import { inviteSchema } from "~/features/accounts/schemas.ts";
import { maySeePeople } from "~/features/policy.ts";
import { parseForm, typedIn } from "~/http/forms.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, type SignedInVisit } from "~/http/visit.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { log } from "~/log.server.ts";
import { Field } from "~/ui/field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { wordsOf } from "~/ui/words.ts";

export const loader = forViewer((visit) => {
  const kept = keptForm(visit);
  return {
    ...choicesFor(visit),
    values: kept ? typedIn(kept, ["boards"]) : { language: visit.language },
    title: visit.i18n._(msg`Invite somebody`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, networks } = visit;
  choicesFor(visit);
  const form = await visit.request.formData();
  const parsed = parseForm(inviteSchema, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const typed = typedIn(form, ["boards"]);
  const invited = invite(db, by, viewer, parsed.value);
  if (!invited.ok) return data({ problems: invited.problems, typed }, { status: 422 });
  const { email, language, role, networkId } = parsed.value;
  try {
    await sendInvitation({
      ...{ to: email, language, token: invited.token, until: invited.until, inviter: viewer.name },
      role: wordsOf(i18nFor(language)).role(role),
      network: networks.find(({ id }) => id === networkId)?.names[language] ?? "",
    });
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.error({ requestId: visit.context.requestId, err: error }, "an invitation was not sent");
    // Without its mail an invitation would only block the address.
    withdrawInvitation(db, by, viewer, invited.id);
    return data({ problems: { email: "mail-failed" as const }, typed }, { status: 503 });
  }
  return redirect("/people?invited=1", { headers: { "Set-Cookie": forgetting } });
});

export const meta = titled;

export default function InvitePage() {
  const { roles, networks, values } = useLoaderData<typeof loader>();
  const unfit = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const problems: Record<string, ProblemCode> = unfit?.problems ?? {};
  const shown = unfit?.typed ?? values;
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
