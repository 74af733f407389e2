import "~/i18n/people.client.ts";
import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { config } from "~/config.server.ts";
import { EvaluationRoles } from "~/features/accounts/components/evaluation-roles.tsx";
import { SignInForms } from "~/features/accounts/components/sign-in-forms.tsx";
import { EVALUATION_ACCOUNTS } from "~/features/accounts/evaluation.server.ts";
import { enterAs, forwardToAuth } from "~/features/accounts/forwarding.server.ts";
import { hasKeptForm } from "~/features/accounts/kept-forms.server.ts";
import { isSuspended } from "~/features/accounts/queries.server.ts";
import { linkSchema, passwordSignInSchema } from "~/features/accounts/schemas.ts";
import { MailNotSent } from "~/features/mail/mailing.server.ts";
import { parseForm } from "~/http/forms.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forAnyone, forbidden, safePath, type Visit } from "~/http/visit.server.ts";
import { TooBusy } from "~/lib/too-busy.ts";
import { log } from "~/log.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forAnyone(({ viewer, url, request, networks, language, i18n }) => {
  const { evaluation } = config();
  const back = safePath(url.searchParams.get("back"));
  if (viewer && !evaluation) throw redirect(back);
  return {
    back,
    kept: hasKeptForm(request),
    sent: url.searchParams.has("sent"),
    roles: evaluation
      ? EVALUATION_ACCOUNTS.map(({ id, role, network }) => ({
          ...{ id, role },
          network: networks.find(({ slug }) => slug === network)?.names[language] ?? network,
        }))
      : [],
    title: i18n._(msg`Sign in`),
  };
});

export const action = forAnyone(async (visit) => {
  const form = await visit.request.formData();
  const back = safePath(form.get("back") ?? visit.url.searchParams.get("back"));
  if (form.has("as")) return enterForTrying(visit, form.get("as"), back);
  if (form.get("way") === "password") return byPassword(visit, form, back);
  return form.get("way") === "link" ? byLink(visit, form, back) : badRequest(visit);
});

export const meta = titled;

export default function SignInPage() {
  const { back, kept, sent, roles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {kept && (
        <p className="notice" role="status">
          <Trans>
            Your session had ended. What you typed is kept, and will be in its form again once you have signed in.
          </Trans>
        </p>
      )}
      {roles.length > 0 && <EvaluationRoles roles={roles} back={back} problem={answer?.problems.as} />}
      <SignInForms back={back} sent={sent} answer={answer} />
    </main>
  );
}

async function enterForTrying(visit: Visit, as: FormDataEntryValue | null, back: string) {
  const account = EVALUATION_ACCOUNTS.find(({ id }) => id === as);
  if (!account || !config().evaluation) return forbidden(visit);
  if (isSuspended(visit.db, account.id)) return refused(422, { as: "suspended" });
  return redirect(back, { headers: await enterAs(visit, account.id) });
}

async function byPassword(visit: Visit, form: FormData, back: string) {
  const parsed = parseForm(passwordSignInSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, form);
  const { email, password } = parsed.value;
  const answer = await forwardToAuth(visit, "/sign-in/email", { email, password }).catch((error) => {
    if (error instanceof TooBusy) return null;
    throw error;
  });
  if (!answer) return refused(503, { password: "server-busy" }, form);
  if (answer.ok) return redirect(back, { headers: answer.headers });
  return answer.status === 429
    ? refused(429, { password: "too-many-tries" }, form)
    : refused(422, { password: "sign-in-wrong" }, form);
}

/** The answer is the same whether or not anybody has the address: it tells a stranger nothing. */
async function byLink(visit: Visit, form: FormData, back: string) {
  const parsed = parseForm(linkSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, form);
  try {
    const { email } = parsed.value;
    const answer = await forwardToAuth(visit, "/sign-in/magic-link", { email, metadata: { back } });
    if (answer.status === 429) return refused(429, { email: "too-many-tries" }, form);
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.error({ requestId: visit.context.requestId, err: error }, "a sign-in link was not sent");
    return refused(503, { email: "mail-failed" }, form);
  }
  return redirect(`/sign-in?${new URLSearchParams({ sent: "1", back })}`);
}

function refused(status: number, problems: Record<string, ProblemCode>, form?: FormData) {
  return data({ way: String(form?.get("way")), problems, email: String(form?.get("email") ?? "") }, { status });
}
