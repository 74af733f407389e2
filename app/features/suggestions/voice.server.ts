import { desc, ne, sql } from "drizzle-orm";
import type { Language, SuggestionState } from "~/domain.ts";
import { type Network, namedInTreeOrder } from "~/features/core/network-tree.ts";
import { DAY_MS, dayOf, isDay } from "~/lib/days.ts";
import { firstInstant, type Quarter, quarterOf } from "~/lib/quarter.ts";
import { subMonths } from "~/lib/utc-days.ts";
import type { Database } from "~db/connection.ts";
import { events } from "~db/schema/history.ts";
import { actions } from "~db/schema/plan.ts";
import { type Heard, type VoiceFigures, voiceFigures } from "./voice.ts";

/** A period of whole days, in UTC, written as browsers write them; both days belong to it. */
export interface Period {
  from: string;
  to: string;
}

/** The period that an address asks for; the quarter that is under way unless it asks for another. */
export function readPeriod(query: URLSearchParams, at: Date): Period {
  const asked = (name: string) => {
    const value = query.get(name) ?? "";
    return isDay(value) ? value : null;
  };
  const from = asked("from") ?? dayOf(firstInstant(quarterOf(at)));
  const to = asked("to") ?? dayOf(at);
  return from <= to ? { from, to } : { from: to, to: from };
}

/** Periods that are asked for often. */
export function usualPeriods(at: Date, first: Date): Record<"quarter" | "year" | "all", Period> {
  const to = dayOf(at);
  return {
    quarter: { from: dayOf(firstInstant(quarterOf(at))), to },
    year: { from: dayOf(subMonths(at, 12)), to },
    all: { from: dayOf(first), to },
  };
}

export interface VoiceRow extends VoiceFigures {
  id: number;
  slug: string;
  name: string;
  kind: "continental" | "national";
  country: string | null;
  silent: boolean;
}

/** The figures of a period, in the order of the tree. 2 statements, 3 after an event. */
export function voices(
  db: Database,
  { networks, language, at }: { networks: readonly Network[]; language: Language; at: Date },
  period: Period,
): { rows: VoiceRow[]; whole: VoiceFigures; quarter: Quarter; first: Date } {
  const heard = everythingHeard(db);
  const live = new Set(
    db
      .select({ id: actions.id })
      .from(actions)
      .where(ne(actions.stage, "dropped"))
      .all()
      .map(({ id }) => id),
  );
  const quarter = quarterOf(at);
  const { networks: counted, whole } = voiceFigures({
    heard,
    networks,
    live,
    now: +at,
    from: Date.parse(period.from),
    to: Date.parse(period.to) + DAY_MS,
    quarterFrom: +firstInstant(quarter),
  });
  const byId = new Map(counted.map((one) => [one.id, one]));
  const countries = new Map(networks.map(({ id, country }) => [id, country]));
  return {
    whole,
    quarter,
    first: new Date(Math.min(+at, ...heard.slice(0, 1).map(({ submittedAt }) => submittedAt))),
    rows: namedInTreeOrder(networks, language).flatMap(({ id, slug, name }) => {
      const figures = byId.get(id);
      return figures ? [{ ...figures, slug, name, country: countries.get(id) ?? null }] : [];
    }),
  };
}

type Raw = [number, number, number, number, SuggestionState, number | null, number, number | null];

let kept: { db: Database; event: string; heard: Heard[] } | undefined;

/**
 * Every suggestion as it is counted, the oldest first. Reading thousands of rows takes longer than all else on the page, so
 * that what was read is kept until the next event: nothing changes without one. 1 statement, 2 after an event.
 */
export function everythingHeard(db: Database): Heard[] {
  const newest = db.select({ id: events.id, at: events.at }).from(events).orderBy(desc(events.id)).limit(1).get();
  const event = newest ? `${newest.id} of ${+newest.at}` : "none";
  if (kept?.db !== db || kept.event !== event) kept = { db, event, heard: readEverythingHeard(db) };
  return kept.heard;
}

/** Read as bare rows: there may be thousands. */
function readEverythingHeard(db: Database): Heard[] {
  const rows = db.values<Raw>(sql`
    select s.id, s.origin_id, s.submitted_at, s.response_due,
      case when s.state = 'withdrawn' then s.state else c.state end, c.closed_at,
      c.national_voices + c.continental_voices + c.other_voices,
      case when c.state in ('accepted', 'partly-accepted') then c.result_id end
    from suggestions s join suggestions c on c.id = s.counts_for_id order by s.id`);
  return rows.map(([id, originId, submittedAt, responseDue, outcome, answeredAt, voices, actionId]) => ({
    id,
    originId,
    submittedAt,
    responseDue,
    outcome,
    answeredAt,
    voices,
    actionId,
  }));
}
