import { msg } from "@lingui/core/macro";
import { config } from "~/config.server.ts";
import type { Language, Role } from "~/domain.ts";
import { sendLetter } from "~/features/core/mail/letter.server.tsx";
import { sendSoon } from "~/features/core/mail/queue.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { formatOf } from "~/ui/format.ts";
import { labelsOf } from "~/ui/labels.ts";
import { database } from "~db/connection.ts";
import { deviceOf } from "./device.ts";
import { readerAt } from "./queries.server.ts";

/* What is written to people by mail: in the language of whoever reads it. */

/** How long a sign-in link works, in minutes: slow lines and shared phones need more than better-auth's five. */
export const LINK_MINUTES = 30;

export interface SignInLink {
  email: string;
  token: string;
  /** The page to come back to. */
  back: string | undefined;
}

/**
 * The mail with which one signs in. better-auth calls it for any address that was asked for: nothing is sent to one that
 * is nobody's or a suspended person's.
 *
 * @throws MailNotSent
 */
export async function sendSignInLink({ email, token, back }: SignInLink): Promise<void> {
  const reader = readerAt(database(), email);
  if (!reader) return;
  const i18n = i18nFor(reader.language);
  const minutes = LINK_MINUTES;
  const query = new URLSearchParams({ token, ...(back && back !== "/" && { back }) });
  await sendLetter({
    to: email,
    language: reader.language,
    subject: i18n._(msg`Your link to sign in to the INSP!R plan`),
    before: [i18n._(msg`Somebody, probably you, asked for a link to sign in to the INSP!R action plan.`)],
    link: { address: `${config().origin}/sign-in/link?${query}`, label: i18n._(msg`Sign in`) },
    after: [i18n._(msg`The link works once, for ${minutes} minutes. If you did not ask for it, do nothing.`)],
  });
}

export interface InvitationMail {
  to: string;
  /** As the inviter chose it for them. */
  language: Language;
  token: string;
  inviter: string;
  role: Role;
  network: Record<Language, string>;
  /** Until when it works. */
  until: Date;
}

/** The mail that invites somebody. Throws MailNotSent. */
export async function sendInvitation(mail: InvitationMail): Promise<void> {
  const { to, language, token, inviter } = mail;
  const i18n = i18nFor(language);
  const roleName = labelsOf(i18n).role(mail.role);
  const network = mail.network[language];
  // Nobody knows yet where the invited person is: the hour names UTC.
  const until = formatOf(i18n).deadline(mail.until);
  await sendLetter({
    to,
    language,
    subject: i18n._(msg`You are invited to the INSP!R action plan`),
    before: [
      i18n._(
        msg`${inviter} invites you to the action plan of INSP!R, the International Network for Social Protection Rights.`,
      ),
      i18n._(msg`You come in as: ${roleName}, ${network}.`),
    ],
    link: { address: `${config().origin}/welcome/${token}`, label: i18n._(msg`Accept the invitation`) },
    after: [i18n._(msg`The link works once, until ${until}.`)],
  });
}

interface Reader {
  email: string;
  language: Language | null;
}

/** Tells a person by mail that a browser has signed in that they have not signed in with before. It goes out by itself. */
export function sendNewSignIn(
  reader: Reader,
  { at, address, agent }: { at: Date; address: string | null; agent: string | null },
): void {
  const language = reader.language ?? "en";
  const i18n = i18nFor(language);
  const device = deviceOf(agent) ?? i18n._(msg`A device that does not say what it is`);
  const when = formatOf(i18n).instant(at);
  const where = address ?? "–";
  sendSoon("new sign-in", () =>
    sendLetter({
      to: reader.email,
      language,
      subject: i18n._(msg`A new sign-in to the INSP!R plan`),
      before: [
        i18n._(msg`Your account was signed in to from a browser that you have not used here before.`),
        i18n._(msg`Device: ${device}. Time: ${when}. Network address: ${where}.`),
      ],
      link: { address: `${config().origin}/settings#sessions`, label: i18n._(msg`See where you are signed in`) },
      after: [i18n._(msg`If this was you, do nothing. If not, sign out everywhere else and change your password.`)],
    }),
  );
}

/** Tells a person by mail that their password was changed. It goes out by itself. */
export function sendPasswordChanged(reader: Reader, at: Date): void {
  const language = reader.language ?? "en";
  const i18n = i18nFor(language);
  const when = formatOf(i18n).instant(at);
  sendSoon("changed password", () =>
    sendLetter({
      to: reader.email,
      language,
      subject: i18n._(msg`Your password for the INSP!R plan was changed`),
      before: [i18n._(msg`Your password was changed on ${when}. Your sessions on other devices have ended.`)],
      link: { address: `${config().origin}/settings#sessions`, label: i18n._(msg`See where you are signed in`) },
      after: [i18n._(msg`If this was not you, ask for a sign-in link by mail and set a new password at once.`)],
    }),
  );
}
