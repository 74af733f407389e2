import { createTransport } from "nodemailer";
import { log } from "~/log.server.ts";
import { surroundings } from "~/surroundings.server.ts";
import type { Language } from "~/words.ts";
import { writeToOutbox } from "./outbox.server.ts";

/** A mail that could not be handed to the mail server: nothing went out. */
export class MailNotSent extends Error {
  override name = "MailNotSent";
}

export interface Mail {
  to: string;
  /** The reader's language, never the sender's. */
  language: Language;
  subject: string;
  /** Paragraphs above the link. */
  before: string[];
  link: { address: string; label: string };
  after: string[];
}

/** Somebody waits on the page while a mail is handed over: a mail server that keeps silent for longer is no help. */
const PATIENCE_MS = 10_000;

/**
 * Hands a mail to the mail server (`SMTP_URL`), or writes it to the outbox folder where none is set.
 *
 * @throws MailNotSent when the mail server does not take it, or the folder cannot be written
 */
export async function send(mail: Mail): Promise<void> {
  const message = {
    from: process.env.MAIL_FROM ?? "INSP!R <plan@localhost>",
    to: mail.to,
    subject: mail.subject,
    text: [...mail.before, `${mail.link.label}: ${mail.link.address}`, ...mail.after].join("\n\n"),
    html: htmlOf(mail),
    headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated" },
  };
  const server = mailServer();
  try {
    if (server) await server.sendMail(message);
    else {
      const file = await writeToOutbox(message);
      if (!surroundings().evaluation) log.warn({ file }, "no SMTP_URL is set: a mail was written to the outbox only");
    }
  } catch (cause) {
    throw new MailNotSent("A mail was not sent.", { cause });
  }
}

/**
 * Asks the mail server as much as sending would, without sending anything: so that asking for a link to an unknown address
 * neither answers sooner nor differently than to a known one.
 *
 * @throws MailNotSent when the mail server cannot be reached
 */
export async function checkMailServer(): Promise<void> {
  try {
    await mailServer()?.verify();
  } catch (cause) {
    throw new MailNotSent("The mail server cannot be reached.", { cause });
  }
}

function mailServer() {
  const url = process.env.SMTP_URL;
  if (!url) return null;
  return createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
}

function htmlOf({ language, before, link, after }: Mail): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const address = escapeHtml(link.address);
  const button = `<p><a href="${address}" style="display:inline-block;padding:10px 18px;background:#1d1b18;color:#fbfaf7;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`;
  return `<!doctype html><html lang="${language}"><body style="font:16px/1.5 system-ui,sans-serif;color:#1d1b18;max-width:34em">
<p style="font-weight:800;font-size:19px">INSP<span style="color:#b8371f">!</span>R</p>
${before.map(paragraph).join("\n")}
${button}
<p style="font-size:13px;color:#5d584f;overflow-wrap:anywhere">${address}</p>
${after.map(paragraph).join("\n")}
</body></html>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
