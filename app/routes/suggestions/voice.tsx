import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { barsOf } from "~/features/suggestions/bars.server.ts";
import { PeriodForm } from "~/features/suggestions/components/period-form.tsx";
import { Silent } from "~/features/suggestions/components/silent.tsx";
import { VoiceBars } from "~/features/suggestions/components/voice-bars.tsx";
import { VoiceMap } from "~/features/suggestions/components/voice-map.tsx";
import { VoiceTable } from "~/features/suggestions/components/voice-table.tsx";
import { marksOf } from "~/features/suggestions/map.server.ts";
import { readPeriod, usualPeriods, voices } from "~/features/suggestions/voice.server.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { useFormat } from "~/ui/format.ts";
import { voiceStyle } from "~/ui/voice-style.ts";

export const loader = forViewer((visit) => {
  const { db, url, at, i18n } = visit;
  const period = readPeriod(url.searchParams, at);
  const { rows, whole, quarter, first } = voices(db, visit, period);
  return {
    period,
    rows,
    whole,
    quarter,
    usual: usualPeriods(at, first),
    bars: barsOf(rows),
    marks: marksOf(rows.filter(({ kind }) => kind === "national")),
    title: i18n._(msg`Who is heard`),
  };
});

export const meta = titled;
export const links = voiceStyle;

/** Who is heard: what came from each continent and country, what became of it, and who is silent. */
export default function VoicePage() {
  const { period, usual, rows, whole, quarter, bars, marks } = useLoaderData<typeof loader>();
  const format = useFormat();
  const kept = `${format.number(whole.deadlinesMet)}/${format.number(whole.deadlinesEnded)}`;
  const days = whole.medianDays === null ? "–" : format.number(whole.medianDays);
  return (
    <main id="content" className="page voice">
      <p className="crumbs">
        <Link to="/networks">
          <Trans>Networks</Trans>
        </Link>
        <Link to="/suggestions">
          <Trans>Suggestions</Trans>
        </Link>
      </p>
      <header className="page-head">
        <div>
          <h1>
            <Trans>Who is heard</Trans>
          </h1>
          <p>
            <Plural value={whole.made} one="# suggestion" other="# suggestions" /> ·{" "}
            <Trans>median days to an answer: {days}</Trans> · <Trans>promises kept: {kept}</Trans>
          </p>
        </div>
      </header>
      <PeriodForm key={`${period.from} ${period.to}`} period={period} usual={usual} />
      <VoiceMap marks={marks} />
      <Silent networks={rows.filter(({ silent }) => silent)} quarter={quarter} />
      <VoiceBars bars={bars} />
      <VoiceTable rows={rows} whole={whole} />
    </main>
  );
}
