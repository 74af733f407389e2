import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RuleForm } from "~/features/committee/decisions/components/rule-form.tsx";
import { ruleSchema } from "~/features/committee/decisions/schemas.ts";
import { decisionRule, editDecisionRule } from "~/features/committee/decisions/setting.server.ts";
import { forgetting, setLanguage } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { MailFrequencyForm } from "~/features/core/notifications/components/mail-frequency-form.tsx";
import { mailFrequencySchema } from "~/features/core/notifications/schemas.ts";
import { mailFrequencyOf, setMailFrequency } from "~/features/core/notifications/unsubscribing.server.ts";
import { mayOpenReviews, maySetResponseDeadlines } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { sendPasswordChanged } from "~/features/people/accounts/account-mails.server.ts";
import { hashPassword } from "~/features/people/accounts/auth.server.ts";
import { DensityForm } from "~/features/people/accounts/components/density-form.tsx";
import { PasswordForm } from "~/features/people/accounts/components/password-form.tsx";
import { ProfileForm } from "~/features/people/accounts/components/profile-form.tsx";
import { SessionList } from "~/features/people/accounts/components/session-list.tsx";
import { SignInList } from "~/features/people/accounts/components/sign-in-list.tsx";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { forwardToAuth } from "~/features/people/accounts/forwarding.server.ts";
import { chooseDensity, editProfile, endSessions, setPassword } from "~/features/people/accounts/mutations.server.ts";
import { isWeakPassword } from "~/features/people/accounts/password-strength.ts";
import { hasPassword, sessionsOf } from "~/features/people/accounts/queries.server.ts";
import { densitySchema, passwordSchema, profileSchema } from "~/features/people/accounts/schemas.ts";
import { signInsOf } from "~/features/people/accounts/sign-ins.server.ts";
import { ResponseDeadlineForm } from "~/features/suggestions/components/response-deadline-form.tsx";
import { loadResponseDeadlines, updateResponseDeadlines } from "~/features/suggestions/response-deadline.server.ts";
import { responseDeadlineSchema } from "~/features/suggestions/schemas.ts";

import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer } from "~/http/visit.server.ts";
import { DEFAULT_ZONE, timeZones } from "~/lib/time-zones.ts";
import { committeeStyle } from "~/ui/committee-style.ts";
import { pageFrom } from "~/ui/paging.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, language, timeZone, url, at, i18n } = visit;
  const { rows, ...where } = sessionsOf(db, viewer.id, at, pageFrom(url.searchParams));
  const kept = loadFormDraft(visit);
  const saved = url.searchParams.get("saved");
  return {
    values: kept?.has("name") ? submittedIn(kept) : { name: viewer.name, language, timeZone: timeZone ?? DEFAULT_ZONE },
    language,
    timeZones: timeZones(timeZone),
    email: viewer.email,
    hasPassword: hasPassword(db, viewer.id),
    now: +at,
    mailFrequency: mailFrequencyOf(db, viewer.id) ?? "at-once",
    density: viewer.density ?? "comfortable",
    promises: maySetResponseDeadlines(viewer) ? loadResponseDeadlines(db) : null,
    ruling: mayOpenReviews(viewer) ? decisionRule(db) : null,
    saved: saved && Object.hasOwn(SAVED, saved) ? saved : null,
    sessions: rows.map((session) => ({ ...session, at: +session.at, isThis: session.id === viewer.sessionId })),
    ...where,
    signIns: signInsShown(visit),
    title: i18n._(msg`Settings`),
  };
});

export const action = forViewer(async (visit) => {
  const form = await visit.request.formData();
  switch (form.get("intent")) {
    case "profile":
      return saveProfile(visit, form);
    case "mail-frequency":
      return saveMailFrequency(visit, form);
    case "density":
      return saveDensity(visit, form);
    case "promise":
      return saveResponseDeadlines(visit, form);
    case "decision-rule":
      return saveRuling(visit, form);
    case "password":
      return savePassword(visit, form);
    case "end":
      endSessions(visit.db, visit.viewer, String(form.get("session") ?? ""));
      return redirect("/settings?saved=sessions");
    default:
      return badRequest(visit);
  }
});

export const meta = titled;
export const links = committeeStyle;

/** What has just been done, said above the rest. */
const SAVED: Record<string, MessageDescriptor> = {
  profile: msg`Saved.`,
  "mail-frequency": msg`Saved.`,
  density: msg`Saved.`,
  promise: msg`Saved. It holds for what is suggested from now on.`,
  "decision-rule": msg`Saved. It holds for the reviews that are opened from now on.`,
  password: msg`The password is saved. Your sessions elsewhere have ended.`,
  sessions: msg`Signed out there.`,
};

export default function SettingsPage() {
  const settings = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Record<string, ProblemCode> = answer?.problems ?? {};
  const { _ } = useLingui();
  const said = settings.saved && !answer && SAVED[settings.saved];
  return (
    <main id="content" className="page narrow">
      <h1>
        <Trans>Settings</Trans>
      </h1>
      <p className="lead">{settings.email}</p>
      {said && (
        <p className="notice" role="status">
          {_(said)}
        </p>
      )}
      <ProfileForm
        language={settings.language}
        values={{ ...settings.values, ...answer?.submitted }}
        problems={problems}
        timeZones={settings.timeZones}
      />
      <MailFrequencyForm mailFrequency={settings.mailFrequency} />
      <DensityForm density={settings.density} />
      <PasswordForm has={settings.hasPassword} problems={problems} />
      <SessionList {...settings} />
      <SignInList {...settings.signIns} now={settings.now} />
      {settings.promises && (
        <ResponseDeadlineForm values={{ ...settings.promises, ...answer?.submitted }} problems={problems} />
      )}
      {settings.ruling && <RuleForm values={{ ...settings.ruling, ...answer?.submitted }} problems={problems} />}
    </main>
  );
}

function signInsShown({ db, viewer, url }: SignedInVisit) {
  const { rows, ...where } = signInsOf(db, viewer.id, pageFrom(url.searchParams, "signins"));
  return { ...where, rows: rows.map((one) => ({ ...one, at: +one.at })) };
}

async function saveProfile({ db, by, viewer }: SignedInVisit, form: FormData) {
  const parsed = parseForm(profileSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, parsed.submitted);
  editProfile(db, by, viewer, parsed.value);
  return redirect("/settings?saved=profile", {
    headers: [
      ["Set-Cookie", await setLanguage(parsed.value.language)],
      ["Set-Cookie", forgetting],
    ],
  });
}

function saveMailFrequency({ db, viewer }: SignedInVisit, form: FormData) {
  const parsed = parseForm(mailFrequencySchema, form);
  if (!parsed.ok) return refused(422, parsed.problems);
  setMailFrequency(db, viewer.id, parsed.value.mailFrequency);
  return redirect("/settings?saved=mail-frequency#mail");
}

function saveDensity({ db, viewer }: SignedInVisit, form: FormData) {
  const parsed = parseForm(densitySchema, form);
  if (!parsed.ok) return refused(422, parsed.problems);
  chooseDensity(db, viewer, parsed.value.density);
  return redirect("/settings?saved=density#boards");
}

function saveResponseDeadlines(visit: SignedInVisit, form: FormData) {
  const { db, by, viewer } = visit;
  if (!maySetResponseDeadlines(viewer)) return forbidden(visit);
  const parsed = parseForm(responseDeadlineSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, parsed.submitted);
  updateResponseDeadlines(db, by, viewer, parsed.value);
  return redirect("/settings?saved=promise");
}

function saveRuling(visit: SignedInVisit, form: FormData) {
  const { db, by, viewer } = visit;
  if (!mayOpenReviews(viewer)) return forbidden(visit);
  const parsed = parseForm(ruleSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, parsed.submitted);
  editDecisionRule(db, by, viewer, parsed.value);
  return redirect("/settings?saved=decision-rule");
}

/** Whoever has a password gives it first: an open phone on a table is not enough to change it. */
async function savePassword(visit: SignedInVisit, form: FormData) {
  const { db, viewer, at } = visit;
  const parsed = parseForm(passwordSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems);
  const { currentPassword, newPassword } = parsed.value;
  if (hasPassword(db, viewer.id)) {
    const { ok, status } = await forwardToAuth(visit, "/verify-password", { password: currentPassword });
    if (status === 429) return refused(429, { currentPassword: "too-many-tries" });
    if (!ok) return refused(422, { currentPassword: "password-wrong" });
  }
  if (isWeakPassword(newPassword, [viewer.email, viewer.name])) return refused(422, { newPassword: "password-weak" });
  setPassword(db, at, viewer, await hashPassword(newPassword));
  sendPasswordChanged(viewer, at);
  return redirect("/settings?saved=password");
}

function refused(status: number, problems: Record<string, ProblemCode>, submitted: Submitted = {}) {
  return data({ problems, submitted }, { status });
}
