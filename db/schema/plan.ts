import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type {
  ActionKind,
  Adoption,
  Board,
  Health,
  Language,
  Level,
  MilestoneState,
  Principle,
  Priority,
  Recurrence,
  Stage,
  Translated,
} from "~/domain.ts";
import type { ActionOrigin } from "../stored/action-fields.ts";
import type { TemplateContent } from "../stored/templates.ts";
import { instant } from "./columns.ts";
import { networks, people } from "./people.ts";

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
    /** Or all of them, as the whole plan. */
    board: text("board").$type<Board | "plan">().notNull(),
    /** A board's query string, without what is of the moment. */
    query: text("query").notNull(),
    forAll: integer("for_all", { mode: "boolean" }).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("saved_views_of_board").on(t.board, t.forAll), index("saved_views_of_owner").on(t.ownerId)],
);

/** What similar actions of a board have in common. Never deleted, only retired: history names it. */
export const actionTemplates = sqliteTable(
  "action_templates",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    board: text("board").$type<Board>().notNull(),
    content: text("content", { mode: "json" }).$type<TemplateContent>().notNull(),
    createdAt: instant("created_at").notNull(),
    /** Set while it is no longer offered. */
    retiredAt: instant("retired_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("action_templates_of_board").on(t.board, t.retiredAt)],
);

/** A series of actions that recur. */
export const recurrences = sqliteTable(
  "recurrences",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    /** Null once it is stopped. */
    every: text("every").$type<Recurrence>(),
    /** The quarter of the action that is made next. */
    nextQuarter: text("next_quarter").notNull(),
    createdAt: instant("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("recurrences_to_make").on(t.nextQuarter)],
);

/** Which action of a series stands for which quarter: one for each, for good. */
export const recurrenceActions = sqliteTable(
  "recurrence_actions",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    recurrenceId: integer("recurrence_id")
      .notNull()
      .references(() => recurrences.id),
    quarter: text("quarter").notNull(),
    actionId: integer("action_id")
      .notNull()
      .references(() => actions.id),
  },
  (t) => [
    uniqueIndex("recurrence_actions_once").on(t.recurrenceId, t.quarter),
    uniqueIndex("recurrence_actions_of_action").on(t.actionId),
  ],
);
