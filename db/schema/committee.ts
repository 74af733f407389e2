import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type {
  Assessment,
  DecisionRule,
  DecisionState,
  Language,
  LookOutcome,
  ReviewState,
  SeatPosition,
  Translated,
} from "~/domain.ts";
import type { AgendaItem } from "../stored/agenda.ts";
import type { PlanChange } from "../stored/plan-change.ts";
import { instant } from "./columns.ts";
import { networks, people, seatNumbers } from "./people.ts";
import { actions } from "./plan.ts";
import { suggestions } from "./suggestions.ts";

/** The committee's work on a quarter: live until it is closed, and then what `frozen_reviews` holds. */
export const reviews = sqliteTable("reviews", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  /** Written `2026-Q4`. */
  quarter: text("quarter").notNull().unique(),
  state: text("state").$type<ReviewState>().notNull(),
  /** When the committee meets; null while no date is set. */
  meetingAt: instant("meeting_at"),
  /** The time zone in which the meeting's hour was given, such as `Europe/Brussels`. */
  timeZone: text("time_zone").notNull(),
  /** The address of the video meeting; empty for none. */
  link: text("link").notNull(),
  agenda: text("agenda", { mode: "json" }).$type<AgendaItem[]>().notNull(),
  /** The agenda item that the meeting is at, its place counted from 0. */
  atItem: integer("at_item").notNull().default(0),
  /** How this review decides, and how many seats must take part in it: the settings when it was opened. */
  rule: text("rule").$type<DecisionRule>().notNull(),
  quorum: integer("quorum").notNull(),
  openedAt: instant("opened_at").notNull(),
  openedById: text("opened_by_id").references(() => people.id),
  closedAt: instant("closed_at"),
  closedById: text("closed_by_id").references(() => people.id),
  version: integer("version").notNull().default(1),
});

/** What a review showed when it was closed. Triggers refuse UPDATE and DELETE (drizzle/0007_reviews.sql). */
export const frozenReviews = sqliteTable("frozen_reviews", {
  reviewId: integer("review_id")
    .primaryKey()
    .references(() => reviews.id),
  /** The snapshot (app/features/committee/reviews/snapshot.ts) as JSON text, byte for byte what the sum was taken of. */
  snapshot: text("snapshot").notNull(),
  /** SHA-256 of the snapshot's UTF-8 bytes, in hexadecimal. */
  sha256: text("sha256").notNull(),
  at: instant("at").notNull(),
});

/** A correction of a closed review: stands dated beside the original. Triggers refuse UPDATE and DELETE. */
export const reviewAdditions = sqliteTable(
  "review_additions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    text: text("text").notNull(),
    language: text("language").$type<Language>().notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("review_additions_of_review").on(t.reviewId, t.id)],
);

/** How the committee finds an action in a review: one for each action, the newest word stands. */
export const assessments = sqliteTable(
  "assessments",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    assessment: text("assessment").$type<Assessment>().notNull(),
    /** Empty for none. */
    note: text("note").notNull(),
    language: text("language").$type<Language>().notNull(),
    byId: text("by_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("assessments_once").on(t.reviewId, t.actionId), index("assessments_of_action").on(t.actionId)],
);

/** With what view a continental network's seats come to a review, and what they report back to it afterwards. */
export const alignments = sqliteTable(
  "alignments",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    networkId: integer("network_id")
      .notNull()
      .references(() => networks.id),
    /** What went well, what worries, what the network asks of the committee: each may be empty. */
    progress: text("progress").notNull(),
    concerns: text("concerns").notNull(),
    asks: text("asks").notNull(),
    /** Empty until its representative has reported back. */
    report: text("report").notNull(),
    language: text("language").$type<Language>().notNull(),
    updatedById: text("updated_by_id")
      .notNull()
      .references(() => people.id),
    updatedAt: instant("updated_at").notNull(),
    reportedAt: instant("reported_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("alignments_once").on(t.reviewId, t.networkId)],
);

/** Which seats are at the meeting. */
export const presences = sqliteTable(
  "presences",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    seatId: integer("seat_id")
      .notNull()
      .references(() => seatNumbers.id),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("presences_once").on(t.reviewId, t.seatId)],
);

/** Which seats have signed off. */
export const signOffs = sqliteTable(
  "sign_offs",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    seatId: integer("seat_id")
      .notNull()
      .references(() => seatNumbers.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    /** SHA-256 of what was signed (`signedContent` in app/features/committee/reviews/figures.server.ts); null for signatures from before it was stored. */
    sha256: text("sha256"),
  },
  (t) => [uniqueIndex("sign_offs_once").on(t.reviewId, t.seatId)],
);

/** A decision of the committee: proposed in a review, and adopted under the review's rule. */
export const decisions = sqliteTable(
  "decisions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    state: text("state").$type<DecisionState>().notNull(),
    text: text("text").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** Who does it: a person, a network, or both; null for nobody yet. */
    doerId: text("doer_id").references(() => people.id),
    doerNetworkId: integer("doer_network_id").references(() => networks.id),
    /** Days, written `2026-11-24`. */
    dueOn: text("due_on"),
    lookAgainOn: text("look_again_on"),
    /** The earlier decision that this one looks at again. */
    revisitsId: integer("revisits_id").references((): AnySQLiteColumn => decisions.id),
    /** What its adoption changes in the plan; empty for nothing. */
    planChanges: text("plan_changes", { mode: "json" }).$type<PlanChange[]>().notNull(),
    proposedById: text("proposed_by_id")
      .notNull()
      .references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    /** When it was adopted, rejected or withdrawn. */
    decidedAt: instant("decided_at"),
    doneAt: instant("done_at"),
    /** When the committee looked at an adopted decision again and ended it. */
    endedAt: instant("ended_at"),
    /** When its doer was reminded that it falls due. */
    remindedAt: instant("reminded_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("decisions_of_review").on(t.reviewId, t.id),
    index("decisions_to_look_at_again").on(t.state, t.lookAgainOn),
    index("decisions_due").on(t.state, t.doneAt, t.dueOn),
    index("decisions_of_doer").on(t.doerId, t.doneAt),
  ],
);

/** What a decision concerns: an action or a suggestion, one of the two. */
export const decisionConcerns = sqliteTable(
  "decision_concerns",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    decisionId: integer("decision_id")
      .notNull()
      .references(() => decisions.id),
    actionId: integer("action_id").references(() => actions.id),
    suggestionId: integer("suggestion_id").references(() => suggestions.id),
  },
  (t) => [
    uniqueIndex("decision_concerns_once").on(t.decisionId, t.actionId, t.suggestionId),
    index("decision_concerns_action").on(t.actionId),
    index("decision_concerns_suggestion").on(t.suggestionId),
  ],
);

/** What a decision was when it was adopted, rejected or withdrawn: who sat and what they said, named as of then. */
export const decisionRecords = sqliteTable("decision_records", {
  decisionId: integer("decision_id")
    .primaryKey()
    .references(() => decisions.id),
  /** The record (app/features/committee/decisions/record.ts) as JSON text. */
  record: text("record").notNull(),
  at: instant("at").notNull(),
});

/** What came of looking at an adopted decision again in a review. */
export const decisionLooks = sqliteTable(
  "decision_looks",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    decisionId: integer("decision_id")
      .notNull()
      .references(() => decisions.id),
    reviewId: integer("review_id")
      .notNull()
      .references(() => reviews.id),
    outcome: text("outcome").$type<LookOutcome>().notNull(),
    reason: text("reason").notNull(),
    language: text("language").$type<Language>().notNull(),
    /** The decision that changed it; null for one that was kept or ended. */
    byDecisionId: integer("by_decision_id").references(() => decisions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("decision_looks_of_review").on(t.reviewId, t.id), index("decision_looks_of_decision").on(t.decisionId)],
);

/** What each seat says to a decision. */
export const seatPositions = sqliteTable(
  "seat_positions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    decisionId: integer("decision_id")
      .notNull()
      .references(() => decisions.id),
    seatId: integer("seat_id")
      .notNull()
      .references(() => seatNumbers.id),
    position: text("position").$type<SeatPosition>().notNull(),
    /** The reason of an objection or a recusal; empty otherwise. */
    reason: text("reason").notNull(),
    language: text("language").$type<Language>().notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("seat_positions_once").on(t.decisionId, t.seatId)],
);

/** The prose of a year's report, section by section, as a coordinator wrote it. */
export const reportSections = sqliteTable(
  "report_sections",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    year: integer("year").notNull(),
    /** One of `REPORT_SECTIONS` (features/reports). */
    section: text("section").notNull(),
    prose: text("prose", { mode: "json" }).$type<Translated>().notNull(),
    updatedById: text("updated_by_id")
      .notNull()
      .references(() => people.id),
    updatedAt: instant("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("report_sections_once").on(t.year, t.section)],
);
