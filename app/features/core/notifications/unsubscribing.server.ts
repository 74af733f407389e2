import { createHmac, timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { config } from "~/config.server.ts";
import type { MailFrequency } from "~/domain.ts";
import type { Database } from "~db/connection.ts";
import { people } from "~db/schema/people.ts";

/*
 * The link in each mail with which its reader stops them, without signing in (RFC 8058). It names the person and proves
 * itself by a signature: nothing is stored, and nobody can stop another's mail.
 */

const signature = (personId: string) =>
  createHmac("sha256", config().secret).update(`unsubscribe:${personId}`).digest("base64url");

export function unsubscribeToken(personId: string): string {
  return `${Buffer.from(personId).toString("base64url")}.${signature(personId)}`;
}

/** Whose mail a link stops; null for a link that is not ours. */
export function personOfToken(token: string): string | null {
  const [name = "", signed = ""] = token.split(".");
  const personId = Buffer.from(name, "base64url").toString();
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(personId))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId : null;
}

/** How often a person is written to. A reader's own choice, like their language: no part of history. */
export function setMailFrequency(db: Database, personId: string, mailFrequency: MailFrequency): void {
  db.update(people).set({ mailFrequency }).where(eq(people.id, personId)).run();
}

export function mailFrequencyOf(db: Database, personId: string): MailFrequency | undefined {
  return db.select({ mailFrequency: people.mailFrequency }).from(people).where(eq(people.id, personId)).get()
    ?.mailFrequency;
}
