import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { QuartersOverdue, WHY_WAITING } from "~/features/home/overview/components/overview-lists.tsx";
import { TimeToAnswer } from "~/features/suggestions/components/time-to-answer.tsx";
import { DAY_MS } from "~/lib/days.ts";
import { useFormat } from "~/ui/format.ts";
import { MILESTONE_GLYPH, useLabels } from "~/ui/labels.ts";
import type { Dated } from "../dates.server.ts";
import type { Heard, Led } from "../followed.server.ts";
import type { MyItem } from "../list.server.ts";
import type { Owed, OwedDecision, ToAnswerAs, ToMove } from "../owed.server.ts";

/** What each list says under a line, and how a line without a title of its own is called. */
export function useAsides(now: number) {
  const labels = useLabels();
  const format = useFormat();

  const stand = ({ stage, due, late }: Led): ReactNode => (
    <>
      {labels.stage(stage)}
      {due && ` · ${format.quarter(due)}`}
      {late > 0 && (
        <>
          {" · "}
          <QuartersOverdue count={late} />
        </>
      )}
    </>
  );

  return {
    title: (line: MyItem): ReactNode => line.title || (line.board ? labels.board(line.board) : line.ref),
    responsible: stand,
    led: stand,
    followed: stand,
    else: ({ state }: Heard): ReactNode => (state ? labels.suggestionState(state) : <Trans>the whole board</Trans>),
    decisions: ({ awaitsPosition, dueOn }: OwedDecision): ReactNode => {
      if (awaitsPosition) return <Trans>waits for what your seat says</Trans>;
      if (dueOn === null) return <Trans>to be carried out</Trans>;
      const day = Date.parse(`${dueOn}T00:00:00Z`);
      const due = format.day(day);
      return now >= day + DAY_MS ? (
        <span className="overdue">
          <Trans>was to be carried out by {due}</Trans>
        </span>
      ) : (
        <Trans>to be carried out by {due}</Trans>
      );
    },
    answers: ({ day }: Owed): ReactNode => <TimeToAnswer responseDue={day ?? now} now={now} />,
    "check-ins": ({ day }: Owed): ReactNode => {
      if (day === null) return <Trans>no check-in yet</Trans>;
      const last = format.day(day);
      return <Trans>last check-in {last}</Trans>;
    },
    links: ({ network }: ToAnswerAs): ReactNode => <Trans>{network} has not answered yet</Trans>,
    actions: ({ reason, late }: ToMove): ReactNode => (
      <>
        {late > 0 && (
          <>
            <QuartersOverdue count={late} />
            {" · "}
          </>
        )}
        {WHY_WAITING[reason]}
      </>
    ),
    dates: ({ day, quarter, milestone }: Dated): ReactNode => {
      const on = format.day(+new Date(day));
      return quarter ? (
        <Trans>
          {on} · end of {format.quarter(quarter)}
        </Trans>
      ) : (
        `${on} · ${MILESTONE_GLYPH.ahead} ${milestone}`
      );
    },
  };
}

export type Asides = ReturnType<typeof useAsides>;
