import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, notLike } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { change } from "~/features/core/history/change.server.ts";
import type { Database } from "~db/connection.ts";
import { accounts, invitations, networks, people } from "~db/schema/people.ts";
import { EVALUATION_DOMAIN } from "./evaluation.server.ts";
import { DAYS_TO_ACCEPT, type Invitation } from "./invitations.server.ts";
import { hashOf, newToken } from "./tokens.server.ts";

/** The invitation that a link names, as long as it is neither used nor too old. */
export function findInvitation(db: Pick<Database, "select">, token: string, now: Date): Invitation | undefined {
  return db
    .select()
    .from(invitations)
    .where(
      and(eq(invitations.tokenHash, hashOf(token)), isNull(invitations.acceptedAt), gt(invitations.expiresAt, now)),
    )
    .get();
}

export interface Newcomer {
  name: string;
  language: Language;
  /** Asked only where the invitation names none: of the first administrator. */
  email: string;
  /** Already hashed; null for somebody who signs in by mail alone. */
  passwordHash: string | null;
}

export type Accepted = { ok: true; personId: string } | { ok: false; problem: "link-spent" | "address-taken" };

/** Makes the invited person, once: person, password and event in one transaction. */
export function acceptInvitation(db: Database, at: Date, token: string, newcomer: Newcomer): Accepted {
  const personId = randomUUID();
  return change(db, { personId: null, at }, (tx, record): Accepted => {
    const invitation = findInvitation(tx, token, at);
    if (!invitation) return { ok: false, problem: "link-spent" };
    const { role, networkId, boards, email = null } = invitation;
    const address = email ?? newcomer.email;
    if (tx.select({ id: people.id }).from(people).where(eq(people.email, address)).get())
      return { ok: false, problem: "address-taken" };
    const { name, language, passwordHash } = newcomer;
    tx.insert(people)
      .values({
        id: personId,
        email: address,
        role,
        networkId,
        boards,
        name,
        language,
        // Verified by the mail that brought the link. (Unverified, a later sign-in link would delete the password.)
        emailVerified: true,
        createdAt: at,
        updatedAt: at,
      })
      .run();
    if (passwordHash) {
      tx.insert(accounts)
        .values({
          id: randomUUID(),
          accountId: personId,
          userId: personId,
          providerId: "credential",
          password: passwordHash,
          createdAt: at,
          updatedAt: at,
        })
        .run();
    }
    tx.update(invitations).set({ acceptedAt: at }).where(eq(invitations.id, invitation.id)).run();
    record({ kind: "person.joined", networkId, personId, before: null, after: { role, boards } });
    return { ok: true, personId };
  });
}

/**
 * The one-time invitation that makes the first administrator of a new installation: given anew at each start until somebody
 * has used it, the one before it then works no more. Null as soon as there is anybody, and where there is no network yet.
 */
export function firstAdministratorToken(db: Database, at: Date): string | null {
  return change(db, { personId: null, at }, (tx) => {
    // The accounts for trying that were closed are nobody's.
    const anybody = tx
      .select({ id: people.id })
      .from(people)
      .where(notLike(people.email, `%@${EVALUATION_DOMAIN}`))
      .limit(1)
      .get();
    const root = tx.select({ id: networks.id }).from(networks).where(eq(networks.kind, "international")).get();
    if (anybody || !root) return null;
    tx.delete(invitations).where(isNull(invitations.invitedById)).run();
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(+at + DAYS_TO_ACCEPT * 86_400_000);
    tx.insert(invitations)
      .values({ tokenHash, role: "admin", networkId: root.id, language: "en", createdAt: at, expiresAt })
      .run();
    return token;
  });
}
