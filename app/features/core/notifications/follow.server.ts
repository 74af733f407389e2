import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { type Database, prepared } from "~db/connection.ts";
import { follows } from "~db/schema/history.ts";
import type { NotificationSubject } from "./notice.ts";

/* Following is a reader's own choice, like their language: it is no part of the plan's history. */

export function follow(db: Database | Transaction, personId: string, subject: NotificationSubject): void {
  db.insert(follows).values({ personId, subject }).onConflictDoNothing().run();
}

export function unfollow(db: Database, personId: string, subject: NotificationSubject): void {
  db.delete(follows).where(one(personId, subject)).run();
}

/** 1 statement. */
export const isFollowing = prepared((db) => {
  const theirs = and(eq(follows.personId, sql.placeholder("person")), eq(follows.subject, sql.placeholder("subject")));
  const query = db.select({ id: follows.id }).from(follows).where(theirs).prepare();
  return (viewer: Viewer, subject: NotificationSubject): boolean =>
    query.get({ person: viewer.id, subject }) !== undefined;
});

/** The form of following (`intent=follow`) and of stopping (`intent=unfollow`); false when the form is another one. */
export function followByForm(db: Database, viewer: Viewer, form: FormData, subject: NotificationSubject): boolean {
  const intent = form.get("intent");
  if (intent === "follow") {
    limit("follow", viewer);
    follow(db, viewer.id, subject);
  } else if (intent === "unfollow") unfollow(db, viewer.id, subject);
  else return false;
  return true;
}

const one = (personId: string, subject: NotificationSubject) =>
  and(eq(follows.personId, personId), eq(follows.subject, subject));
