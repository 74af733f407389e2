import { msg } from "@lingui/core/macro";
import { config } from "~/config.server.ts";
import { checkMailServer, sendLetter } from "~/features/mail/mailing.server.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { formatOf } from "~/ui/format.ts";
import { wordsOf } from "~/ui/words.ts";
import type { Language, Role } from "~/words.ts";
import { database } from "~db/connection.ts";
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
 * @throws MailNotSent, for unknown addresses too
 */
export async function sendSignInLink({ email, token, back }: SignInLink): Promise<void> {
  const reader = readerAt(database(), email);
  if (!reader) return checkMailServer();
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
  const roleName = wordsOf(i18n).role(mail.role);
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
