import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ActionWithoutCheckIn } from "~/features/plan/key-results/without-check-in.server.ts";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import { HealthMark } from "./health-mark.tsx";

interface WithoutCheckInListProps {
  actions: ActionWithoutCheckIn[];
  /** The lead networks' names, by their ids. */
  leads: Record<number, string>;
  back: string;
}

/** Actions of which nothing has been heard for a while, each with the way to say how it goes. */
export function WithoutCheckInList({ actions, leads, back }: WithoutCheckInListProps) {
  const { t } = useLingui();
  const labels = useLabels();
  const format = useFormat();
  return (
    <ul className="rows without-check-in">
      {actions.map(({ ref, board, title, lang, stage, lead, checkedAt, health, mine }) => (
        <li key={ref} data-board={board} data-action={ref} id={ref}>
          <div>
            <p className="soft">
              <span className="ref">{ref}</span> · {labels.boardShort(board)} · {labels.stage(stage)} · {leads[lead]}
            </p>
            <h3>
              <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
                {title}
              </Link>
            </h3>
            <p className="soft">
              {checkedAt === null || health === null ? (
                <Trans>No check-in yet</Trans>
              ) : (
                <>
                  <HealthMark health={health} /> · {format.dayOf(checkedAt)}
                </>
              )}
            </p>
          </div>
          {mine && (
            <Link
              className="button"
              to={`/actions/${ref}/check-in?back=${encodeURIComponent(back)}`}
              aria-label={t`Check in on ${ref}`}
            >
              <Trans>Check in</Trans>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
