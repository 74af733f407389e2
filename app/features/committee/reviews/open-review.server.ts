import { sql } from "drizzle-orm";
import type { Viewer } from "~/features/core/policy.ts";
import type { Database } from "~db/connection.ts";

/** The review that is open, and what the viewer owes it. */
export interface OpenReview {
  quarter: string;
  meetingAt: number | null;
  timeZone: string;
  /** The slug of the continental network whose view nobody has written yet; null for none. */
  viewOf: string | null;
  /** Whether a seat of the viewer's has not signed off. */
  toSign: boolean;
}

type Row = [string, number | null, string, string | null, number];

/** The oldest review that is open; null for none. 1 statement. */
export function openReviewFor(db: Database, viewer: Viewer): OpenReview | null {
  const row = db.values<Row>(sql`
    select r.quarter, r.meeting_at, r.time_zone,
      (select n.slug from seats s join networks n on n.id = s.network_id
        where s.person_id = ${viewer.id} and n.kind = 'continental' and not exists (
          select 1 from alignments a where a.review_id = r.id and a.network_id = n.id
            and a.progress || a.concerns || a.asks <> '')
        order by s.id limit 1),
      exists (select 1 from seats s where s.person_id = ${viewer.id} and not exists (
        select 1 from sign_offs o where o.review_id = r.id and o.seat_id = s.id))
    from reviews r where r.state = 'open' order by r.quarter limit 1`)[0];
  if (!row) return null;
  const [quarter, meetingAt, timeZone, viewOf, toSign] = row;
  const speaks = viewer.role !== "observer";
  return { quarter, meetingAt, timeZone, viewOf: speaks ? viewOf : null, toSign: speaks && toSign === 1 };
}
