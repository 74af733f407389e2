import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";

/* The outbox folder: where mail goes while there is no mail server. Each mail is a file that mail programs open (`.eml`),
 * and beside it what the evaluation page shows of it (`.json`). */

export interface WrittenMail {
  file: string;
  to: string;
  subject: string;
  text: string;
  /** Milliseconds. */
  at: number;
}

/** Where mail is written: for the owner of the process alone, since sign-in links are in it. */
export const outboxFolder = () => resolve(process.env.OUTBOX || "data/outbox");

/** Writes a mail into the folder and returns its file's name, which begins with the time so that names sort by it. */
export async function writeToOutbox(
  message: SendMailOptions & Pick<WrittenMail, "to" | "subject" | "text">,
): Promise<string> {
  const { to, subject, text } = message;
  const at = Date.now();
  const folder = outboxFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { message: raw } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const name = `${at}-${randomUUID().slice(0, 8)}`;
  await writeFile(join(folder, `${name}.eml`), raw as Buffer, { mode: 0o600 });
  // Named only once it is whole: the page may be reading the folder meanwhile.
  await writeFile(join(folder, `${name}.part`), JSON.stringify({ to, subject, text, at }), { mode: 0o600 });
  await rename(join(folder, `${name}.part`), join(folder, `${name}.json`));
  return `${name}.eml`;
}

export const MAILS_A_PAGE = 20;

/** A page of the mail in the folder, newest first. A page beyond the last is the last. */
export async function readOutbox(page: number): Promise<{ mails: WrittenMail[]; page: number; pages: number }> {
  const folder = outboxFolder();
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json"));
  const pages = Math.max(1, Math.ceil(files.length / MAILS_A_PAGE));
  const at = Math.min(page, pages);
  const shown = files
    .sort()
    .reverse()
    .slice((at - 1) * MAILS_A_PAGE, at * MAILS_A_PAGE);
  const mails = shown.map(async (file) => {
    const mail = JSON.parse(await readFile(join(folder, file), "utf8")) as Omit<WrittenMail, "file">;
    return { file, ...mail };
  });
  return { mails: await Promise.all(mails), page: at, pages };
}
