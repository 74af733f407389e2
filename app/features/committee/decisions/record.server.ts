import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Translated } from "~/domain.ts";
import type { NetworkThen } from "~/features/committee/reviews/snapshot.ts";
import type { Transaction } from "~/features/core/history/change.server.ts";
import { networksAtEvent, personNameAtEvent } from "~/features/core/history/names-then.server.ts";
import { ancestorsOf } from "~/features/core/network-tree.ts";
import type { Database } from "~db/connection.ts";
import {
  decisionConcerns,
  decisionRecords,
  decisions,
  presences,
  reviews,
  seatPositions,
} from "~db/schema/committee.ts";
import { seats } from "~db/schema/people.ts";
import { actions, actionTexts } from "~db/schema/plan.ts";
import { suggestions } from "~db/schema/suggestions.ts";
import type { DecisionRecord, SeatThen } from "./record.ts";
import { type SeatRow, seatsAtEvent } from "./seats-then.server.ts";

type Reader = Database | Transaction;

/** Writes down what a decision is, in the transaction that decides it. */
export function writeRecord(tx: Transaction, decisionId: number, at: Date): void {
  const record = recordAt(tx, decisionId, null);
  tx.insert(decisionRecords)
    .values({ decisionId, record: JSON.stringify(record), at })
    .run();
}

/**
 * What a decided decision was when it was decided. One from before records were written is rebuilt from history.
 *
 * @returns undefined for a decision that is still proposed
 * @throws Error for a record of a format that this program does not know
 */
export function recordOf(db: Reader, decisionId: number): DecisionRecord | undefined {
  const row = db.select().from(decisionRecords).where(eq(decisionRecords.decisionId, decisionId)).get();
  if (row) return readRecord(row.record);
  const decided = decidingEvent(db, decisionId);
  return decided === null ? undefined : recordAt(db, decisionId, decided);
}

/** Returns the records of decided decisions, by their ids. 1 statement, and those of rebuilding where one is missing. */
export function recordsOf(db: Database, which: SQL | undefined): Map<number, DecisionRecord> {
  const rows = db
    .select({ id: decisions.id, record: decisionRecords.record })
    .from(decisions)
    .leftJoin(decisionRecords, eq(decisionRecords.decisionId, decisions.id))
    .where(and(which, ne(decisions.state, "proposed")))
    .all();
  return new Map(
    rows.map(({ id, record }) => [id, record ? readRecord(record) : recordAt(db, id, decidingEvent(db, id))]),
  );
}

/** Writes the records of decisions that were decided before records were written. Returns how many. */
export function completeRecords(db: Database): number {
  return db.transaction(
    (tx) => {
      const missing = tx.all<{ id: number; decidedAt: number }>(
        sql`select id, coalesce(decided_at, proposed_at) as decidedAt from decisions
          where state <> 'proposed' and id not in (select decision_id from decision_records)`,
      );
      for (const { id, decidedAt } of missing) {
        const record = recordAt(tx, id, decidingEvent(tx, id));
        tx.insert(decisionRecords)
          .values({ decisionId: id, record: JSON.stringify(record), at: new Date(decidedAt) })
          .run();
      }
      return missing.length;
    },
    { behavior: "immediate" },
  );
}

function readRecord(text: string): DecisionRecord {
  const record = JSON.parse(text) as DecisionRecord;
  if (record.format !== 1) throw new Error(`A decision's record has the format ${record.format}, which is unknown.`);
  return record;
}

/** The event that decided it; null while it is proposed. 1 statement. */
function decidingEvent(db: Reader, decisionId: number): number | null {
  const row = db.get<{ id: number | null }>(
    sql`select max(id) as id from events where decision_id = ${decisionId}
      and kind in ('decision.adopted', 'decision.rejected', 'decision.withdrawn')`,
  );
  return row?.id ?? null;
}

/**
 * A decision with all that it names.
 *
 * @param eventId the event after which everything is named; null for now
 */
function recordAt(db: Reader, decisionId: number, eventId: number | null): DecisionRecord {
  const then = eventId ?? Number.MAX_SAFE_INTEGER;
  const found = db
    .select({
      row: decisions,
      review: reviews,
      proposedBy: personNameAtEvent(decisions.proposedById, then),
      doer: sql<
        string | null
      >`case when ${decisions.doerId} is not null then ${personNameAtEvent(decisions.doerId, then)} end`,
    })
    .from(decisions)
    .innerJoin(reviews, eq(reviews.id, decisions.reviewId))
    .where(eq(decisions.id, decisionId))
    .get();
  if (!found) throw new Error(`There is no decision ${decisionId}.`);
  const { row, review } = found;
  const tree = networksAtEvent(db, then);
  const networkThen = (id: number | null): NetworkThen | null => {
    const node = tree.find((one) => one.id === id);
    return node ? { id: node.id, slug: node.slug, names: node.names } : null;
  };
  const committee = eventId === null ? db.select().from(seats).orderBy(asc(seats.id)).all() : seatsAtEvent(db, eventId);
  const said = new Map(
    db
      .select()
      .from(seatPositions)
      .where(eq(seatPositions.decisionId, decisionId))
      .all()
      .map((one) => [one.seatId, one]),
  );
  const present = eventId === null ? presentNow(db, review.id) : presentAtEvent(db, review.id, eventId);
  return {
    format: 1,
    quarter: review.quarter,
    rule: review.rule,
    quorum: review.quorum,
    proposedBy: found.proposedBy ?? "",
    doer: { person: found.doer, network: networkThen(row.doerNetworkId) },
    actions: actionsOf(db, decisionId),
    suggestions: suggestionsOf(db, decisionId),
    seats: committee.map((seat: SeatRow): SeatThen => {
      const position = said.get(seat.id);
      const continent = ancestorsOf(tree, seat.networkId).find(({ kind }) => kind === "continental");
      return {
        id: seat.id,
        holder: seat.holder,
        capacity: seat.capacity,
        network: networkThen(seat.networkId) ?? {
          id: seat.networkId,
          slug: "",
          names: { nl: "", fr: "", es: "", en: "" },
        },
        continent: continent ? networkThen(continent.id) : null,
        present: present.has(seat.id),
        stand: position?.position ?? null,
        reason: position?.reason ? { text: position.reason, language: position.language } : null,
      };
    }),
  };
}

function presentNow(db: Reader, reviewId: number): Set<number> {
  const there = db.select({ id: presences.seatId }).from(presences).where(eq(presences.reviewId, reviewId)).all();
  return new Set(there.map(({ id }) => id));
}

/** The seats that were at a review's meeting right after an event. 1 statement. */
function presentAtEvent(db: Reader, reviewId: number, eventId: number): Set<number> {
  const steps = db.all<{ seat: number; came: number }>(
    sql`select coalesce(after, before) ->> '$.seat' as seat, after is not null as came from events
      where review_id = ${reviewId} and kind = 'review.attended' and id <= ${eventId} order by id`,
  );
  const last = new Map(steps.map(({ seat, came }) => [seat, came === 1]));
  return new Set([...last].flatMap(([seat, came]) => (came ? [seat] : [])));
}

function actionsOf(db: Reader, decisionId: number): DecisionRecord["actions"] {
  const rows = db
    .select({
      ref: actions.ref,
      board: actions.board,
      stage: actions.stage,
      sourceLanguage: actions.sourceLanguage,
      language: actionTexts.language,
      title: actionTexts.title,
    })
    .from(decisionConcerns)
    .innerJoin(actions, eq(actions.id, decisionConcerns.actionId))
    .innerJoin(actionTexts, eq(actionTexts.actionId, actions.id))
    .where(eq(decisionConcerns.decisionId, decisionId))
    .orderBy(asc(decisionConcerns.id), asc(actionTexts.id))
    .all();
  const byRef = new Map<string, DecisionRecord["actions"][number]>();
  for (const { ref, board, stage, sourceLanguage, language, title } of rows) {
    const titles: Translated = { ...byRef.get(ref)?.titles, [language]: title };
    byRef.set(ref, { ref, board, stage, titles, sourceLanguage });
  }
  return [...byRef.values()];
}

function suggestionsOf(db: Reader, decisionId: number): DecisionRecord["suggestions"] {
  return db
    .select({
      id: suggestions.id,
      title: suggestions.title,
      language: suggestions.language,
      state: suggestions.state,
    })
    .from(decisionConcerns)
    .innerJoin(suggestions, eq(suggestions.id, decisionConcerns.suggestionId))
    .where(eq(decisionConcerns.decisionId, decisionId))
    .orderBy(asc(decisionConcerns.id))
    .all();
}
