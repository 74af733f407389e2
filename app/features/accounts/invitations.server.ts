import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type By, change } from "~/features/history/change.server.ts";
import { mayInvite, type Viewer } from "~/features/policy.ts";
import { Refusal } from "~/features/refusal.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Board, Language, Role } from "~/words.ts";
import type { Database } from "~db/connection.ts";
import { accounts, invitations, networks, people } from "~db/schema.ts";

const DAYS = 7;
const DAY_MS = 86_400_000;

export interface NewInvitation {
  email: string;
  role: Role;
  networkId: number;
  boards: Board[];
  language: Language;
}

export type Invited =
  | { ok: true; id: number; token: string; until: Date }
  | { ok: false; problems: Record<string, ProblemCode> };

/**
 * Notes an invitation and gives its token, which is stored only as a hash: it is in the mail and nowhere else.
 *
 * @throws Refusal 403 when the viewer may not invite into that network, or not in that role
 */
export function invite(db: Database, by: By, viewer: Viewer, input: NewInvitation): Invited {
  return change(db, by, (tx, record): Invited => {
    if (!mayInvite(viewer, input))
      throw new Refusal(403, `${viewer.role} may not invite ${input.role} into ${input.networkId}`);
    if (input.role === "coordinator" && input.boards.length === 0)
      return { ok: false, problems: { boards: "boards-missing" } };
    const taken = tx.select({ id: people.id }).from(people).where(eq(people.email, input.email)).get();
    const waiting = tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.email, input.email), isNull(invitations.acceptedAt), gt(invitations.expiresAt, by.at)))
      .get();
    if (taken || waiting) return { ok: false, problems: { email: "address-taken" } };
    const { token, tokenHash } = newToken();
    const until = new Date(+by.at + DAYS * DAY_MS);
    const boards = input.role === "coordinator" ? input.boards : [];
    const { id } = tx
      .insert(invitations)
      .values({ ...input, boards, tokenHash, invitedById: viewer.id, createdAt: by.at, expiresAt: until })
      .returning({ id: invitations.id })
      .get();
    record({ kind: "person.invited", networkId: input.networkId, before: null, after: { role: input.role, boards } });
    return { ok: true, id, token, until };
  });
}

/** A new token for an invitation that waits: the link in the older mail works no more. */
export function renewInvitation(
  db: Database,
  by: By,
  viewer: Viewer,
  id: number,
): { token: string; until: Date; invitation: Invitation } {
  return change(db, by, (tx) => {
    const invitation = waitingOne(tx, viewer, id);
    const { token, tokenHash } = newToken();
    const until = new Date(+by.at + DAYS * DAY_MS);
    tx.update(invitations).set({ tokenHash, expiresAt: until }).where(eq(invitations.id, id)).run();
    return { token, until, invitation };
  });
}

/** Takes an invitation back: its link works no more. */
export function withdrawInvitation(db: Database, by: By, viewer: Viewer, id: number): void {
  change(db, by, (tx) => {
    waitingOne(tx, viewer, id);
    tx.update(invitations).set({ expiresAt: by.at }).where(eq(invitations.id, id)).run();
  });
}

export type Invitation = typeof invitations.$inferSelect;

type Reader = Pick<Database, "select">;

function waitingOne(tx: Reader, viewer: Viewer, id: number): Invitation {
  const invitation = tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .get();
  if (!invitation) throw new Refusal(404, `There is no waiting invitation ${id}.`);
  if (!mayInvite(viewer, invitation)) throw new Refusal(403, `${viewer.role} may not change invitation ${id}`);
  return invitation;
}

/** The invitation that a link names, as long as it is neither used nor too old. */
export function findInvitation(db: Reader, token: string, now: Date): Invitation | undefined {
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
    const email = invitation.email ?? newcomer.email;
    if (tx.select({ id: people.id }).from(people).where(eq(people.email, email)).get())
      return { ok: false, problem: "address-taken" };
    const { role, networkId, boards } = invitation;
    tx.insert(people)
      .values({
        ...{ id: personId, email, role, networkId, boards, name: newcomer.name, language: newcomer.language },
        // Verified by the mail that brought the link. (Unverified, a later sign-in link would delete the password.)
        emailVerified: true,
        createdAt: at,
        updatedAt: at,
      })
      .run();
    if (newcomer.passwordHash) {
      tx.insert(accounts)
        .values({
          ...{ id: randomUUID(), accountId: personId, userId: personId, providerId: "credential" },
          password: newcomer.passwordHash,
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
 * The one-time link that makes the first administrator of a new installation: given anew at each start until somebody has
 * used it. Null as soon as there is anybody, and where there is no network yet to administer.
 */
export function firstAdministratorToken(db: Database, at: Date): string | null {
  return db.transaction((tx) => {
    const anybody = tx.select({ id: people.id }).from(people).limit(1).get();
    const root = tx.select({ id: networks.id }).from(networks).where(eq(networks.kind, "international")).get();
    if (anybody || !root) return null;
    tx.delete(invitations).where(sql`${invitations.invitedById} is null`).run();
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(+at + DAYS * DAY_MS);
    tx.insert(invitations)
      .values({ tokenHash, role: "admin", networkId: root.id, language: "en", createdAt: at, expiresAt })
      .run();
    return token;
  });
}

function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
