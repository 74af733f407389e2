import { createTransport } from "nodemailer";
import { config } from "~/config.server.ts";
import type { Language } from "~/domain.ts";
import { escapeHtml } from "~/lib/html.ts";
import { wellFormedDeep } from "~/lib/text.ts";
import { log } from "~/log.server.ts";
import { writeToOutbox } from "./folder.server.ts";

/** A mail that was not handed to the mail server, or of which it is not known whether it was. */
export class MailNotSent extends Error {
  override name = "MailNotSent";
  /** True when the line broke on the way: the mail server may have taken the mail, and not come to saying so. */
  readonly unsure: boolean;

  constructor(message: string, { cause, unsure = false }: { cause: unknown; unsure?: boolean }) {
    super(message, { cause });
    this.unsure = unsure;
  }
}

/** A mail as it goes out: its text, and the same set in HTML. */
export interface Message {
  to: string;
  /** The reader's language, never the sender's. */
  language: Language;
  subject: string;
  text: string;
  html: string;
  /** Headers beside those that every mail of ours has. */
  headers?: Record<string, string>;
  /** The same at each try, so that a mail that came twice would be known for one. */
  messageId?: string;
}

/** A short mail around one link. */
export interface Letter {
  to: string;
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
export async function send(written: Message): Promise<void> {
  const { language, headers, ...mail } = wellFormedDeep(written);
  const message = {
    from: process.env.MAIL_FROM ?? "INSP!R <plan@localhost>",
    ...mail,
    headers: unfolded({ "Content-Language": language, "Auto-Submitted": "auto-generated", ...headers }),
  };
  const server = mailServer();
  let asked = false;
  server?.use("stream", ({ message: built }, next) => {
    // Nobody reads from the text before the mail server has asked for it.
    built.processFunc((text) =>
      text.once("resume", () => {
        asked = true;
      }),
    );
    next();
  });
  try {
    if (server) await server.sendMail(message);
    else {
      const file = await writeToOutbox(message);
      if (!config().evaluation) log.warn({ file }, "no SMTP_URL is set: a mail was written to the outbox only");
    }
  } catch (cause) {
    // A mail server that has answered has said what it did; one that was given the text and has not may have taken it.
    const unsure = asked && !(cause as { responseCode?: number }).responseCode;
    throw new MailNotSent("A mail was not sent.", { cause, unsure });
  }
}

/**
 * The headers each on one line. A long address has no space at which its header could be folded but the one before it: folded there,
 * the header's first line is empty, which some relays write anew, and with it breaks the mail's signature (DKIM).
 */
const unfolded = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { prepared: true, value: value.replace(/[\r\n]+/g, " ") }]),
  );

/** Sends a letter. Throws MailNotSent. */
export function sendLetter({ to, language, subject, before, link, after }: Letter): Promise<void> {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const address = escapeHtml(link.address);
  const button = `<p><a class="button" href="${address}" style="display:inline-block;padding:10px 18px;background:#1d1b18;color:#fbfaf7;border-radius:6px;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>`;
  const small = `<p class="soft" style="font-size:13px;color:#5d584f;overflow-wrap:anywhere">${address}</p>`;
  return send({
    to,
    language,
    subject,
    text: [...before, `${link.label}: ${link.address}`, ...after].join("\n\n"),
    html: page(language, [...before.map(paragraph), button, small, ...after.map(paragraph)].join("\n")),
  });
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

/**
 * Colours for mail programs that are dark and say so. Those that only turn the colours they find need both of them on the sheet: a
 * dark colour without a background would stay dark on theirs.
 */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.sheet{background-color:#171614!important;color:#ece8df!important}
.sheet a,.sheet h2{color:#ece8df!important}.sheet .soft,.sheet .soft a{color:#a8a195!important}.sheet .mark{color:#ff8a70!important}
.sheet a.button{background-color:#ece8df!important;color:#171614!important}.sheet blockquote{border-color:#7d776b!important}}`;

/** The sheet on which every mail is set. */
export function page(language: Language, content: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${DARK}</style></head>
<body style="margin:0;background-color:#fbfaf7"><div class="sheet" style="font:16px/1.5 system-ui,sans-serif;background-color:#fbfaf7;color:#1d1b18;max-width:34em;padding:16px 20px">
<p style="font-weight:800;font-size:19px">INSP<span class="mark" style="color:#b8371f">!</span>R</p>
${content}
</div></body></html>`;
}
