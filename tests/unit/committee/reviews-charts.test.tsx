import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/domain.ts";
import { DueAndDoneChart } from "~/features/committee/reviews/charts/due-and-done-chart.tsx";
import { HealthByBoard } from "~/features/committee/reviews/charts/health-by-board.tsx";
import { KeyResultsChart } from "~/features/committee/reviews/charts/key-results-chart.tsx";
import { bandOf, FEW } from "~/features/committee/reviews/charts/progress-bands.ts";
import { axisTo, spread } from "~/features/committee/reviews/charts/scale.ts";
import { StagesOverTime } from "~/features/committee/reviews/charts/stages-over-time.tsx";
import type { BoardReview, FlowAt, KeyResultInReview } from "~/features/committee/reviews/snapshot.ts";
import { i18nFor } from "~/i18n/catalogs.server.ts";

const drawn = (chart: ReactNode, language: Language = "en") =>
  renderToStaticMarkup(<I18nProvider i18n={i18nFor(language)}>{chart}</I18nProvider>);

const NONE = { proposed: 0, planned: 0, "under-way": 0, "under-review": 0, done: 0, "on-hold": 0, dropped: 0 };
const flow: FlowAt[] = [
  { quarter: "2026-Q2", counts: { ...NONE, planned: 10, "under-way": 4 } },
  { quarter: "2026-Q3", counts: { ...NONE, planned: 6, "under-way": 6, done: 3, dropped: 1 } },
  { quarter: "2026-Q4", counts: { ...NONE, planned: 3, "under-way": 5, "under-review": 2, done: 6, dropped: 1 } },
];
const names = { nl: "Lobby", fr: "Lobbying (fr)", es: "Incidencia", en: "Lobbying" };
const keyResult = (progress: number | null, index = 0): KeyResultInReview => ({
  ref: `LOB-${index}`,
  names: { en: `networks that take part ${index}` },
  unit: "networks",
  start: 0,
  target: 100,
  latest: progress,
  progress,
  due: "2026-Q4",
  checkIns: [],
});
const board = (keyResults: KeyResultInReview[]): BoardReview =>
  ({
    board: "lobbying",
    names,
    keyResults,
    health: { "on-track": 3, "at-risk": 2, "off-track": 1, unknown: 4 },
  }) as unknown as BoardReview;

const ALL = [
  ["stages over time", <StagesOverTime key="1" flow={flow} />],
  ["due and done", <DueAndDoneChart key="2" dueAndDone={[{ quarter: "2026-Q4", due: 5, done: 2 }]} />],
  ["health by board", <HealthByBoard key="3" boards={[board([])]} />],
  ["key results", <KeyResultsChart key="4" boards={[board([keyResult(40), keyResult(null, 1)])]} />],
] as const;

describe("a chart of a review", () => {
  test.each(ALL)("has a title, units, a drawing with words and a table: %s", (_, chart) => {
    for (const language of LANGUAGES) {
      const html = drawn(chart, language);
      expect(html).toMatch(/<figcaption><strong>.+<\/strong> <span class="chart-units">.+<\/span>/);
      expect(html).toMatch(/<svg[^>]+role="img"[^>]+aria-label=".+?"/);
      expect(html).toMatch(/<details>.*<table.*<th scope="row"/s);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test("says so where there is nothing to draw", () => {
    const empty = [
      <StagesOverTime key="1" flow={[]} />,
      <StagesOverTime key="2" flow={[{ quarter: "2026-Q4", counts: NONE }]} />,
      <DueAndDoneChart key="3" dueAndDone={[{ quarter: "2026-Q4", due: 0, done: 0 }]} />,
      <HealthByBoard key="4" boards={[]} />,
      <KeyResultsChart key="5" boards={[board([])]} />,
    ];
    for (const chart of empty) {
      expect(drawn(chart)).toContain('class="chart-nothing"');
      expect(drawn(chart)).not.toContain("<svg");
    }
  });

  test("is drawn of one quarter alone", () => {
    const html = drawn(<StagesOverTime flow={flow.slice(2)} />);
    // One level area a stage, as wide as the drawing.
    expect(html.match(/<path class="part"/g)).toHaveLength(5);
    expect(html).not.toMatch(/NaN/);
  });

  test("stacks the stages without a gap, done at the ground", () => {
    const html = drawn(<StagesOverTime flow={flow} />);
    const paths = [...html.matchAll(/<path class="part"[^>]* d="M([^"]+)Z"/g)].map(([, d = ""]) =>
      d.split("L").map((point) => point.split(" ").map(Number)),
    );
    const upper = (path: number[][]) => path.slice(0, flow.length).map(([, y]) => y);
    const lower = (path: number[][]) =>
      path
        .slice(flow.length)
        .toReversed()
        .map(([, y]) => y);
    expect(new Set(lower(paths[0] as number[][])).size).toBe(1);
    for (let index = 1; index < paths.length; index++)
      expect(lower(paths[index] as number[][])).toEqual(upper(paths[index - 1] as number[][]));
  });

  test("opens its table where asked, and gives its patterns ids of its own", () => {
    const html = drawn(
      <>
        <HealthByBoard open boards={[board([])]} />
        <HealthByBoard open boards={[board([])]} />
      </>,
    );
    expect(html.match(/<details open=""/g)).toHaveLength(2);
    const ids = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  test("draws many key results as bands, whose figures add up", () => {
    const many = Array.from({ length: FEW + 77 }, (_, index) => keyResult(index % 5 === 0 ? null : index, index));
    const html = drawn(<KeyResultsChart boards={[board(many)]} />);
    expect(html).not.toContain("networks that take part");
    const cells = [...html.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, figure]) => Number(figure));
    expect(cells.reduce((sum, one) => sum + one, 0)).toBe(many.length);
  });
});

test.each([
  [null, "unmeasured"],
  [0, "first"],
  [24, "first"],
  [25, "second"],
  [99, "fourth"],
  [100, "reached"],
] as const)("a key result at %s percent is in the band %s", (progress, band) => expect(bandOf(progress)).toBe(band));

test.each([0, 1, 3, 7, 24, 99, 1_003, 5_000])("an axis up to %s ends at or above it in few round steps", (most) => {
  const { top, steps } = axisTo(most);
  expect(top).toBeGreaterThanOrEqual(most);
  expect(steps.at(-1)).toBe(top);
  expect(steps.length).toBeLessThanOrEqual(6);
  expect(steps.every(Number.isInteger)).toBe(true);
});

test("labels are moved apart in their order, and stay within the drawing", () => {
  const placed = spread([10, 12, 13, 100, 101], 15, 100);
  for (let index = 1; index < placed.length; index++)
    expect((placed[index] ?? 0) - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(15);
  expect(placed.at(-1)).toBe(100);
});
