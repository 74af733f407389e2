import { lt } from "drizzle-orm";
import { DRAFT_HOURS } from "~/features/core/cookies.server.ts";
import type { Database } from "~db/connection.ts";
import { formDrafts, rateLimits, sessions, verifications } from "~db/schema/people.ts";
import { sweepSignIns } from "./sign-ins.server.ts";

const HOUR_MS = 3_600_000;

/**
 * Removes what has had its time: sessions and sign-in links that have run out, counts of tries, forms that nobody came
 * back for. None of it is history.
 */
export function sweepAccounts(db: Database, now: Date): void {
  db.delete(sessions).where(lt(sessions.expiresAt, now)).run();
  db.delete(verifications).where(lt(verifications.expiresAt, now)).run();
  db.delete(rateLimits)
    .where(lt(rateLimits.lastRequest, +now - HOUR_MS))
    .run();
  sweepSignIns(db, now);
  db.delete(formDrafts)
    .where(lt(formDrafts.createdAt, new Date(+now - DRAFT_HOURS * HOUR_MS)))
    .run();
}
