import { Trans } from "@lingui/react/macro";
import { DueAndDoneChart } from "~/features/committee/reviews/charts/due-and-done-chart.tsx";
import { HealthByBoard } from "~/features/committee/reviews/charts/health-by-board.tsx";
import { KeyResultsChart } from "~/features/committee/reviews/charts/key-results-chart.tsx";
import { StagesOverTime } from "~/features/committee/reviews/charts/stages-over-time.tsx";
import type { ReviewScreen } from "~/features/committee/reviews/screen.server.ts";

/** The quarter and those before it in four drawings, each with its table. */
export function ReviewCharts({ charts }: { charts: NonNullable<ReviewScreen["charts"]> }) {
  const { flow, dueAndDone, boards } = charts;
  return (
    <section className="section review-charts" id="charts">
      <h2>
        <Trans>In drawings</Trans>
      </h2>
      <StagesOverTime flow={flow} />
      <DueAndDoneChart dueAndDone={dueAndDone} />
      <HealthByBoard boards={boards} />
      <KeyResultsChart boards={boards} />
    </section>
  );
}
