import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Language, RegisterName, Translated } from "~/domain.ts";
import { instant } from "./columns.ts";
import { networks, people } from "./people.ts";
import { actions } from "./plan.ts";

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
    searchText: text("search_text", { mode: "json" }).$type<Translated>().notNull(),
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
    searchText: text("search_text").notNull(),
    createdById: text("created_by_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("entry_parts_of_entry").on(t.entryId, t.kind), index("entry_parts_of_network").on(t.networkId)],
);
