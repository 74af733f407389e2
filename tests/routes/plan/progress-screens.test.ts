import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOARDS, HEALTHS, STAGES, type Stage } from "~/domain.ts";
import { moveAction } from "~/features/plan/actions/moves.server.ts";
import { progressOfMany } from "~/features/plan/actions/progress.ts";
import { checkIn } from "~/features/plan/key-results/check-in.server.ts";
import { addKeyResult, retireKeyResult } from "~/features/plan/key-results/mutations.server.ts";
import { loader as overviewLoader } from "~/routes/home/overview.tsx";
import { loader as actionLoader } from "~/routes/plan/action.tsx";
import { loader as boardLoader } from "~/routes/plan/board.tsx";
import { ask, enter, openApp } from "../../support/routes.ts";
import { someone } from "../../support/viewers.ts";

const app = openApp();

interface Card {
  ref: string;
  progress: number | null;
}
interface BoardData {
  summary: { progress: number; promised: number };
  columns: { stage: Stage; count: number; progress: number | null; cards: Card[] }[];
}
interface OverviewData {
  progress: number;
  boards: { board: string; progress: number; promised: number }[];
}

const number = fc.integer({ min: -50, max: 150 });
/** What coordinators do to the plan, in any order. */
const step = fc.record({
  what: fc.constantFrom("measure", "check-in", "retire", "move"),
  which: fc.nat({ max: 1000 }),
  stage: fc.constantFrom(...STAGES),
  start: number,
  target: number,
  value: number,
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const everything = `open=on-hold&open=dropped&shown=${STAGES.map((stage) => `${stage}:500`).join(",")}`;

describe("progress", () => {
  test("never differs between an action's page, its card, its stage, its board and the overview, and stays a percentage", async () => {
    const { db } = app;
    const viewer = someone(db, "admin", "asia");
    const cookie = await enter(viewer.id);
    const by = { personId: viewer.id, at: new Date() };
    const read = async <T>(loader: typeof boardLoader | typeof actionLoader | typeof overviewLoader, path: string) => {
      const [, first, second = ""] = (path.split("?")[0] ?? "").split("/");
      const params: Record<string, string> = first === "boards" ? { board: second } : first ? { ref: second } : {};
      return (await ask(loader, { path, params, cookie })).data as T;
    };
    const refs = db.$client.prepare("select ref from actions order by id").pluck().all() as string[];

    const run = (steps: Step[]) => {
      for (const { what, which, stage, start, target, value } of steps) {
        const ref = refs[which % refs.length] as string;
        const row = db.$client.prepare("select version from actions where ref = ?").get(ref) as { version: number };
        const id = db.$client
          .prepare(
            "select k.id from key_results k join actions a on a.id = k.action_id where a.ref = ? and retired_at is null limit 1",
          )
          .pluck()
          .get(ref) as number | undefined;
        if (what === "move") {
          moveAction(db, by, null, { ref, version: row.version, stage, outcome: { en: "A test." } });
        } else if (what === "measure" || id === undefined) {
          const input = {
            name: { en: "A test" },
            unit: "%",
            start,
            target: target + (start === target ? 1 : 0),
            due: null,
          };
          addKeyResult(db, by, viewer, ref, input);
        } else if (what === "retire") {
          const version = db.$client.prepare("select version from key_results where id = ?").pluck().get(id) as number;
          retireKeyResult(db, by, viewer, { ref, id, version });
        } else {
          const said = {
            health: HEALTHS[0],
            happened: "A test.",
            evidence: "",
            obstacles: "",
            language: "en" as const,
          };
          checkIn(db, by, viewer, ref, { ...said, values: [{ id, value, health: null }] });
        }
      }
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        run(steps);
        const overview = await read<OverviewData>(overviewLoader, "/");
        let [sum, promised] = [0, 0];
        for (const board of BOARDS) {
          const { summary, columns } = await read<BoardData>(boardLoader, `/boards/${board}?${everything}`);
          const glance = overview.boards.find((one) => one.board === board);
          expect(glance).toMatchObject({ progress: summary.progress, promised: summary.promised });
          let ofBoard = 0;
          for (const { stage, count, cards, progress } of columns) {
            expect(cards).toHaveLength(count);
            const ofStage = cards.reduce((total, card) => total + (card.progress ?? 0), 0);
            if (stage !== "dropped" && count > 0) {
              const all = { stage: "proposed" as const, count, measured: count, sum: ofStage };
              expect(progress).toBe(progressOfMany([all]));
            }
            ofBoard += ofStage;
            for (const card of cards) {
              expect(card.progress === null).toBe(stage === "on-hold" || stage === "dropped");
              expect(card.progress ?? 0).toBeGreaterThanOrEqual(0);
              expect(card.progress ?? 0).toBeLessThanOrEqual(100);
            }
            // The page of one card of each stage: all of them would be the same loader again.
            const first = cards[0];
            const page = first && (await read<{ progress: number | null }>(actionLoader, `/actions/${first.ref}`));
            if (first) expect(page).toMatchObject({ progress: first.progress });
          }
          const mean = {
            stage: "proposed" as const,
            count: summary.promised,
            measured: summary.promised,
            sum: ofBoard,
          };
          expect(summary.progress).toBe(progressOfMany([mean]));
          sum += ofBoard;
          promised += summary.promised;
        }
        expect(overview.progress).toBe(
          progressOfMany([{ stage: "proposed", count: promised, measured: promised, sum }]),
        );
      }),
      { numRuns: 6 },
    );
  });
});
