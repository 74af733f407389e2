import { eq } from "drizzle-orm";
import type { Transaction } from "~/features/history/change.server.ts";
import { type Database, prepared } from "~db/connection.ts";
import { networks } from "~db/schema.ts";
import type { Network } from "./tree.ts";

/** The whole tree, unordered: 24 networks and a hundred organisations are read at once. 1 statement. */
export const allNetworks = prepared((db): (() => Network[]) => {
  const query = db.select().from(networks).prepare();
  return () => query.all();
});

/** 1 statement; undefined for an unknown slug. */
export function findNetwork(db: Database | Transaction, slug: string): Network | undefined {
  return db.select().from(networks).where(eq(networks.slug, slug)).get();
}
