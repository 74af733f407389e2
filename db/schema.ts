import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type {
  ActionKind,
  Adoption,
  Assessment,
  Board,
  Decision,
  DecisionRule,
  DecisionState,
  Health,
  Language,
  Level,
  LookOutcome,
  Mailing,
  MilestoneState,
  NetworkKind,
  Principle,
  Priority,
  RegisterName,
  ReviewState,
  Role,
  SeatCapacity,
  Stage,
  Stand,
  SuggestionKind,
  SuggestionState,
  Translated,
  Voice,
} from "~/domain.ts";
import type { ActionOrigin } from "./stored/action-fields.ts";
import type { AgendaItem } from "./stored/agenda.ts";
import type { StoredEvent } from "./stored/events.ts";
import type { Because, MailState } from "./stored/notifications.ts";
import type { PlanChange } from "./stored/plan-change.ts";
import type { Proposal, TypedDraft } from "./stored/suggestions.ts";

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

// ── The network ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A node of the tree international → continental → national → member organisation. */
export const networks = sqliteTable(
  "networks",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    slug: text("slug").notNull().unique(),
    kind: text("kind").$type<NetworkKind>().notNull(),
    parentId: integer("parent_id").references((): AnySQLiteColumn => networks.id),
    names: text("names", { mode: "json" }).$type<Record<Language, string>>().notNull(),
    /** ISO 3166 alpha-2 in lower case, for a national network and its organisations. */
    country: text("country"),
    /** What the wordmark adds for this continent, as the graphic charter writes it ("Afrique"). */
    variation: text("variation"),
    since: integer("since"),
    version: integer("version").notNull().default(1),
    /** The day on which it ended, `2026-11-24`; null while it works. A closed network stays where it was named. */
    closedOn: text("closed_on"),
    /** Why it ended; null or empty where nobody said. */
    closedWhy: text("closed_why"),
    /** Set when it was entered by mistake and taken away: shown nowhere, but history still names it. */
    removedAt: instant("removed_at"),
  },
  (t) => [index("networks_by_parent").on(t.parentId)],
);

/**
 * Every seat that the committee ever had, by its number. What a seat said stays after the seat is gone, and names it by this;
 * `seats` holds those that there are.
 */
export const seatNumbers = sqliteTable("seat_numbers", { id: integer("id").primaryKey({ autoIncrement: true }) });

/** The steering committee as published: a seat is held by a named person and may be tied to an account. */
export const seats = sqliteTable("seats", {
  id: integer("id")
    .primaryKey({ autoIncrement: true })
    .references(() => seatNumbers.id),
  networkId: integer("network_id")
    .notNull()
    .references(() => networks.id),
  holder: text("holder").notNull(),
  capacity: text("capacity").$type<SeatCapacity>().notNull(),
  personId: text("person_id").references(() => people.id),
});

/** Facts and choices of the whole installation: one JSON value a name. */
export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value", { mode: "json" }).notNull(),
});

// ── The plan ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The last number given on each board, so that a reference is never given twice. */
export const boards = sqliteTable("boards", {
  board: text("board").$type<Board>().primaryKey(),
  lastNumber: integer("last_number").notNull().default(0),
});

export const actions = sqliteTable(
  "actions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    ref: text("ref").notNull().unique(),
    board: text("board").$type<Board>().notNull(),
    stage: text("stage").$type<Stage>().notNull(),
    /** A fractional index: compares as plain bytes within one board and stage. */
    rank: text("rank").notNull(),
    priority: text("priority").$type<Priority>().notNull(),
    level: text("level").$type<Level>().notNull(),
    leadId: integer("lead_id")
      .notNull()
      .references(() => networks.id),
    partners: text("partners", { mode: "json" }).$type<string[]>().notNull(),
    principles: text("principles", { mode: "json" }).$type<Principle[]>().notNull(),
    /** Quarters are written `2026-Q4`, which also sorts as text. */
    startQuarter: text("start_quarter"),
    dueQuarter: text("due_quarter"),
    sourceLanguage: text("source_language").$type<Language>().notNull(),
    /** Null while nobody has said what it is. */
    actionKind: text("kind").$type<ActionKind>(),
    /** Free tags, in alphabetical order, each spelt as in the rest of the plan. */
    labels: text("labels", { mode: "json" }).$type<string[]>().notNull().default([]),
    /** The person who is responsible; null for nobody. Accounts that have left stay. */
    responsibleId: text("responsible_id").references(() => people.id),
    /** The mean of its key results in whole percent, written by `measure` (key-results) alone; null while none is measured. */
    measured: integer("measured"),
    /** The result that came with `done`, or the reason for `on hold` and `dropped`. */
    outcome: text("outcome", { mode: "json" }).$type<Translated>(),
    origin: text("origin").$type<ActionOrigin>().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("actions_in_column").on(t.board, t.stage, t.rank),
    // Holds all that a board's counts need, so that counting never reads the rows themselves.
    index("actions_counted").on(t.board, t.stage, t.dueQuarter, t.measured),
    index("actions_by_lead").on(t.leadId),
    index("actions_by_due").on(t.dueQuarter),
    index("actions_by_responsible").on(t.responsibleId),
  ],
);

/** What an action says, one row a language in which it has been written. */
export const actionTexts = sqliteTable(
  "action_texts",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id, { onDelete: "cascade" }),
    language: text("language").$type<Language>().notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    expectedResult: text("expected_result").notNull(),
  },
  (t) => [uniqueIndex("action_texts_by_language").on(t.actionId, t.language)],
);

/** A subsidiarity link: an action strengthens a network, which may answer with an action of its own. */
export const subsidiarityLinks = sqliteTable(
  "subsidiarity_links",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    /** A national or a continental network. */
    networkId: integer("network_id")
      .notNull()
      .references(() => networks.id),
    /** The network's own action: strengthened from the beginning, or created or named with the answer. */
    ownActionId: integer("own_action_id").references(() => actions.id),
    /** How the action strengthens it. */
    how: text("how", { mode: "json" }).$type<Translated>().notNull(),
    /** Null while the network owes its answer. */
    answer: text("answer").$type<Adoption>(),
    /** A note to the answer; the reason where it is declined. */
    note: text("note", { mode: "json" }).$type<Translated>(),
    answeredById: text("answered_by_id").references(() => people.id),
    answeredAt: instant("answered_at"),
    createdAt: instant("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("subsidiarity_links_once").on(t.actionId, t.networkId),
    index("subsidiarity_links_to_network").on(t.networkId, t.answer),
    index("subsidiarity_links_to_action").on(t.ownActionId),
  ],
);

/** A measure of what an action is to bring about. */
export const keyResults = sqliteTable(
  "key_results",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    /** What is measured. */
    name: text("name", { mode: "json" }).$type<Translated>().notNull(),
    /** Such as `networks` or `%`, as typed. */
    unit: text("unit").notNull(),
    start: real("start").notNull(),
    target: real("target").notNull(),
    /** The value of the newest check-in that gave one; null while there is none. */
    latest: real("latest"),
    dueQuarter: text("due_quarter"),
    createdAt: instant("created_at").notNull(),
    /** Set when it is no longer followed: its check-ins stay. */
    retiredAt: instant("retired_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("key_results_of_action").on(t.actionId, t.id)],
);

/** Never edited, only followed by another. */
export const checkIns = sqliteTable(
  "check_ins",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    /** Null for one about the action as a whole. */
    keyResultId: integer("key_result_id").references(() => keyResults.id),
    value: real("value"),
    health: text("health").$type<Health>().notNull(),
    happened: text("happened").notNull(),
    /** A web address; empty for none. */
    evidence: text("evidence").notNull(),
    /** What stands in the way; empty for nothing. */
    obstacles: text("obstacles").notNull(),
    language: text("language").$type<Language>().notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [index("check_ins_of_action").on(t.actionId, t.id), index("check_ins_of_key_result").on(t.keyResultId, t.id)],
);

/** An action waits for another: across boards, and never in a circle. */
export const dependencies = sqliteTable(
  "dependencies",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    /** The one that waits. */
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    /** The one that it waits for. */
    onId: integer("on_id")
      .notNull()
      .references(() => actions.id),
    why: text("why").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("dependencies_once").on(t.actionId, t.onId), index("dependencies_on").on(t.onId)],
);

/** A day on the way of an action, shown on the timeline. */
export const milestones = sqliteTable(
  "milestones",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    name: text("name", { mode: "json" }).$type<Translated>().notNull(),
    /** A day, written `2026-11-24`. */
    day: text("day").notNull(),
    state: text("state").$type<MilestoneState>().notNull(),
    createdAt: instant("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("milestones_of_action").on(t.actionId, t.day), index("milestones_by_day").on(t.state, t.day)],
);

/** Evidence and documents of an action: a link, or a file in the folder of files. */
export const documents = sqliteTable(
  "documents",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
    title: text("title").notNull(),
    /** In which language it is written; null for pictures and what has none. */
    language: text("language").$type<Language>(),
    /** Where it comes from: an organisation, a meeting; empty for unknown. */
    source: text("source").notNull(),
    /** A web address; null for a file. */
    url: text("url"),
    /** The name under which a file is downloaded; null for a link. */
    fileName: text("file_name"),
    /** The type that its content shows, whatever it was called. */
    mediaType: text("media_type"),
    bytes: integer("bytes"),
    /** SHA-256 of its content, in hexadecimal: its name in the folder of files. */
    sha256: text("sha256"),
    addedById: text("added_by_id")
      .notNull()
      .references(() => people.id),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("documents_of_action").on(t.actionId, t.id)],
);

/** A board's view kept by name: for oneself, or for all. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    ownerId: text("owner_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    board: text("board").$type<Board>().notNull(),
    /** A board's query string, without what is of the moment. */
    query: text("query").notNull(),
    forAll: integer("for_all", { mode: "boolean" }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("saved_views_of_board").on(t.board, t.forAll), index("saved_views_of_owner").on(t.ownerId)],
);

// ── Suggestions ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Where several suggestions were said: a facilitator enters them in one sitting. */
export const workshops = sqliteTable("workshops", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  facilitatorId: text("facilitator_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  occasion: text("occasion").notNull(),
  place: text("place").notNull(),
  /** A day, written `2026-11-24`. */
  heldOn: text("held_on").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** What somebody is still writing, as typed: seen by nobody else, gone once it is submitted. */
export const drafts = sqliteTable(
  "drafts",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    workshopId: integer("workshop_id").references(() => workshops.id, { onDelete: "cascade" }),
    typed: text("typed", { mode: "json" }).$type<TypedDraft>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("drafts_of_author").on(t.authorId, t.updatedAt), index("drafts_of_workshop").on(t.workshopId)],
);

export const suggestions = sqliteTable(
  "suggestions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    kind: text("kind").$type<SuggestionKind>().notNull(),
    state: text("state").$type<SuggestionState>().notNull(),
    board: text("board").$type<Board>().notNull(),
    /** The action that is amended or remarked upon. */
    actionId: integer("action_id").references(() => actions.id),
    /** The version of it that the author had before them: what an amendment differs from. */
    baseVersion: integer("base_version"),
    /** The action that came of it, or that it changed. */
    resultId: integer("result_id").references(() => actions.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    workshopId: integer("workshop_id").references(() => workshops.id),
    /** The national or continental network for which it speaks. */
    originId: integer("origin_id")
      .notNull()
      .references(() => networks.id),
    voice: text("voice").$type<Voice>().notNull(),
    mandateById: integer("mandate_by_id").references(() => networks.id),
    /** A day, written `2026-11-24`. */
    mandateOn: text("mandate_on"),
    mandateOccasion: text("mandate_occasion"),
    language: text("language").$type<Language>().notNull(),
    title: text("title").notNull(),
    /** Why, or the remark itself. */
    why: text("why").notNull(),
    /** The fields of the new action, or those that the amendment would change. */
    proposal: text("proposal", { mode: "json" }).$type<Proposal>().notNull(),
    /** All its words, for the search alone. */
    words: text("words").notNull(),
    /** How often it has been reworded since it was taken up, counted from 1: older wordings stay readable. */
    wording: integer("wording").notNull().default(1),
    submittedAt: instant("submitted_at").notNull(),
    /** Until when the board promised an answer. */
    promisedBy: instant("promised_by").notNull(),
    takenUpAt: instant("taken_up_at"),
    /** A day on which the coordinator looks at it again. */
    putOffUntil: text("put_off_until"),
    /** A question to the author waits for a reply since. */
    askedAt: instant("asked_at"),
    /** When it was answered, merged or withdrawn. */
    closedAt: instant("closed_at"),
    /** Why it was withdrawn. */
    closedWhy: text("closed_why"),
    mergedIntoId: integer("merged_into_id").references((): AnySQLiteColumn => suggestions.id),
    /** The suggestion that carries its voices: itself, or the one that remained when it was merged. */
    countsForId: integer("counts_for_id").references((): AnySQLiteColumn => suggestions.id),
    /** The voices that support it and all that was merged into it, counted by `recount` (support.server.ts) alone. */
    nationalVoices: integer("national_voices").notNull().default(0),
    continentalVoices: integer("continental_voices").notNull().default(0),
    otherVoices: integer("other_voices").notNull().default(0),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("suggestions_of_board").on(t.board, t.state, t.promisedBy),
    index("suggestions_by_state").on(t.state, t.id),
    index("suggestions_of_origin").on(t.originId, t.submittedAt),
    index("suggestions_of_author").on(t.authorId, t.id),
    index("suggestions_on_action").on(t.actionId),
    index("suggestions_behind_action").on(t.resultId),
    index("suggestions_counted_for").on(t.countsForId),
    index("suggestions_of_workshop").on(t.workshopId),
  ],
);

/** How a suggestion read before its author changed it after it was taken up. */
export const suggestionWordings = sqliteTable(
  "suggestion_wordings",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    suggestionId: integer("suggestion_id")
      .notNull()
      .references(() => suggestions.id),
    wording: integer("wording").notNull(),
    title: text("title").notNull(),
    why: text("why").notNull(),
    proposal: text("proposal", { mode: "json" }).$type<Proposal>().notNull(),
    /** Until when it read so. */
    until: instant("until").notNull(),
  },
  (t) => [uniqueIndex("suggestion_wordings_in_order").on(t.suggestionId, t.wording)],
);

/** One voice for a suggestion: a member organisation's, or a person's who has none. */
export const supports = sqliteTable(
  "supports",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    suggestionId: integer("suggestion_id")
      .notNull()
      .references(() => suggestions.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    organisationId: integer("organisation_id").references(() => networks.id),
    /** The national or continental network whose voice it is; none for who belongs to the international one. */
    originId: integer("origin_id").references(() => networks.id),
    /** `o12` or `p` and the person's id: whose single voice it is. */
    voiceOf: text("voice_of").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("supports_once").on(t.suggestionId, t.voiceOf), index("supports_of_person").on(t.personId)],
);

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
  },
  (t) => [
    index("comments_on_suggestion").on(t.suggestionId, t.id),
    index("comments_on_action").on(t.actionId, t.id),
    index("comments_on_alignment").on(t.alignmentId, t.id),
    index("comments_replying").on(t.replyToId),
  ],
);

/** The answer to a suggestion: private while it is written, and then part of it. */
export const answers = sqliteTable("answers", {
  suggestionId: integer("suggestion_id")
    .primaryKey()
    .references(() => suggestions.id),
  decision: text("decision").$type<Decision>().notNull(),
  reason: text("reason", { mode: "json" }).$type<Translated>().notNull(),
  /** The form as typed: which fields are taken, how a new action is filed. */
  typed: text("typed", { mode: "json" }).$type<TypedDraft>().notNull(),
  writtenById: text("written_by_id")
    .notNull()
    .references(() => people.id),
  updatedAt: instant("updated_at").notNull(),
  publishedAt: instant("published_at"),
  version: integer("version").notNull().default(1),
});

// ── The committee's reviews ──────────────────────────────────────────────────────────────────────────────────────

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
  /** How this review decides, and how many seats must be present for it: the settings when it was opened. */
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
  /** The snapshot (features/reviews/snapshot.ts) as JSON text, byte for byte what the sum was taken of. */
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
    /** SHA-256 of what was signed (features/reviews/signed-content.ts); null for signatures from before it was stored. */
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
  /** The record (features/decisions/record.ts) as JSON text. */
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
export const stands = sqliteTable(
  "stands",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    decisionId: integer("decision_id")
      .notNull()
      .references(() => decisions.id),
    seatId: integer("seat_id")
      .notNull()
      .references(() => seatNumbers.id),
    stand: text("stand").$type<Stand>().notNull(),
    /** The reason of an objection or a recusal; empty otherwise. */
    reason: text("reason").notNull(),
    language: text("language").$type<Language>().notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("stands_once").on(t.decisionId, t.seatId)],
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

// ── The boards' own tools ────────────────────────────────────────────────────────────────────────────────────────

/**
 * An entry of a register: a stakeholder, an exchange, a funding stream. What its fields hold is for the register's
 * definition to say (features/registers).
 */
export const entries = sqliteTable(
  "entries",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    register: text("register").$type<RegisterName>().notNull(),
    title: text("title", { mode: "json" }).$type<Translated>().notNull(),
    /** The network to which it belongs: who keeps it follows from that. */
    networkId: integer("network_id")
      .notNull()
      .references(() => networks.id),
    fields: text("fields", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** What the search finds it by beside its title, in each language in which it says something. */
    words: text("words", { mode: "json" }).$type<Translated>().notNull(),
    createdById: text("created_by_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** The day by which it is named among what lies ahead, `2026-11-24`; as its register's definition says. */
    aheadOn: text("ahead_on"),
    /** When it was taken off its list; what it said can still be read. */
    removedAt: instant("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("entries_of_register").on(t.register, t.removedAt, t.id),
    index("entries_of_network").on(t.networkId),
    index("entries_ahead").on(t.aheadOn).where(sql`${t.aheadOn} is not null`),
  ],
);

/** What an entry is joined to, by the name of the field: an action, a network or an entry of another register. */
export const entryLinks = sqliteTable(
  "entry_links",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    entryId: integer("entry_id")
      .notNull()
      .references(() => entries.id),
    field: text("field").notNull(),
    actionId: integer("action_id").references(() => actions.id),
    networkId: integer("network_id").references(() => networks.id),
    otherId: integer("other_id").references(() => entries.id),
  },
  (t) => [
    index("entry_links_of_entry").on(t.entryId, t.field),
    index("entry_links_of_action").on(t.actionId),
    index("entry_links_of_network").on(t.networkId),
    index("entry_links_of_other").on(t.otherId),
  ],
);

/** What belongs to an entry and is entered one by one: a contact made, an endorsement, a version of a text. */
export const entryParts = sqliteTable(
  "entry_parts",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    entryId: integer("entry_id")
      .notNull()
      .references(() => entries.id),
    kind: text("kind").notNull(),
    /** In whose name; null where parts of this kind have no network. */
    networkId: integer("network_id").references(() => networks.id),
    /** In which it is written; null where it says nothing in words. */
    language: text("language").$type<Language>(),
    fields: text("fields", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    words: text("words").notNull(),
    createdById: text("created_by_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("entry_parts_of_entry").on(t.entryId, t.kind), index("entry_parts_of_network").on(t.networkId)],
);

// ── Who is told what ─────────────────────────────────────────────────────────────────────────────────────────────

/** What somebody wants to hear of: one suggestion, one action or one board. */
export const follows = sqliteTable(
  "follows",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** `suggestion:12`, `action:7` or `board:lobbying`. */
    thing: text("thing").notNull(),
  },
  (t) => [uniqueIndex("follows_once").on(t.thing, t.personId), index("follows_of_person").on(t.personId)],
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
    /** What it is about, written as in `follows`: notices are grouped by it. */
    thing: text("thing").notNull(),
    because: text("because").$type<Because>().notNull(),
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

// ── History ──────────────────────────────────────────────────────────────────────────────────────────────────────

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
    index("events_of_batch").on(sql`${t.cause} ->> '$.together'`).where(sql`${t.cause} ->> '$.together' is not null`),
  ],
);

// ── People and their sessions (the names in quotes are better-auth's) ────────────────────────────────────────────

export const people = sqliteTable("people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull(),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  role: text("role").$type<Role>().notNull(),
  networkId: integer("network_id")
    .notNull()
    .references(() => networks.id),
  /** The boards that a coordinator coordinates. */
  boards: text("boards", { mode: "json" }).$type<Board[]>().notNull().default([]),
  language: text("language").$type<Language>(),
  /** An IANA name, such as `Asia/Kathmandu`; null until their browser has said it or they chose one. */
  timeZone: text("time_zone"),
  suspendedAt: instant("suspended_at"),
  mailing: text("mailing").$type<Mailing>().notNull().default("at-once"),
  version: integer("version").notNull().default(1),
});

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    expiresAt: instant("expires_at").notNull(),
    token: text("token").notNull().unique(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: text("user_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [index("sessions_by_person").on(t.userId)],
);

/** A record of each sign-in, which its person can see; kept for a year. */
export const signIns = sqliteTable(
  "sign_ins",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** SHA-256 of the session's token. By it a browser whose session has ended is known. */
    tokenHash: text("token_hash").notNull().unique(),
    at: instant("at").notNull(),
    address: text("address"),
    agent: text("agent"),
    /** SHA-256 of the browser's own mark; null where it has none. */
    deviceHash: text("device_hash"),
  },
  (t) => [index("sign_ins_of_person").on(t.personId, t.at)],
);

export const accounts = sqliteTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("accounts_by_person").on(t.userId)],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("verifications_by_identifier").on(t.identifier)],
);

export const rateLimits = sqliteTable("rate_limits", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: integer("last_request").notNull(),
});

/** An invitation, or the one-time link that makes a new installation's first administrator (role `admin`, no inviter). */
export const invitations = sqliteTable("invitations", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  /** SHA-256 of the token in the link; the token itself is never stored. */
  tokenHash: text("token_hash").notNull().unique(),
  email: text("email"),
  role: text("role").$type<Role>().notNull(),
  networkId: integer("network_id")
    .notNull()
    .references(() => networks.id),
  boards: text("boards", { mode: "json" }).$type<Board[]>().notNull().default([]),
  language: text("language").$type<Language>().notNull(),
  invitedById: text("invited_by_id").references(() => people.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  acceptedAt: instant("accepted_at"),
});

/** A person's calendar feed: its address can be taken back and given anew. */
export const calendarFeeds = sqliteTable("calendar_feeds", {
  personId: text("person_id")
    .primaryKey()
    .references(() => people.id, { onDelete: "cascade" }),
  /** SHA-256 of the token in the address; the token itself is never stored. */
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: instant("created_at").notNull(),
});

/** What somebody had typed when the session turned out to have ended: given back after signing in, gone after a day. */
export const formDrafts = sqliteTable("kept_forms", {
  tokenHash: text("token_hash").primaryKey(),
  path: text("path").notNull(),
  fields: text("fields", { mode: "json" }).$type<[name: string, value: string][]>().notNull(),
  createdAt: instant("created_at").notNull(),
  /** Whose session it was: nobody else gets it back. */
  personId: text("person_id").references(() => people.id, { onDelete: "cascade" }),
});

/**
 * Forms that have been carried out, by what identifies them (app/features/history/submission.server.ts): one that comes
 * again gets the first answer. Swept after days.
 */
export const submissions = sqliteTable(
  "submissions",
  {
    digest: text("digest").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    path: text("path").notNull(),
    /** Null until the handler has answered. */
    answer: blob("answer", { mode: "buffer" }),
    at: instant("at").notNull(),
  },
  (t) => [index("submissions_by_time").on(t.at)],
);
