import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Timeline } from "~/features/plan/boards/timeline/queries.server.ts";
import { timelineWith } from "~/features/plan/boards/timeline/query.ts";
import { SHOWN, STEP } from "~/features/plan/boards/timeline/visible-range.ts";
import { quarterAfter } from "~/lib/quarter.ts";
import { useFormat } from "~/ui/format.ts";

/** Moves the window, and chooses by what the rows are gathered: plain links, kept in the address. */
export function TimelineTools({ timeline, query }: { timeline: Timeline; query: URLSearchParams }) {
  const { t } = useLingui();
  const format = useFormat();
  const { from, count } = timeline.window;
  const asked = query.get("from");
  const first = format.quarter(from);
  const last = format.quarter(quarterAfter(from, count - 1));
  const all = asked === "all";
  const to = (value: string | null) => timelineWith(query, "from", value);
  return (
    <div className="timeline-tools">
      <nav aria-label={t`Quarters`}>
        <Link className="button" to={to(quarterAfter(from, -STEP))} preventScrollReset>
          <span aria-hidden>‹</span> <Trans>Earlier</Trans>
        </Link>
        <Link
          className="button"
          to={to(quarterAfter(from, all ? Math.max(STEP, count - SHOWN) : STEP))}
          preventScrollReset
        >
          <Trans>Later</Trans> <span aria-hidden>›</span>
        </Link>
        <Choice to={to(null)} on={asked === null}>
          <Trans>Around now</Trans>
        </Choice>
        <Choice to={to("all")} on={all}>
          <Trans>All quarters</Trans>
        </Choice>
        <span className="soft">
          <Trans>
            {first} to {last}
          </Trans>
        </span>
      </nav>
      <nav aria-label={t`Group by`}>
        <span className="soft">
          <Trans>Group by</Trans>
        </span>
        <Choice to={timelineWith(query, "group", null)} on={timeline.group === "lead"}>
          <Trans>Lead network</Trans>
        </Choice>
        <Choice to={timelineWith(query, "group", "level")} on={timeline.group === "level"}>
          <Trans>Level</Trans>
        </Choice>
      </nav>
    </div>
  );
}

function Choice({ to, on, children }: { to: string; on: boolean; children: ReactNode }) {
  return (
    <Link className="chip" to={to} preventScrollReset data-on={on || undefined} aria-current={on ? "true" : undefined}>
      {children}
    </Link>
  );
}
