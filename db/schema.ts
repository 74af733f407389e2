import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { StoredEvent } from "~/features/history/events.ts";
import type {
  Board,
  Language,
  Level,
  NetworkKind,
  Principle,
  Priority,
  Role,
  SeatCapacity,
  Stage,
  Translated,
} from "~/words.ts";

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
  },
  (t) => [index("networks_by_parent").on(t.parentId)],
);

/** The steering committee as published: a seat is held by a named person and may be tied to an account. */
export const seats = sqliteTable("seats", {
  id: integer("id").primaryKey({ autoIncrement: true }),
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
    /** The result that came with `done`, or the reason for `on hold` and `dropped`. */
    outcome: text("outcome", { mode: "json" }).$type<Translated>(),
    origin: text("origin").$type<"geneva" | "direct">().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("actions_in_column").on(t.board, t.stage, t.rank),
    // Holds all that a board's counts need, so that counting never reads the rows themselves.
    index("actions_counted").on(t.board, t.stage, t.dueQuarter),
    index("actions_by_lead").on(t.leadId),
    index("actions_by_due").on(t.dueQuarter),
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
    before: text("before", { mode: "json" }).$type<Record<string, unknown>>(),
    after: text("after", { mode: "json" }).$type<Record<string, unknown>>(),
    why: text("why"),
    /** What this event answers: an earlier event that it takes back. Suggestions and decisions will be named here too. */
    cause: text("cause", { mode: "json" }).$type<StoredEvent["cause"]>(),
  },
  (t) => [
    index("events_of_board").on(t.board, t.id),
    index("events_of_action").on(t.actionId, t.id),
    index("events_of_network").on(t.networkId, t.id),
    index("events_of_actor").on(t.actorId, t.id),
    index("events_at").on(t.at),
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
  suspendedAt: instant("suspended_at"),
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

/** What somebody had typed when the session turned out to have ended: given back after signing in, gone after a day. */
export const keptForms = sqliteTable("kept_forms", {
  tokenHash: text("token_hash").primaryKey(),
  path: text("path").notNull(),
  fields: text("fields", { mode: "json" }).$type<[name: string, value: string][]>().notNull(),
  createdAt: instant("created_at").notNull(),
});
