import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { createTransport } from "nodemailer";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import { LOCALES } from "~/i18n/languages.ts";
import { surroundings } from "~/surroundings.server.ts";
import type { Language } from "~/words.ts";
import { database } from "~db/connection.ts";
import { languageOfAddress } from "./queries.server.ts";

/** How long a sign-in link works, in minutes: slow lines and shared phones need more than better-auth's five. */
export const LINK_MINUTES = 30;

/** A mail that could not be handed to the mail server: nothing went out. */
export class MailNotSent extends Error {
  override name = "MailNotSent";
}

interface Mail {
  to: string;
  /** The reader's language, never the sender's. */
  language: Language;
  subject: string;
  /** Paragraphs above the link. */
  before: string[];
  link: { address: string; label: string };
  after: string[];
}

/** The mail with which one signs in: better-auth calls it for an address that it knows. */
export async function sendMagicLink({ email, token }: { email: string; token: string }): Promise<void> {
  const language = languageOfAddress(database(), email);
  const minutes = LINK_MINUTES;
  const i18n = i18nFor(language);
  await send({
    to: email,
    language,
    subject: i18n._(msg`Your link to sign in to the INSP!R plan`),
    before: [i18n._(msg`Somebody, probably you, asked for a link to sign in to the INSP!R action plan.`)],
    link: {
      address: `${surroundings().origin}/sign-in/link?token=${encodeURIComponent(token)}`,
      label: i18n._(msg`Sign in`),
    },
    after: [i18n._(msg`The link works once, for ${minutes} minutes. If you did not ask for it, do nothing.`)],
  });
}

export interface InvitationMail {
  to: string;
  language: Language;
  token: string;
  inviter: string;
  role: MessageDescriptor | string;
  network: string;
  /** Until when it works. */
  until: Date;
}

/** The mail that invites somebody, in the language that the inviter chose for them. */
export async function sendInvitation({
  to,
  language,
  token,
  inviter,
  role,
  network,
  until,
}: InvitationMail): Promise<void> {
  const i18n: I18n = i18nFor(language);
  const roleName = typeof role === "string" ? role : i18n._(role);
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(until);
  await send({
    to,
    language,
    subject: i18n._(msg`You are invited to the INSP!R action plan`),
    before: [
      i18n._(
        msg`${inviter} invites you to the action plan of INSP!R, the International Network for Social Protection Rights.`,
      ),
      i18n._(msg`You come in as: ${roleName}, ${network}.`),
    ],
    link: { address: `${surroundings().origin}/welcome/${token}`, label: i18n._(msg`Accept the invitation`) },
    after: [i18n._(msg`The link works once, until ${day}.`)],
  });
}

async function send(mail: Mail): Promise<void> {
  const message = {
    from: process.env.MAIL_FROM ?? "INSP!R <plan@localhost>",
    to: mail.to,
    subject: mail.subject,
    text: [...mail.before, `${mail.link.label}: ${mail.link.address}`, ...mail.after].join("\n\n"),
    html: htmlOf(mail),
    headers: { "Content-Language": mail.language },
  };
  try {
    if (process.env.SMTP_URL) await createTransport(process.env.SMTP_URL).sendMail(message);
    else await writeToOutbox(message);
  } catch (cause) {
    throw new MailNotSent(`The mail to ${mail.to} was not sent.`, { cause });
  }
}

function htmlOf({ language, before, link, after }: Mail): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const button = `<p><a href="${escapeHtml(link.address)}" style="display:inline-block;padding:10px 18px;background:#1d1b18;color:#fbfaf7;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`;
  return `<!doctype html><html lang="${language}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d1b18;max-width:34em">
<p style="font-weight:800;font-size:19px">INSP<span style="color:#b8371f">!</span>R</p>
${before.map(paragraph).join("\n")}
${button}
${after.map(paragraph).join("\n")}
</body></html>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

// ── The outbox folder: where mail goes while there is no mail server ─────────────────────────────────────────────

export interface WrittenMail {
  file: string;
  to: string;
  subject: string;
  text: string;
  at: number;
}

const outbox = () => resolve(process.env.OUTBOX ?? "data/outbox");

async function writeToOutbox(message: { to: string; subject: string; text: string; from: string }): Promise<void> {
  const at = Date.now();
  await mkdir(outbox(), { recursive: true });
  const { message: raw } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const name = `${at}-${Math.random().toString(36).slice(2, 8)}`;
  await writeFile(join(outbox(), `${name}.eml`), raw as Buffer);
  await writeFile(
    join(outbox(), `${name}.json`),
    JSON.stringify({ to: message.to, subject: message.subject, text: message.text, at }),
  );
}

/** A page of the mail in the outbox folder, newest first: for the evaluation page. */
export async function readOutbox(from: number, count: number): Promise<{ mails: WrittenMail[]; total: number }> {
  const files = await readdir(outbox()).catch(() => []);
  const all = files
    .filter((file) => file.endsWith(".json"))
    .sort()
    .reverse();
  const mails = all.slice(from, from + count).map(async (file) => {
    const mail = JSON.parse(await readFile(join(outbox(), file), "utf8")) as Omit<WrittenMail, "file">;
    return { file, ...mail };
  });
  return { mails: await Promise.all(mails), total: all.length };
}
