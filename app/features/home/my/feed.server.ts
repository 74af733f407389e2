import { and, eq, isNull } from "drizzle-orm";
import type { Network } from "~/features/core/network-tree.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { asViewer } from "~/features/people/accounts/as-viewer.ts";
import { hashOf, newToken } from "~/features/people/accounts/tokens.server.ts";
import type { Database } from "~db/connection.ts";
import { calendarFeeds, people } from "~db/schema/people.ts";

/*
 * The address of one's own calendar: whoever has it reads what its person leads, follows and owes. It is shown once and
 * kept as a hash; like the choice of a language it is no part of the plan's history.
 */

/** Since when somebody has a calendar; null for none. 1 statement. */
export function feedSince(db: Database, personId: string): number | null {
  const feed = db
    .select({ at: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
    .get();
  return feed ? +feed.at : null;
}

export type Made = { status: "made"; token: string } | { status: "stale" };

/**
 * Makes the address, or another in place of the one that the page showed: the old one stops at once. Sent a second time
 * (a page that is loaded anew) it would stop the one that was just given, and so does nothing.
 *
 * @param since what the page said of the address before: null for none
 */
export function makeFeed(db: Database, viewer: Viewer, at: Date, since: number | null): Made {
  const { token, tokenHash } = newToken();
  return db.transaction(
    (tx) => {
      const [had] = tx.select().from(calendarFeeds).where(eq(calendarFeeds.personId, viewer.id)).all();
      if ((had ? +had.createdAt : null) !== since) return { status: "stale" };
      // Two within one millisecond must differ, or the second would not be known from the first.
      const createdAt = new Date(Math.max(+at, (since ?? 0) + 1));
      tx.insert(calendarFeeds)
        .values({ personId: viewer.id, tokenHash, createdAt })
        .onConflictDoUpdate({ target: calendarFeeds.personId, set: { tokenHash, createdAt } })
        .run();
      return { status: "made", token };
    },
    { behavior: "immediate" },
  );
}

export function revokeFeed(db: Database, viewer: Viewer): void {
  db.delete(calendarFeeds).where(eq(calendarFeeds.personId, viewer.id)).run();
}

/** What `newToken` makes. */
const TOKEN = /^[\w-]{32}$/;

/** Whose calendar an address is; null for one that was taken back, is not ours, or whose person is suspended. 1 statement. */
export function readerOf(db: Database, networks: readonly Network[], token: string): Viewer | null {
  if (!TOKEN.test(token)) return null;
  const found = db
    .select({ person: people })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(and(eq(calendarFeeds.tokenHash, hashOf(token)), isNull(people.suspendedAt)))
    .get();
  return found ? asViewer(found.person, networks, "") : null;
}
