import { sql } from "drizzle-orm";
import type { Database } from "~db/connection.ts";
import { everythingHeard } from "./voice.server.ts";
import type { Heard } from "./voice.ts";

/**
 * Every suggestion as it was counted before an instant: what was answered, supported, taken back or merged from then on is
 * taken back. So a quarter that has ended is told in the same way for ever. 2 statements, 4 where there were voices or
 * merges since, and 2 more after an event.
 */
export function heardBefore(db: Database, instant: number): Heard[] {
  const voices = voicesSince(db, instant);
  const supported = voices.length > 0 ? supportedBefore(db, instant, voices) : null;
  return everythingHeard(db)
    .filter(({ submittedAt }) => submittedAt < instant)
    .map((one) => {
      const then = supported ? { ...one, voices: supported.has(one.id) ? 1 : 0 } : one;
      // What was answered later was still waiting.
      return one.answeredAt !== null && one.answeredAt >= instant
        ? { ...then, outcome: "submitted" as const, answeredAt: null, actionId: null }
        : then;
    });
}

type Since = [kind: string, suggestionId: number, into: number | null];

/** What has happened to voices since, the newest first. */
function voicesSince(db: Database, instant: number): Since[] {
  return db.values<Since>(sql`
    select kind, suggestion_id, coalesce(before, after) ->> '$.into' from events
    where at >= ${instant} and kind in (
      'suggestion.supported', 'suggestion.unsupported', 'suggestion.merged', 'suggestion.unmerged')
    order by id desc`);
}

/** The suggestions that had a voice, their own or that of one which was merged with them then. */
function supportedBefore(db: Database, instant: number, since: readonly Since[]): Set<number> {
  const own = new Map(
    db.values<[number, number]>(sql`select suggestion_id, count(*) from supports group by suggestion_id`),
  );
  const rows = db.values<[number, number | null]>(
    sql`select id, merged_into_id from suggestions where submitted_at < ${instant}`,
  );
  const into = new Map(rows);
  const count = (id: number, by: 1 | -1) => own.set(id, (own.get(id) ?? 0) + by);
  for (const [kind, id, other] of since) {
    if (kind === "suggestion.supported") count(id, -1);
    else if (kind === "suggestion.unsupported") count(id, 1);
    else into.set(id, kind === "suggestion.unmerged" ? other : null);
  }
  const remaining = (id: number): number => {
    const next = into.get(id);
    return next ? remaining(next) : id;
  };
  const heard = new Set([...into.keys()].filter((id) => (own.get(id) ?? 0) > 0).map(remaining));
  return new Set([...into.keys()].filter((id) => heard.has(remaining(id))));
}
