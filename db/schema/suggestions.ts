import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type {
  AnswerOutcome,
  Board,
  Language,
  SpeakerCapacity,
  SuggestionKind,
  SuggestionState,
  Translated,
} from "~/domain.ts";
import type { DraftContent, Proposal } from "../stored/suggestions.ts";
import { instant } from "./columns.ts";
import { networks, people } from "./people.ts";
import { actions } from "./plan.ts";

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
    formValues: text("form_values", { mode: "json" }).$type<DraftContent>().notNull(),
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
    voice: text("voice").$type<SpeakerCapacity>().notNull(),
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
    searchText: text("search_text").notNull(),
    /** How often it has been reworded since it was taken up, counted from 1: older wordings stay readable. */
    wording: integer("wording").notNull().default(1),
    submittedAt: instant("submitted_at").notNull(),
    /** Until when the board promised an answer. */
    responseDue: instant("response_due").notNull(),
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
    index("suggestions_of_board").on(t.board, t.state, t.responseDue),
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

/** The answer to a suggestion: private while it is written, and then part of it. */
export const answers = sqliteTable("answers", {
  suggestionId: integer("suggestion_id")
    .primaryKey()
    .references(() => suggestions.id),
  decision: text("decision").$type<AnswerOutcome>().notNull(),
  reason: text("reason", { mode: "json" }).$type<Translated>().notNull(),
  /** The form as typed: which fields are taken, how a new action is filed. */
  formValues: text("form_values", { mode: "json" }).$type<DraftContent>().notNull(),
  writtenById: text("written_by_id")
    .notNull()
    .references(() => people.id),
  updatedAt: instant("updated_at").notNull(),
  publishedAt: instant("published_at"),
  version: integer("version").notNull().default(1),
});
