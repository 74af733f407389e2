import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { config } from "~/config.server.ts";
import { parseForm } from "~/features/core/forms.server.ts";
import { forgive, giveBack, reached, use } from "~/features/core/limits.server.ts";
import type { Visit } from "~/features/core/visit.ts";
import { EvaluationRoles } from "~/features/people/accounts/components/evaluation-roles.tsx";
import { SignInForms } from "~/features/people/accounts/components/sign-in-forms.tsx";
import { EVALUATION_ACCOUNTS } from "~/features/people/accounts/evaluation.server.ts";
import { hasFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { enterAs, forwardToAuth } from "~/features/people/accounts/forwarding.server.ts";
import { isSuspended } from "~/features/people/accounts/queries.server.ts";
import { linkSchema, passwordSignInSchema } from "~/features/people/accounts/schemas.ts";
import { guessedAccount } from "~/features/people/accounts/sign-ins.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forAnyone, forbidden, safePath } from "~/http/visit.server.ts";
import { TooBusy } from "~/lib/too-busy.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forAnyone(({ db, viewer, url, cookies, networks, language, i18n, at }) => {
  const { evaluation } = config();
  const back = safePath(url.searchParams.get("back"));
  if (viewer && !evaluation) throw redirect(back);
  return {
    back,
    kept: hasFormDraft({ db, cookies, at }),
    lost: url.searchParams.has("lost"),
    sent: url.searchParams.has("sent"),
    roles: evaluation
      ? EVALUATION_ACCOUNTS.map(({ id, role, network }) => ({
          id,
          role,
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
  const { back, kept, lost, sent, roles } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Sign in</Trans>
      </h1>
      {lost && (
        <p className="notice wrong" role="alert">
          <Trans>
            You were not signed in, and what you typed could not be kept. Go back in your browser to copy it, then sign
            in.
          </Trans>
        </p>
      )}
      {kept && !lost && (
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

/**
 * Wrong passwords are counted by account (`guessedAccount`), wherever they come from, and by address, whatever account they are
 * for; the same for an account that nobody has. A right one takes the account's count back.
 */
async function byPassword(visit: Visit, form: FormData, back: string) {
  const parsed = parseForm(passwordSignInSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, form);
  const { email, password } = parsed.value;
  const { address } = visit.context;
  const account = guessedAccount(visit, email);
  const wait = reached("wrong-password-account", account) || reached("wrong-password-address", address);
  if (wait > 0) return refused(429, { password: "too-many-passwords" }, form, wait);
  // Counted before it is known to be wrong: many at the same time are as many.
  use("wrong-password-account", account);
  use("wrong-password-address", address);
  const answer = await forwardToAuth(visit, "/sign-in/email", { email, password }).catch((error) => {
    if (error instanceof TooBusy) return null;
    throw error;
  });
  if (!answer) {
    // Nobody looked at the password: it counts as none.
    giveBack("wrong-password-account", account);
    giveBack("wrong-password-address", address);
    return refused(503, { password: "server-busy" }, form, 60);
  }
  if (answer.ok) {
    forgive("wrong-password-account", account);
    giveBack("wrong-password-address", address);
    return redirect(back, { headers: answer.headers });
  }
  return answer.status === 429
    ? refused(429, { password: "too-many-tries" }, form, 60)
    : refused(422, { password: "sign-in-wrong" }, form);
}

/**
 * The answer is the same whether or not anybody has the address, and comes before any mail is sent: it tells a stranger
 * nothing.
 */
async function byLink(visit: Visit, form: FormData, back: string) {
  const parsed = parseForm(linkSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, form);
  const { email } = parsed.value;
  const wait = use("link-address", visit.context.address) || use("link-account", guessedAccount(visit, email));
  if (wait > 0) return refused(429, { email: "too-many-links" }, form, wait);
  const answer = await forwardToAuth(visit, "/sign-in/magic-link", { email, metadata: { back } });
  if (answer.status === 429) return refused(429, { email: "too-many-tries" }, form, 60);
  return redirect(`/sign-in?${new URLSearchParams({ sent: "1", back })}`);
}

/** @param retryAfter in seconds */
function refused(status: number, problems: Record<string, ProblemCode>, form?: FormData, retryAfter?: number) {
  return data(
    { way: String(form?.get("way")), problems, email: String(form?.get("email") ?? "") },
    { status, headers: retryAfter ? { "Retry-After": String(retryAfter) } : {} },
  );
}
