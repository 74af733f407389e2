import { type AnySQLiteColumn, blob, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Board, Density, Language, MailFrequency, NetworkKind, Role, SeatCapacity } from "~/domain.ts";
import { instant } from "./columns.ts";

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

/** Facts and choices of the whole installation: one JSON value a name. */
export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value", { mode: "json" }).notNull(),
});

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
  mailFrequency: text("mail_frequency").$type<MailFrequency>().notNull().default("at-once"),
  /** How closely the boards are set for them. */
  density: text("density").$type<Density>().notNull().default("comfortable"),
  /** Whether keys of one letter work for them (WCAG 2.1.4). */
  singleKeys: integer("single_keys", { mode: "boolean" }).notNull().default(true),
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
export const formDrafts = sqliteTable("form_drafts", {
  tokenHash: text("token_hash").primaryKey(),
  path: text("path").notNull(),
  fields: text("fields", { mode: "json" }).$type<[name: string, value: string][]>().notNull(),
  createdAt: instant("created_at").notNull(),
  /** Whose session it was: nobody else gets it back. */
  personId: text("person_id").references(() => people.id, { onDelete: "cascade" }),
});

/**
 * Forms that have been carried out, by what identifies them (app/features/core/history/submission.server.ts): one that comes
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
