import { sql } from "drizzle-orm";
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Board, Language } from "~/domain.ts";
import type { StoredEvent } from "../stored/events.ts";
import type { MailState, NotificationReason } from "../stored/notifications.ts";
import { instant } from "./columns.ts";
import { alignments, decisions, reviews } from "./committee.ts";
import { networks, people } from "./people.ts";
import { actions } from "./plan.ts";
import { suggestions } from "./suggestions.ts";
import { entries } from "./tools.ts";

/** What people say about a suggestion, an action or a continental network's view of a quarter: one of the three. */
export const comments = sqliteTable(
  "comments",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    suggestionId: integer("suggestion_id").references(() => suggestions.id),
    actionId: integer("action_id").references(() => actions.id),
    alignmentId: integer("alignment_id").references(() => alignments.id),
    /** The comment to which it replies: one of the same thing that is no reply itself. */
    replyToId: integer("reply_to_id").references((): AnySQLiteColumn => comments.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    text: text("text").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** The coordinator's question to the author. */
    isQuestion: integer("is_question", { mode: "boolean" }).notNull(),
    at: instant("at").notNull(),
    /** Grows with each edit, so that an edit of an older text is noticed. */
    version: integer("version").notNull().default(1),
    editedAt: instant("edited_at"),
    /** When its author withdrew it; its text is empty from then on. */
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("comments_on_suggestion").on(t.suggestionId, t.id),
    index("comments_on_action").on(t.actionId, t.id),
    index("comments_on_alignment").on(t.alignmentId, t.id),
    index("comments_replying").on(t.replyToId),
  ],
);

/** What somebody wants to hear of: one suggestion, one action or one board. */
export const follows = sqliteTable(
  "follows",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** What is followed: `suggestion:12`, `action:7` or `board:lobbying`. */
    subject: text("subject").notNull(),
  },
  (t) => [uniqueIndex("follows_once").on(t.subject, t.personId), index("follows_of_person").on(t.personId)],
);

/** That somebody is told of an event. Written with the event, in its transaction. */
export const notices = sqliteTable(
  "notices",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    eventId: integer("event_id")
      .notNull()
      .references(() => events.id),
    /** What it is about, written as in `follows`, and also `decision:3` or `review:4`: notices are grouped by it. */
    subject: text("subject").notNull(),
    reason: text("reason").$type<NotificationReason>().notNull(),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
    /** The mail that tells of it; null while none does. */
    mailId: integer("mail_id").references(() => mails.id),
  },
  (t) => [
    index("notices_of_person").on(t.personId, t.readAt, t.id),
    index("notices_unmailed").on(t.mailId, t.readAt, t.personId),
    index("notices_of_event").on(t.eventId),
  ],
);

/** The outbox: a mail is written here first, and handed to the mail server after the commit. */
export const mails = sqliteTable(
  "mails",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    state: text("state").$type<MailState>().notNull(),
    createdAt: instant("created_at").notNull(),
    tries: integer("tries").notNull().default(0),
    nextTryAt: instant("next_try_at").notNull(),
    sentAt: instant("sent_at"),
    lastError: text("last_error"),
  },
  (t) => [index("mails_to_send").on(t.state, t.nextTryAt), index("mails_to_person").on(t.personId)],
);

/** Append-only: triggers refuse UPDATE and DELETE (drizzle/0001_history_and_search.sql). */
export const events = sqliteTable(
  "events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    /** Nobody for what the seed or the system recorded. */
    actorId: text("actor_id").references(() => people.id),
    kind: text("kind").$type<StoredEvent["kind"]>().notNull(),
    board: text("board").$type<Board>(),
    actionId: integer("action_id").references(() => actions.id),
    networkId: integer("network_id").references(() => networks.id),
    personId: text("person_id").references(() => people.id),
    suggestionId: integer("suggestion_id").references((): AnySQLiteColumn => suggestions.id),
    reviewId: integer("review_id").references(() => reviews.id),
    decisionId: integer("decision_id").references(() => decisions.id),
    entryId: integer("entry_id").references(() => entries.id),
    before: text("before", { mode: "json" }).$type<Record<string, unknown>>(),
    after: text("after", { mode: "json" }).$type<Record<string, unknown>>(),
    why: text("why"),
    /** What brought this event about: an earlier event that it takes back, the suggestion that was accepted, the committee's decision. */
    cause: text("cause", { mode: "json" }).$type<StoredEvent["cause"]>(),
  },
  (t) => [
    index("events_of_board").on(t.board, t.id),
    index("events_of_action").on(t.actionId, t.id),
    index("events_of_network").on(t.networkId, t.id),
    index("events_of_actor").on(t.actorId, t.id),
    index("events_of_suggestion").on(t.suggestionId, t.id),
    index("events_of_review").on(t.reviewId, t.id),
    index("events_of_decision").on(t.decisionId, t.id),
    index("events_of_entry").on(t.entryId, t.id),
    index("events_at").on(t.at),
    index("events_renaming_networks").on(t.networkId, t.id).where(sql`kind = 'network.edited'`),
    index("events_renaming_people").on(t.personId, t.id).where(sql`kind = 'person.edited'`),
    // The events of one common change, by which all of it is taken back.
    index("events_of_batch").on(sql`${t.cause} ->> '$.bulkEdit'`).where(sql`${t.cause} ->> '$.bulkEdit' is not null`),
  ],
);
