import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { STAGES } from "~/domain.ts";
import { dueSql, overdueSql, quartersOverdueSql } from "~/features/plan/actions/due.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { findAction } from "~/features/plan/actions/queries.server.ts";
import { isOpen } from "~/features/plan/actions/stage.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { withoutCheckInSql } from "~/features/plan/key-results/without-check-in.server.ts";
import {
  daysWithoutCheckIn,
  needsCheckIns,
  WITHOUT_CHECK_IN_DAYS,
  withoutCheckInSince,
} from "~/features/plan/key-results/without-check-in.ts";
import { DAY_MS } from "~/lib/days.ts";
import { quarterAfter, quartersOverdue } from "~/lib/quarter.ts";
import type { Database } from "~db/connection.ts";
import { actions } from "~db/schema.ts";
import { seededDatabase, TODAY } from "../../support/database.ts";
import { someone } from "../../support/viewers.ts";

const NOW = "2026-Q4";

test("late in SQL is late in code, and by as many quarters", () => {
  const db = seededDatabase();
  const [first] = db.select().from(actions).limit(1).all();
  if (!first) throw new Error("The seed has no action.");
  const { id: _, ...row } = first;
  // The rule reads two columns alone: rows that no mutation would write are as good as others.
  let number = 100;
  for (const stage of STAGES)
    for (const distance of [null, -9, -4, -1, 0, 1, 5]) {
      const dueQuarter = distance === null ? null : quarterAfter(NOW, distance);
      db.insert(actions)
        .values({ ...row, ref: `LOB-${++number}`, rank: `z${number}`, stage, dueQuarter })
        .run();
    }
  const rows = db
    .select({
      stage: actions.stage,
      due: actions.dueQuarter,
      late: sql<number | null>`${overdueSql(NOW)}`,
      listed: sql<number | null>`${dueSql("late", NOW)}`,
      quarters: sql<number>`${quartersOverdueSql(NOW)}`,
    })
    .from(actions)
    .all();
  expect(rows.length).toBeGreaterThan(49);
  for (const { stage, due, late, listed, quarters } of rows) {
    const expected = quartersOverdue(due, isOpen(stage), NOW);
    expect({ stage, due, late: Boolean(late), listed: Boolean(listed), quarters }).toEqual({
      stage,
      due,
      late: expected > 0,
      listed: expected > 0,
      quarters: expected,
    });
  }
});

const step = fc.record({
  /** Days after the step before; most lie near the thirty that the rule asks for. */
  after: fc.constantFrom(
    0,
    1,
    WITHOUT_CHECK_IN_DAYS - 1,
    WITHOUT_CHECK_IN_DAYS,
    WITHOUT_CHECK_IN_DAYS + 1,
    2 * WITHOUT_CHECK_IN_DAYS,
  ),
  do: fc.oneof(fc.constant("check-in" as const), fc.constantFrom(...STAGES)),
});

const isWithoutCheckIn = (db: Database, ref: string, at: number) =>
  db
    .select({ ref: actions.ref })
    .from(actions)
    .where(withoutCheckInSql(new Date(at)))
    .all()
    .some((one) => one.ref === ref);

test("without a check-in in SQL is without one in code, to the day, whatever happened to an action", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const db = seededDatabase();
      const admin = { ...someone(db, "coordinator", "asia", ["learning"]), role: "admin" as const };
      let at = +TODAY;
      const ref = "LRN-2";
      const action = findAction(db, ref);
      if (!action) throw new Error(`The seed has no ${ref}.`);
      let { stage } = action;
      const row = db
        .select()
        .from(actions)
        .all()
        .find((one) => one.ref === ref);
      let begun: number | null = null;
      let checked: number | null = null;
      for (const { after, do: what } of steps) {
        at += after * DAY_MS;
        const by = { personId: admin.id, at: new Date(at) };
        if (what === "check-in") {
          const said = { health: "on-track", happened: "Well.", evidence: "", obstacles: "", language: "en" } as const;
          checkIn(db, by, admin, ref, { ...said, values: [] });
          checked = at;
        } else {
          const version = findAction(db, ref)?.version ?? 0;
          const moved = moveAction(db, by, null, { ref, version, stage: what, after: null, outcome: { en: "Why." } });
          if (moved.status !== "moved") continue;
          if (needsCheckIns(what) && !needsCheckIns(stage)) begun = at;
          stage = what;
        }
        // Before the first of these steps, the seed's own history says since when it is in hand.
        if (begun === null && checked === null) continue;
        const since = withoutCheckInSince(checked, begun, +(row?.createdAt ?? 0));
        for (const days of [WITHOUT_CHECK_IN_DAYS - 1, WITHOUT_CHECK_IN_DAYS, WITHOUT_CHECK_IN_DAYS + 1]) {
          const seen = since + days * DAY_MS;
          for (const instant of [seen - 1, seen])
            if (instant >= at)
              expect(isWithoutCheckIn(db, ref, instant)).toBe(daysWithoutCheckIn(stage, since, instant) !== null);
        }
      }
    }),
    { numRuns: 15, seed: 20191130 },
  );
});
