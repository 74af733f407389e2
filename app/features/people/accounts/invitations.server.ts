import { and, eq, isNull, lte } from "drizzle-orm";
import type { Board, Language, Role } from "~/domain.ts";
import { type By, change, type Transaction } from "~/features/core/history/change.server.ts";
import { MailNotSent } from "~/features/core/mail/transport.server.ts";
import { mayInvite, type Viewer } from "~/features/core/policy.ts";
import { Refusal } from "~/features/core/refusal.ts";
import { log } from "~/log.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Database } from "~db/connection.ts";
import { invitations, networks, people } from "~db/schema/people.ts";
import { sendInvitation } from "./account-mails.server.ts";
import { findPerson } from "./queries.server.ts";
import { newToken } from "./tokens.server.ts";

export const DAYS_TO_ACCEPT = 7;

export interface NewInvitation {
  email: string;
  role: Role;
  networkId: number;
  boards: Board[];
  language: Language;
}

export type Invitation = typeof invitations.$inferSelect;

/** `unsure`: the line broke after the mail was handed over, so that it may have arrived. */
export type Invited = { ok: true; id: number; unsure?: boolean } | { ok: false; problems: Record<string, ProblemCode> };

/**
 * Invites somebody by mail. The token is in that mail and nowhere else: here is only its hash.
 *
 * The invitation is there before its mail, so that the link works whenever it arrives, and becomes history once the mail
 * is on its way. When the mail server does not take the mail, the invitation goes again and nothing has changed; when it may
 * have taken it, the invitation stays, so that the link works.
 *
 * @throws Refusal 403 when the viewer may not invite into that network, or not in that role
 */
export async function invite(db: Database, by: By, viewer: Viewer, input: NewInvitation): Promise<Invited> {
  const boards = input.role === "coordinator" ? input.boards : [];
  const { token, ...sealed } = newSeal(by.at);
  const noted = change(db, by, (tx): Invited => {
    if (!mayInvite(viewer, input))
      throw new Refusal(403, `${viewer.role} may not invite ${input.role} into ${input.networkId}`);
    const problems = whyNot(tx, by.at, input);
    if (problems) return { ok: false, problems };
    const invitation = { ...input, ...sealed, boards, invitedById: viewer.id, createdAt: by.at };
    const { id } = tx.insert(invitations).values(invitation).returning({ id: invitations.id }).get();
    return { ok: true, id };
  });
  if (!noted.ok) return noted;
  const outcome = await mailed(db, { ...input, token, until: sealed.expiresAt, inviter: viewer.name });
  if (outcome === "not-sent") {
    db.delete(invitations).where(eq(invitations.id, noted.id)).run();
    return { ok: false, problems: { form: "mail-failed" } };
  }
  const { role, networkId } = input;
  change(db, by, (_, record) =>
    record({ kind: "person.invited", networkId, before: null, after: { role, networkId, boards } }),
  );
  return { ...noted, unsure: outcome === "unsure" };
}

/**
 * Sends an invitation again, with a new link and a new week: the older link works no more, unless the mail fails.
 *
 * @throws Refusal 404 for one that is accepted or taken back, 403 when it is not the viewer's to send
 */
export async function resendInvitation(db: Database, by: By, viewer: Viewer, id: number): Promise<Invited> {
  const { token, ...sealed } = newSeal(by.at);
  const before = change(db, by, (tx) => {
    const invitation = openOne(tx, viewer, id);
    tx.update(invitations).set(sealed).where(eq(invitations.id, id)).run();
    return invitation;
  });
  const { tokenHash, expiresAt, invitedById } = before;
  const inviter = (invitedById && findPerson(db, invitedById)?.name) || viewer.name;
  const outcome = await mailed(db, { ...before, email: before.email ?? "", token, until: sealed.expiresAt, inviter });
  if (outcome !== "not-sent") {
    change(db, by, (_, record) => record({ kind: "person.invited-again", ...aboutInvitation(before) }));
    return { ok: true, id, unsure: outcome === "unsure" };
  }
  // Only where nobody has sent it once more meanwhile.
  const asWeLeftIt = and(eq(invitations.id, id), eq(invitations.tokenHash, sealed.tokenHash));
  db.update(invitations).set({ tokenHash, expiresAt }).where(asWeLeftIt).run();
  return { ok: false, problems: { form: "mail-failed" } };
}

/**
 * Takes an invitation back: its link works no more.
 *
 * @throws Refusal 404 for one that is accepted or taken back, 403 when it is not the viewer's to take back
 */
export function withdrawInvitation(db: Database, by: By, viewer: Viewer, id: number): void {
  change(db, by, (tx, record) => {
    const invitation = openOne(tx, viewer, id);
    tx.delete(invitations).where(eq(invitations.id, id)).run();
    const { networkId, before, after } = aboutInvitation(invitation);
    record({ kind: "person.uninvited", networkId, before: after, after: before });
  });
}

/** What keeps a fitting invitation from being made; one to the same address that is too old gives way to it. */
function whyNot(tx: Transaction, at: Date, input: NewInvitation): Record<string, ProblemCode> | null {
  const { email, role, networkId } = input;
  if (
    !tx
      .select({ id: networks.id })
      .from(networks)
      .where(and(eq(networks.id, networkId), isNull(networks.closedOn)))
      .get()
  )
    return { networkId: "not-a-choice" };
  if (role === "coordinator" && input.boards.length === 0) return { boards: "boards-missing" };
  const open = and(eq(invitations.email, email), isNull(invitations.acceptedAt));
  tx.delete(invitations)
    .where(and(open, lte(invitations.expiresAt, at)))
    .run();
  const here = tx.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
  const waiting = tx.select({ id: invitations.id }).from(invitations).where(open).get();
  return here || waiting ? { email: "address-taken" } : null;
}

function openOne(tx: Transaction, viewer: Viewer, id: number): Invitation {
  const open = and(eq(invitations.id, id), isNull(invitations.acceptedAt));
  const invitation = tx.select().from(invitations).where(open).get();
  if (!invitation?.email) throw new Refusal(404, `There is no open invitation ${id}.`);
  if (!mayInvite(viewer, invitation)) throw new Refusal(403, `${viewer.role} may not change invitation ${id}`);
  return invitation;
}

/** What history says of an invitation: never to which address it went. */
function aboutInvitation({ networkId, role, boards }: Invitation) {
  return { networkId, before: null, after: { role, networkId, boards } };
}

/** A new link's token and, for the table, its hash and its end. */
function newSeal(at: Date) {
  return { ...newToken(), expiresAt: new Date(+at + DAYS_TO_ACCEPT * 86_400_000) };
}

interface InvitationToSend extends Omit<NewInvitation, "boards"> {
  token: string;
  until: Date;
  inviter: string;
}

/** What became of the mail; where it was not sent for certain, the log says why. */
async function mailed(db: Database, invitation: InvitationToSend): Promise<"sent" | "unsure" | "not-sent"> {
  const { email: to, networkId, token, until, inviter, language, role } = invitation;
  const network = db.select({ names: networks.names }).from(networks).where(eq(networks.id, networkId)).get();
  if (!network) throw new Error(`There is no network ${networkId}.`);
  try {
    await sendInvitation({ to, network: network.names, token, until, inviter, language, role });
    return "sent";
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.error({ err: error }, "an invitation was not sent");
    return error.unsure ? "unsure" : "not-sent";
  }
}
