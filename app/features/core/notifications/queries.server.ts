import { and, count, desc, eq, inArray, isNull, max, type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain.ts";
import { type Details, detailsOf } from "~/features/core/details.server.ts";
import { commentOfEvent } from "~/features/core/history/comment-of-event.server.ts";
import { networkNamed, networkNamesAtEvent, personNameAtEvent } from "~/features/core/history/names-then.server.ts";
import { isReadable } from "~/features/core/history/readable.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { type Database, prepared } from "~db/connection.ts";
import { comments, events, notices } from "~db/schema/history.ts";
import { storageTrouble } from "~db/storage-trouble.ts";
import type { Cause, EventKind } from "~db/stored/events.ts";
import type { NotificationReason } from "~db/stored/notifications.ts";
import type { NotificationSubject } from "./notice.ts";
import { subjectAt } from "./subject-pages.server.ts";

/** A notice with all that its sentence names. */
export interface NoticeRow {
  id: number;
  subject: NotificationSubject;
  reason: NotificationReason;
  at: Date;
  readAt: Date | null;
  kind: EventKind;
  /** Null for what nobody did in person. */
  by: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  why: string | null;
  cause: Cause | null;
  network: Record<Language, string> | null;
  action: Details["action"] | null;
  suggestion: Details["suggestion"] | null;
  decision: Details["decision"] | null;
  review: Details["review"] | null;
  /** The comment that it tells of, as it stands now. */
  comment: { text: string; withdrawnAt: Date | null } | null;
}

/** How many notices a person has not read. 1 look-up. */
export const unreadCount = prepared((db) => {
  const query = db
    .select({ n: count() })
    .from(notices)
    .where(and(eq(notices.personId, sql.placeholder("personId")), isNull(notices.readAt)))
    .prepare();
  return (personId: string) => query.get({ personId })?.n ?? 0;
});

/** Notices with what they tell of, the newest first; none of an event that cannot be read. 2 statements. */
export function readNotices(db: Database, where: SQL | undefined, language: Language): NoticeRow[] {
  return db
    .select({
      id: notices.id,
      subject: notices.subject,
      reason: notices.reason,
      at: notices.at,
      readAt: notices.readAt,
      kind: events.kind,
      by: personNameAtEvent(events.actorId, events.id),
      before: events.before,
      after: events.after,
      why: events.why,
      cause: events.cause,
      network: networkNamesAtEvent(networkNamed, events.id),
      action: detailsOf("action", sql`${events}.action_id`, language),
      suggestion: detailsOf("suggestion", sql`${events}.suggestion_id`, language),
      decision: detailsOf("decision", sql`${events}.decision_id`, language),
      review: detailsOf("review", sql`${events}.review_id`, language),
      comment: { text: comments.text, withdrawnAt: comments.withdrawnAt },
    })
    .from(notices)
    .innerJoin(events, eq(events.id, notices.eventId))
    .leftJoin(comments, eq(comments.id, commentOfEvent))
    .where(and(where, isReadable(db)))
    .orderBy(desc(notices.id))
    .all()
    .map(({ network, ...row }) => ({
      ...row,
      network: network === null ? null : (JSON.parse(network) as Record<Language, string>),
      subject: row.subject as NotificationSubject,
    }));
}

export const SUBJECTS_A_PAGE = 15;
/** Of one subject, as many notices are shown; its own page has them all. */
export const NOTICES_A_SUBJECT = 8;

/** A page of what a person has been told, grouped by subject, the latest first. 3 statements. */
export function noticesOf(
  db: Database,
  viewer: Viewer,
  language: Language,
  filters: { unread: boolean; page: number },
) {
  const mine = and(eq(notices.personId, viewer.id), filters.unread ? isNull(notices.readAt) : undefined);
  const total =
    db
      .select({ n: sql<number>`count(distinct ${notices.subject})` })
      .from(notices)
      .where(mine)
      .get()?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / SUBJECTS_A_PAGE));
  const page = Math.min(filters.page, pages);
  const latest = max(notices.id);
  const subjects = db
    .select({ subject: notices.subject, n: count(), unread: sql<number>`sum(${notices.readAt} is null)` })
    .from(notices)
    .where(mine)
    .groupBy(notices.subject)
    .orderBy(desc(latest))
    .limit(SUBJECTS_A_PAGE)
    .offset((page - 1) * SUBJECTS_A_PAGE)
    .all();
  const names = subjects.map(({ subject }) => subject);
  const newest = sql`${notices.id} in (
    select id from (select id, row_number() over (partition by subject order by id desc) as place from ${notices} where ${and(mine, inArray(notices.subject, names))})
    where place <= ${NOTICES_A_SUBJECT})`;
  const rows = names.length > 0 ? readNotices(db, newest, language) : [];
  return {
    total,
    page,
    pages,
    groups: subjects.map(({ subject, n, unread }) => ({
      n,
      unread,
      rows: rows.filter((row) => row.subject === subject),
    })),
  };
}

/** Marks what a person was told of a subject as read; of everything without one. */
export function markRead(db: Database, personId: string, at: Date, subject?: NotificationSubject): void {
  const unread = and(eq(notices.personId, personId), isNull(notices.readAt));
  db.update(notices)
    .set({ readAt: at })
    .where(and(unread, subject ? eq(notices.subject, subject) : undefined))
    .run();
}

/**
 * What a person has not read, once they have come to a page: opening a suggestion, an action, a decision or a review reads
 * what they were told of it. 1 look-up where nothing is unread.
 */
export function unreadAt(db: Database, viewer: Viewer, path: string, at: Date): number {
  const unread = unreadCount(db, viewer.id);
  const subject = unread > 0 && subjectAt(db, path);
  if (!subject) return unread;
  try {
    markRead(db, viewer.id, at, subject);
  } catch (error) {
    // A page can be read while nothing can be written: what it tells of is marked at the next visit.
    if (!storageTrouble(error)) throw error;
    return unread;
  }
  return unreadCount(db, viewer.id);
}
