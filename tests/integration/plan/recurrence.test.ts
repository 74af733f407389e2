import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECURRENCES, type Recurrence } from "~/domain.ts";
import { readHistory } from "~/features/core/history/queries.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { pickFields, RECURRENCE_FIELDS } from "~/features/plan/actions/fields.ts";
import { createAction } from "~/features/plan/actions/mutations.server.ts";
import { readFields } from "~/features/plan/actions/row.server.ts";
import { addKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { addMilestone } from "~/features/plan/milestones/mutations.server.ts";
import { partsOfAction } from "~/features/plan/new-action/parts.server.ts";
import { makeRecurringActions } from "~/features/plan/recurrence/making.server.ts";
import { setRecurrence } from "~/features/plan/recurrence/mutations.server.ts";
import { recurrenceShown } from "~/features/plan/recurrence/queries.server.ts";
import { firstInstant, type Quarter, quarterAfter, quarterOf, quartersBetween } from "~/lib/quarter.ts";
import { addDays } from "~/lib/utc-days.ts";
import type { Database } from "~db/connection.ts";
import { networks } from "~db/schema/people.ts";
import { actions } from "~db/schema/plan.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const NOW = quarterOf(TODAY);

interface Begun {
  admin: Viewer;
  ref: string;
}

/** An action of a national network that begins and ends in some quarters. */
function begin(db: Database, { start, due }: { start: Quarter | null; due: Quarter | null }): Begun {
  const admin = someone(db, "admin", "insp-r");
  const nepal = db.select().from(networks).where(eq(networks.slug, "nepal")).get();
  const { ref } = createAction(db, { personId: admin.id, at: TODAY }, admin, {
    board: "lobbying",
    stage: "planned",
    priority: "high",
    level: "national",
    lead: nepal?.id ?? 0,
    responsible: someone(db, "member", "nepal").id,
    partners: ["ILO"],
    labels: ["report"],
    principles: [1, 3],
    start,
    due,
    sourceLanguage: "en",
    origin: "direct",
    texts: { en: { title: "Report", description: "Text", expectedResult: "" } },
  });
  return { admin, ref };
}

const rowOf = (db: Database, ref: string) => {
  const row = db.select().from(actions).where(eq(actions.ref, ref)).get();
  if (!row) throw new Error(`There is no ${ref}.`);
  return row;
};

const recur = (db: Database, { admin, ref }: Begun, every: Recurrence | null, version = 0, at = TODAY) =>
  setRecurrence(db, { personId: admin.id, at }, admin, { ref, every, version }).status;

/** A day of a quarter, counted from its first. */
const dayIn = (quarter: Quarter, days = 0) => addDays(firstInstant(quarter), days);

describe("a recurring action", () => {
  it("is made at the start of the quarter before its own, once, from the newest as it stands", () => {
    const db = seededDatabase();
    const begun = begin(db, { start: "2027-Q1", due: "2027-Q2" });
    const by = { personId: begun.admin.id, at: TODAY };
    const measure = { name: { en: "Reports" }, unit: "reports", start: 0, target: 1, due: "2027-Q2" };
    addKeyResult(db, by, begun.admin, begun.ref, measure);
    addMilestone(db, by, begun.admin, begun.ref, { name: { en: "Sent" }, day: "2027-06-30", state: "done" });
    expect(recur(db, begun, "year")).toBe("saved");
    expect(makeRecurringActions(db, dayIn("2027-Q3", 91))).toEqual([]);
    const [ref = ""] = makeRecurringActions(db, dayIn("2027-Q4"));
    expect(makeRecurringActions(db, dayIn("2027-Q4"))).toEqual([]);
    const [before, next] = [rowOf(db, begun.ref), rowOf(db, ref)];
    expect(pickFields(readFields(db, next), RECURRENCE_FIELDS)).toEqual(
      pickFields(readFields(db, before), RECURRENCE_FIELDS),
    );
    expect(readFields(db, next)).toMatchObject({
      stage: "planned",
      start: "2028-Q1",
      due: "2028-Q2",
      "title.en": "Report",
    });
    const parts = partsOfAction(db, next.id);
    expect(parts.keyResults).toMatchObject([{ name: { en: "Reports" }, start: 0, target: 1, due: "2028-Q2" }]);
    expect(parts.milestones).toMatchObject([{ name: { en: "Sent" }, day: "2028-06-30" }]);
    expect(recurrenceShown(db, before.id)).toMatchObject({ follows: null, followedBy: ref, next: null });
    expect(recurrenceShown(db, next.id)).toMatchObject({ follows: begun.ref, followedBy: null, next: "2029-Q1" });
    const history = readHistory(db, { actionId: next.id }, { by: null, kind: null, page: 1 }, "en").lines;
    expect(history.map(({ kind, scheduled }) => [kind, scheduled])).toEqual([
      ["milestone.created", true],
      ["key-result.created", true],
      ["action.recurred", true],
      ["action.created", true],
    ]);
    expect(history.find(({ kind }) => kind === "action.recurred")?.other).toBe(begun.ref);
  });

  it("stops, and goes on where nothing is doubled; only those who work on it may say so", () => {
    const db = seededDatabase();
    const begun = begin(db, { start: null, due: NOW });
    expect(recur(db, begun, "quarter")).toBe("saved");
    expect(recur(db, begun, "year")).toBe("stale");
    const made = makeRecurringActions(db, TODAY);
    expect(made.map((ref) => [rowOf(db, ref).startQuarter, rowOf(db, ref).dueQuarter])).toEqual([[null, "2027-Q1"]]);
    expect(recur(db, begun, null, 1)).toBe("saved");
    expect(makeRecurringActions(db, dayIn("2027-Q2"))).toEqual([]);
    // Taken up a year later: what is over is not made after the fact.
    expect(recur(db, begun, "quarter", 2, dayIn("2028-Q1", 3))).toBe("saved");
    const later = makeRecurringActions(db, dayIn("2028-Q1", 4));
    expect(later.map((ref) => rowOf(db, ref).dueQuarter)).toEqual(["2028-Q1", "2028-Q2"]);
    const stranger = someone(db, "coordinator", "west-africa", ["lobbying"]);
    expect(() => recur(db, { admin: stranger, ref: begun.ref }, null, 3)).toThrow("may not work on");
    const without = begin(db, { start: null, due: null });
    expect(recur(db, without, "quarter")).toBe("quarter-missing");
  });

  it("begins as a proposal where the rules ask for a link first, under a network that works, with somebody who can", () => {
    const db = seededDatabase();
    const begun = begin(db, { start: NOW, due: null });
    recur(db, begun, "quarter");
    db.$client.pragma("foreign_keys = off");
    db.update(actions)
      .set({ level: "international", responsibleId: "nobody-of-today" })
      .where(eq(actions.ref, begun.ref))
      .run();
    db.update(networks).set({ closedOn: "2026-11-01" }).where(eq(networks.slug, "nepal")).run();
    const [ref = ""] = makeRecurringActions(db, TODAY);
    const asia = db.select().from(networks).where(eq(networks.slug, "asia")).get();
    expect(rowOf(db, ref)).toMatchObject({ stage: "proposed", responsibleId: null, leadId: asia?.id });
  });

  it("misses no quarter and doubles none, whenever the program runs and stands still", () => {
    const db = seededDatabase();
    const every = fc.constantFrom(...RECURRENCES);
    const pauses = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(every, fc.integer({ min: -9, max: 9 }), pauses, (rhythm, offset, days) => {
        const first = quarterAfter(NOW, offset);
        const begun = begin(db, { start: first, due: null });
        recur(db, begun, rhythm);
        let at = TODAY;
        const made: string[] = [];
        for (const pause of days) {
          at = addDays(at, pause);
          // Twice, as two programs would at the same time.
          made.push(...makeRecurringActions(db, at), ...makeRecurringActions(db, at));
        }
        const step = rhythm === "year" ? 4 : 1;
        const wanted: string[] = [];
        for (let quarter = quarterAfter(first, step); quarter <= quarterAfter(quarterOf(at), 1); ) {
          if (quartersBetween(NOW, quarter) >= 0) wanted.push(quarter);
          quarter = quarterAfter(quarter, step);
        }
        expect(made.map((ref) => rowOf(db, ref).startQuarter)).toEqual(wanted);
        const series = recurrenceShown(db, rowOf(db, made.at(-1) ?? begun.ref).id);
        expect(series?.followedBy).toBeNull();
        recur(db, begun, null, 1, at);
      }),
      { numRuns: 30 },
    );
  });
});
