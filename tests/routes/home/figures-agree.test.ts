import fc from "fast-check";
import { expect, test } from "vitest";
import { BOARDS, HEALTHS, STAGES } from "~/domain.ts";
import { reviewSnapshot } from "~/features/committee/reviews/figures.server.ts";
import { findReview } from "~/features/committee/reviews/list.server.ts";
import { openReview } from "~/features/committee/reviews/mutations.server.ts";
import type { Viewer } from "~/features/core/policy.ts";
import { allNetworks } from "~/features/people/networks/queries.server.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { DAY_MS } from "~/lib/days.ts";
import { quarterAfter, quarterOf } from "~/lib/quarter.ts";
import { loader as my } from "~/routes/home/my.tsx";
import { loader as overview } from "~/routes/home/overview.tsx";
import { loader as network } from "~/routes/people/network.tsx";
import { loader as board } from "~/routes/plan/board.tsx";
import { loader as checkInList } from "~/routes/plan/check-ins.tsx";
import { loader as due } from "~/routes/plan/due.tsx";
import { loader as inbox } from "~/routes/suggestions/suggestions-inbox.tsx";
import type { Database } from "~db/connection.ts";
import { checkIns, subsidiarityLinks } from "~db/schema.ts";
import { ask, enter, networkId, openApp } from "../../support/routes.ts";
import { actionOf, edit, rowOf, suggest, writeAnswer } from "../../support/suggestions.ts";
import { someone } from "../../support/viewers.ts";

/*
 * A figure is the same number wherever it is shown, and as long as the list to which it leads: on plans at random, for every
 * role. What the screens are given is compared, loader by loader.
 */

const app = openApp();

const step = fc.record({
  what: fc.constantFrom("move", "due", "check-in", "suggest", "put-off", "ask", "write", "link"),
  which: fc.nat(1000),
  stage: fc.constantFrom(...STAGES),
  quarters: fc.integer({ min: -3, max: 2 }),
  daysAgo: fc.integer({ min: 0, max: 80 }),
  board: fc.constantFrom(...BOARDS),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

function apply(db: Database, people: Record<string, Viewer>, { what, which, stage, quarters, daysAgo, board }: Step) {
  const refs = db.$client.prepare("select ref from actions order by id").pluck().all() as string[];
  const ref = refs[which % refs.length] ?? "";
  const open = db.$client
    .prepare("select id from suggestions where state in ('submitted', 'under-consideration') order by id")
    .pluck()
    .all() as number[];
  const suggestion = open[which % (open.length || 1)];
  const set = (column: string, value: number | string) =>
    db.$client.prepare(`update suggestions set ${column} = ? where id = ?`).run(value, suggestion);
  switch (what) {
    case "move": {
      const at = ago(0);
      moveAction(db, { personId: null, at }, null, {
        ref,
        version: actionOf(db, ref).version,
        stage,
        outcome: { en: "So." },
      });
      return;
    }
    case "due":
      edit(db, ref, { start: null, due: quarterAfter(quarterOf(new Date()), quarters) });
      return;
    case "check-in":
      db.insert(checkIns)
        .values({
          actionId: actionOf(db, ref).id,
          health: HEALTHS[which % HEALTHS.length] ?? "on-track",
          happened: "So.",
          evidence: "",
          obstacles: "",
          language: "en",
          authorId: people.admin?.id ?? "",
          at: ago(daysAgo),
        })
        .run();
      return;
    case "suggest":
      suggest(db, (which % 2 ? people.member : people.coordinator) as Viewer, { board }, ago(daysAgo));
      return;
    case "put-off":
      if (suggestion) set("put_off_until", new Date(Date.now() + (daysAgo - 40) * DAY_MS).toISOString().slice(0, 10));
      return;
    case "ask":
      if (suggestion) set("asked_at", +ago(daysAgo));
      return;
    case "write": {
      const admin = people.admin as Viewer;
      if (suggestion && rowOf(db, suggestion).authorId !== admin.id) writeAnswer(db, admin, suggestion, "declined");
      return;
    }
    case "link":
      db.insert(subsidiarityLinks)
        .values({
          actionId: actionOf(db, ref).id,
          networkId: networkId(db, which % 2 ? "nepal" : "guatemala"),
          how: { en: "It helps." },
          createdAt: ago(daysAgo),
        })
        .onConflictDoNothing()
        .run();
  }
}

interface Listed {
  total: number;
  pages: number;
}
interface Overview {
  boards: { board: string; late: number; dueNow: number }[];
  due: { total: number };
  owed: Record<string, number>;
  waiting: unknown[];
  withoutCheckIn: number | null;
  inbox: { waiting: number; near: number; past: number } | null;
}
interface My {
  lists: Record<string, { total: number; rows: unknown[] }>;
  pages: number;
}

test("every figure is as long as the list behind it, on all screens and for every role", {
  timeout: 300_000,
}, async () => {
  const { db } = app;
  const people = {
    admin: someone(db, "admin", "asia"),
    coordinator: someone(db, "coordinator", "asia", ["lobbying", "learning"]),
    committee: someone(db, "committee", "latin-america"),
    member: someone(db, "member", "nepal"),
    observer: someone(db, "observer", "nepal"),
  };
  const cookies = new Map<string, string>();
  for (const [role, { id }] of Object.entries(people)) cookies.set(role, await enter(id));
  const quarter = quarterOf(new Date());
  openReview(db, { personId: people.admin.id, at: new Date() }, people.admin, quarter, {
    meetingAt: null,
    timeZone: "UTC",
    link: "",
    agenda: [],
  });

  const compare = async (role: keyof typeof people) => {
    const read = async <T>(loader: unknown, path: string, params: Record<string, string> = {}) => {
      const cookie = cookies.get(role);
      return (await ask(loader as typeof overview, { path, params, cookie })).data as T;
    };
    /** The rows of all pages of a list. */
    const whole = async (loader: unknown, path: string, pages: number, rows: (page: never) => unknown[]) => {
      let count = 0;
      for (let page = 1; page <= pages; page += 1) count += rows(await read(loader, `${path}&page=${page}`)).length;
      return count;
    };
    const seen = await read<Overview>(overview, "/");
    const mine = await read<My>(my, "/my");
    for (const [part, count] of Object.entries(seen.owed)) {
      expect(mine.lists[part]?.total, `${role}: ${part} on /my`).toBe(count);
      const alone = await read<My>(my, `/my?show=${part}`);
      const rows = await whole(my, `/my?show=${part}`, alone.pages, (page: My) => page.lists[part]?.rows ?? []);
      expect(rows, `${role}: ${part} in its list`).toBe(count);
    }
    if (seen.withoutCheckIn !== null) {
      expect(seen.owed["check-ins"], role).toBe(seen.withoutCheckIn);
      const list = await read<Listed>(checkInList, "/check-ins?mine=1");
      expect(list.total, role).toBe(seen.withoutCheckIn);
      const rows = await whole(
        checkInList,
        "/check-ins?mine=1",
        list.pages,
        (page: { actions: unknown[] }) => page.actions,
      );
      expect(rows, role).toBe(seen.withoutCheckIn);
    }
    if (seen.inbox) {
      expect(seen.owed.answers, role).toBe(seen.inbox.waiting);
      const list = await read<Listed & { counts: { waiting: number } }>(inbox, "/suggestions/inbox");
      expect([list.total, list.counts.waiting], role).toEqual([seen.inbox.waiting, seen.inbox.waiting]);
      for (const part of ["near", "past"] as const)
        expect((await read<Listed>(inbox, `/suggestions/inbox?due=${part}`)).total, role).toBe(seen.inbox[part]);
    }
    const sum = (pick: (one: Overview["boards"][number]) => number) =>
      seen.boards.reduce((all, one) => all + pick(one), 0);
    expect((await read<Listed>(due, "/due?show=late")).total).toBe(sum(({ late }) => late));
    expect((await read<Listed>(due, "/due?show=now")).total).toBe(sum(({ dueNow }) => dueNow));
    expect(seen.due.total).toBe(sum(({ late, dueNow }) => late + dueNow));
    for (const one of seen.boards) {
      const shown = await read<{ summary: { late: number; dueNow: number } }>(board, `/boards/${one.board}`, {
        board: one.board,
      });
      expect(shown.summary, one.board).toMatchObject({ late: one.late, dueNow: one.dueNow });
      const late = await read<Listed>(due, `/due?show=late&board=${one.board}`);
      const rows = await whole(
        due,
        `/due?show=late&board=${one.board}`,
        late.pages,
        (page: { due: unknown[] }) => page.due,
      );
      expect([late.total, rows], one.board).toEqual([one.late, one.late]);
    }
    if (role === "member") {
      const nepal = await read<{ strengthened: { owed: number } | null }>(network, "/networks/nepal", {
        slug: "nepal",
      });
      expect(nepal.strengthened?.owed).toBe(seen.owed.links);
    }
    if (role !== "admin") return;
    // The committee's review of this quarter counts the whole plan by the same rules.
    const row = findReview(db, quarter);
    if (!row) throw new Error("The review is not open.");
    const attention = reviewSnapshot(db, row, allNetworks(db), new Date()).boards.flatMap((one) => one.attention);
    const because = (what: string) => attention.filter(({ why }) => why.some((one) => one.what === what)).length;
    expect(because("late")).toBe(sum(({ late }) => late));
    expect(because("stale")).toBe((await read<Listed>(checkInList, "/check-ins?")).total);
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      for (const one of steps) apply(db, people, one);
      for (const role of Object.keys(people) as (keyof typeof people)[]) await compare(role);
    }),
    { numRuns: 4 },
  );
});
