import { createTransport } from "nodemailer";
import { config } from "~/config.server.ts";
import type { Language } from "~/domain.ts";
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
