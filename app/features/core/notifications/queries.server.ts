import { and, count, desc, eq, inArray, isNull, max, type SQL, sql } from "drizzle-orm";
import type { Board, Language } from "~/domain.ts";
import { commentOfEvent } from "~/features/core/history/comment-of-event.server.ts";
import { networkNamed, networkNamesAtEvent, personNameAtEvent } from "~/features/core/history/names-then.server.ts";
import { isReadable } from "~/features/core/history/readable.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { titleIn } from "~/features/core/titles.server.ts";
import { type Database, prepared } from "~db/connection.ts";
import { actions, comments, decisions, events, notices, reviews, suggestions } from "~db/schema.ts";
import { storageTrouble } from "~db/storage-trouble.ts";
import type { Cause, EventKind } from "~db/stored/events.ts";
import type { NotificationReason } from "~db/stored/notifications.ts";
import {
  actionSubject,
  decisionSubject,
  type NotificationSubject,
  reviewSubject,
  suggestionSubject,
} from "./notice.ts";

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
  suggestion: { id: number; title: string; responseDue: Date } | null;
  action: { ref: string; board: Board; title: string } | null;
  decision: { id: number; text: string; dueOn: string | null; lookAgainOn: string | null } | null;
  /** The comment that it tells of, as it stands now. */
  comment: { text: string; withdrawnAt: Date | null } | null;
  /** The quarter that it is about. */
  quarter: string | null;
  /** What the committee decided in a review that is closed. */
  decided: string[];
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
  const { title } = titleIn(language);
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
      suggestion: { id: suggestions.id, title: suggestions.title, responseDue: suggestions.responseDue },
      ref: actions.ref,
      board: actions.board,
      title: sql<string | null>`case when ${actions.id} is not null then ${title} end`,
      decision: {
        id: decisions.id,
        text: decisions.text,
        dueOn: decisions.dueOn,
        lookAgainOn: decisions.lookAgainOn,
      },
      comment: { text: comments.text, withdrawnAt: comments.withdrawnAt },
      quarter: reviews.quarter,
      decided: sql<string>`case when ${events.kind} = 'review.closed' then (
        select json_group_array(text) from (select d.text from ${decisions} as d
        where d.review_id = ${events.reviewId} and d.state = 'adopted' order by d.id)) else '[]' end`,
    })
    .from(notices)
    .innerJoin(events, eq(events.id, notices.eventId))
    .leftJoin(actions, eq(actions.id, events.actionId))
    .leftJoin(suggestions, eq(suggestions.id, events.suggestionId))
    .leftJoin(decisions, eq(decisions.id, events.decisionId))
    .leftJoin(reviews, eq(reviews.id, events.reviewId))
    .leftJoin(comments, eq(comments.id, commentOfEvent))
    .where(and(where, isReadable(db)))
    .orderBy(desc(notices.id))
    .all()
    .map(({ ref, board, title: name, decided, network, ...row }) => ({
      ...row,
      network: network === null ? null : (JSON.parse(network) as Record<Language, string>),
      decided: JSON.parse(decided) as string[],
      subject: row.subject as NotificationSubject,
      action: ref && board ? { ref, board, title: name ?? "" } : null,
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

const PAGE_OF_A_SUBJECT =
  /^\/(?:suggestions\/(?<suggestion>\d+)|actions\/(?<ref>[A-Z]{3}-\d+)|decisions\/(?<decision>\d+)|reviews\/(?<quarter>\d{4}-Q[1-4]))$/;

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

function subjectAt(db: Database, path: string): NotificationSubject | null {
  const { suggestion, ref, decision, quarter } = PAGE_OF_A_SUBJECT.exec(path)?.groups ?? {};
  if (suggestion) return suggestionSubject(Number(suggestion));
  if (decision) return decisionSubject(Number(decision));
  const action = ref && db.select({ id: actions.id }).from(actions).where(eq(actions.ref, ref)).get();
  if (action) return actionSubject(action.id);
  const review = quarter && db.select({ id: reviews.id }).from(reviews).where(eq(reviews.quarter, quarter)).get();
  return review ? reviewSubject(review.id) : null;
}
