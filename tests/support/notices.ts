import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { asc, eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { isOneOf, type Language, type MailFrequency, type Stage } from "~/domain.ts";
import { follow } from "~/features/core/notifications/follow.server.ts";
import { NOTIFIED_KINDS, suggestionSubject } from "~/features/core/notifications/notice.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { support } from "~/features/suggestions/support.server.ts";
import { comment } from "~/features/suggestions/talk.server.ts";
import type { Database } from "~db/connection.ts";
import { events, mails, notices, people } from "~db/schema.ts";
import { seededDatabase, TODAY } from "./database.ts";
import { actionOf, by, newAction, suggest } from "./suggestions.ts";
import { someone } from "./viewers.ts";

/** So many minutes after `TODAY`, which is a Tuesday at noon. */
export const minute = (minutes: number) => new Date(+TODAY + minutes * 60_000);

/** A suggestion on lobbying with its author, somebody with a voice in it and somebody who follows it: so far told nothing. */
export function watchedSuggestion() {
  const db = seededDatabase();
  const coordinator = someone(db, "coordinator", "asia", ["lobbying"]);
  const author = someone(db, "member", "nepal");
  const supporter = someone(db, "member", "india");
  const follower = someone(db, "observer", "insp-r");
  const id = suggest(db, author, newAction("Health cover for home workers"));
  giveVoice(db, supporter, id);
  follow(db, follower.id, suggestionSubject(id));
  db.delete(notices).run();
  return { db, coordinator, author, supporter, follower, id };
}

export function giveVoice(db: Database, viewer: Viewer, id: number, at = TODAY): void {
  support(db, by(viewer, at), viewer, allNetworks(db), id);
}

export function say(db: Database, viewer: Viewer, suggestionId: number, text: string, at = TODAY): void {
  comment(db, by(viewer, at), viewer, { suggestionId, text, language: "en" });
}

/** Moves an action and returns the event. */
export function move(db: Database, viewer: Viewer, ref: string, stage: Stage, at = TODAY): number {
  const moved = moveAction(db, by(viewer, at), viewer, { ref, stage, version: actionOf(db, ref).version });
  if (moved.status !== "moved") throw new Error(moved.status);
  return moved.event;
}

/** What somebody has been told and why, oldest first. */
export function toldTo(db: Database, { id }: { id: string }): string[] {
  return db
    .select({ kind: events.kind, reason: notices.reason })
    .from(notices)
    .innerJoin(events, eq(events.id, notices.eventId))
    .where(eq(notices.personId, id))
    .orderBy(asc(notices.id))
    .all()
    .map(({ kind, reason }) => {
      if (!isOneOf(NOTIFIED_KINDS, kind)) throw new Error(`No area has a sentence for ${kind}.`);
      return `${kind} as ${reason}`;
    });
}

export function prefer(
  db: Database,
  { id }: Viewer,
  wishes: { language?: Language; mailFrequency?: MailFrequency },
): void {
  db.update(people).set(wishes).where(eq(people.id, id)).run();
}

export function suspend(db: Database, { id }: Viewer): void {
  db.update(people).set({ suspendedAt: TODAY }).where(eq(people.id, id)).run();
}

export const outboxOf = (db: Database) => db.select().from(mails).orderBy(asc(mails.id)).all();

/** What a mail server does to a mail: answers with an error's code, or cuts the line before or after the text has gone. */
export type Trouble = 451 | 550 | "cut-before-text" | "cut-after-text";

/** A real mail server that takes no mail. Keeps the Message-ID of each text that it got, and how often a mail was begun. */
export async function startTroubledServer(trouble: Trouble) {
  const sockets = new Set<Socket>();
  const seen = { begun: 0, ids: [] as (string | undefined)[] };
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const refusal = () => Object.assign(new Error("Not now."), { responseCode: Number(trouble) });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom(_address, _session, done) {
      seen.begun++;
      if (trouble === "cut-before-text") cut();
      else done();
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(({ messageId }) => {
        seen.ids.push(messageId);
        if (trouble === "cut-after-text") cut();
        else done(refusal());
      }, done);
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, seen, stop };
}
