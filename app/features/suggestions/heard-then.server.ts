import { sql } from "drizzle-orm";
import { eventsSince, type Since, type SubjectHistory, statesAt } from "~/features/core/history/as-of.server.ts";
import type { Database } from "~db/connection.ts";
import { everythingHeard } from "./voice.server.ts";
import type { Heard } from "./voice.ts";

/**
 * Every suggestion as it was counted before an instant: what was answered, supported, taken back or merged from then on is
 * taken back. So a quarter that has ended is told in the same way for ever. 2 statements, 4 where there were voices or
 * merges since, and 2 more after an event.
 */
export function heardBefore(db: Database, instant: number): Heard[] {
  const since = eventsSince(db, voiceHistory, [{ before: instant }]);
  const supported = since.events.length > 0 ? supportedBefore(db, since) : null;
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

/** How many voices a suggestion has of its own, and into which it was merged. */
interface Voices {
  own: number;
  into: number | null;
}

const voiceHistory: SubjectHistory<
  Voices,
  "suggestion.supported" | "suggestion.unsupported" | "suggestion.merged" | "suggestion.unmerged"
> = {
  kinds: ["suggestion.supported", "suggestion.unsupported", "suggestion.merged", "suggestion.unmerged"],
  key: sql`suggestion_id`,
  before(event, { own, into } = { own: 0, into: null }) {
    if (event.kind === "suggestion.supported") return { own: own - 1, into };
    if (event.kind === "suggestion.unsupported") return { own: own + 1, into };
    return { own, into: event.kind === "suggestion.unmerged" ? event.before.into : null };
  },
};

/** The suggestions that had a voice, their own or that of one which was merged with them then. 2 statements. */
function supportedBefore(db: Database, since: Since<(typeof voiceHistory.kinds)[number]>): Set<number> {
  const own = new Map(
    db.values<[number, number]>(sql`select suggestion_id, count(*) from supports group by suggestion_id`),
  );
  const rows = db.values<[number, number | null]>(sql`select id, merged_into_id from suggestions`);
  const now = new Map(rows.map(([id, into]) => [id, { own: own.get(id) ?? 0, into }]));
  const [then = now] = statesAt(now, voiceHistory, since);
  const remaining = (id: number): number => {
    const next = then.get(id)?.into;
    return next ? remaining(next) : id;
  };
  const heard = new Set([...then].filter(([, { own }]) => own > 0).map(([id]) => remaining(id)));
  return new Set([...then.keys()].filter((id) => heard.has(remaining(id))));
}
