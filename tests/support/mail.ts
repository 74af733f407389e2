import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  /** Everything that came in, oldest first. */
  mails: ParsedMail[];
  close: () => Promise<void>;
}

/** A real mail server on a free port of loopback that keeps what it is sent. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A header as it was meant: long ones are folded on the way. */
export function headerOf(mail: ParsedMail | undefined, name: string): string | undefined {
  return mail?.headerLines
    .find(({ key }) => key === name)
    ?.line.replace(/\r?\n\s+/g, " ")
    .replace(/^[^:]+: */, "");
}

/** To whom a mail goes. */
export function recipientOf(mail: ParsedMail | undefined): string | undefined {
  return [mail?.to].flat()[0]?.value[0]?.address;
}

/** The one address that a mail leads to. */
export function linkIn(mail: ParsedMail | undefined): URL {
  const address = /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0];
  if (!address) throw new Error(`There is no link in: ${mail?.text}`);
  return new URL(address);
}
