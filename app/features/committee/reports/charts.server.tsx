import { I18nProvider } from "@lingui/react";
import type { ReactElement } from "react";
import type { Language } from "~/domain.ts";
import { DueAndDoneChart } from "~/features/committee/reviews/charts/due-and-done-chart.tsx";
import { HealthByBoard } from "~/features/committee/reviews/charts/health-by-board.tsx";
import { KeyResultsChart } from "~/features/committee/reviews/charts/key-results-chart.tsx";
import { StagesOverTime } from "~/features/committee/reviews/charts/stages-over-time.tsx";
import { i18nFor } from "~/i18n/catalogs.server.ts";
import type { Charted } from "./parts/figures.server.ts";
import type { Charts } from "./writers/blocks.server.tsx";

/** The four figures of a review in one language, each with its table open below it. */
export function drawnCharts({ flow, dueAndDone, boards }: Charted, language: Language): Charts {
  const inWords = (drawing: ReactElement) => <I18nProvider i18n={i18nFor(language)}>{drawing}</I18nProvider>;
  return {
    flow: inWords(<StagesOverTime flow={flow} open />),
    "due-and-done": inWords(<DueAndDoneChart dueAndDone={dueAndDone} open />),
    health: inWords(<HealthByBoard boards={boards} open />),
    "key-results": inWords(<KeyResultsChart boards={boards} open />),
  };
}
