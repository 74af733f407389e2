import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { CheckInWithValues, KeyResultShown } from "~/features/plan/key-results/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { CheckInView } from "./check-in-view.tsx";
import { HealthMark } from "./health-mark.tsx";
import { KeyResultChart } from "./key-result-chart.tsx";
import { Measured } from "./measured.tsx";

interface SectionProps {
  ref_: string;
  keyResults: KeyResultShown[];
  latest: CheckInWithValues | null;
  mayWork: boolean;
}

/** How an action is measured and how it goes, on its page. */
export function KeyResultsSection({ ref_: ref, keyResults, latest, mayWork }: SectionProps) {
  const followed = keyResults.filter(({ retired }) => !retired);
  const retired = keyResults.filter((one) => one.retired);
  return (
    <>
      <section className="section key-results" id="key-results">
        <h2>
          <Trans>Key results</Trans>
        </h2>
        {followed.length === 0 && (
          <p className="soft">
            {mayWork ? (
              <Trans>Nothing measures this action yet, so that its stage stands for its progress.</Trans>
            ) : (
              <Trans>Nothing measures this action yet.</Trans>
            )}
          </p>
        )}
        <ul className="rows">
          {followed.map((one) => (
            <KeyResult key={one.id} ref_={ref} of={one} />
          ))}
        </ul>
        {mayWork && (
          <p className="buttons">
            <Link className="button" to={`/actions/${ref}/key-results/new`}>
              <Trans>Add a key result</Trans>
            </Link>
          </p>
        )}
        {retired.length > 0 && (
          <details className="retired">
            <summary>
              <Trans>No longer followed</Trans> ({retired.length})
            </summary>
            <ul className="rows">
              {retired.map(({ id, name, lang }) => (
                <li key={id}>
                  <Link to={`/actions/${ref}/key-results/${id}`} lang={lang ?? undefined}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <section className="section" id="check-in">
        <h2>
          <Trans>Latest check-in</Trans>
        </h2>
        {latest ? (
          <CheckInView checkIn={latest} />
        ) : (
          <p className="soft">
            <Trans>Nobody has checked in yet.</Trans>
          </p>
        )}
        <p className="buttons">
          {mayWork && (
            <Link className="button" to={`/actions/${ref}/check-in`}>
              <Trans>Check in</Trans>
            </Link>
          )}
          {latest && (
            <Link className="button quiet" to={`/actions/${ref}/history?kind=check-in.given`}>
              <Trans>All check-ins</Trans>
            </Link>
          )}
        </p>
      </section>
    </>
  );
}

function KeyResult({ ref_: ref, of }: { ref_: string; of: KeyResultShown }) {
  const format = useFormat();
  const { id, name, lang, unit, start, target, latest, due, progress, health, checkedAt } = of;
  const quarter = due && format.quarter(due);
  const day = checkedAt && format.dayOf(checkedAt);
  return (
    <li className="key-result" data-key-result={id}>
      <div>
        <h3>
          <Link to={`/actions/${ref}/key-results/${id}`} lang={lang ?? undefined}>
            {name}
          </Link>
        </h3>
        <p className="stands">
          <strong>
            <Measured value={latest ?? start} unit={unit} />
          </strong>
          {progress !== null && <Reached percent={progress} />}
        </p>
        <p className="soft">
          <FromTo start={start} target={target} unit={unit} />
          {quarter && (
            <>
              {" · "}
              <Trans>due {quarter}</Trans>
            </>
          )}
        </p>
        <p className="soft">
          {health && day ? (
            <>
              <HealthMark health={health} /> · {day}
            </>
          ) : (
            <Trans>No value yet</Trans>
          )}
        </p>
      </div>
      <KeyResultChart of={of} />
    </li>
  );
}

/** Where a measure starts and where it is to go: "from 3 to 19 networks". */
export function FromTo({ start, target, unit }: Pick<KeyResultShown, "start" | "target" | "unit">) {
  const format = useFormat();
  const [from, to] = [format.number(start), format.number(target)];
  return (
    <Trans>
      from {from} to {to} {unit}
    </Trans>
  );
}

function Reached({ percent }: { percent: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const share = format.percent(percent);
  return (
    <span className="reached">
      <span className="bar-of" aria-hidden>
        <i style={{ width: `${percent}%` }} />
      </span>
      <span title={t`${share} progress`}>{share}</span>
    </span>
  );
}
