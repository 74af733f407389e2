import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { KeyResultShown } from "~/features/committee/reviews/shown.ts";
import { HealthMark } from "~/features/plan/key-results/components/health-mark.tsx";
import { useFormat } from "~/ui/format.ts";

/** A key result, how far it is, and what was said of it in the quarter. */
export function KeyResultLine({ one }: { one: KeyResultShown }) {
  const format = useFormat();
  const { ref, name, lang, unit, start, target, latest, progress, checkIns } = one;
  const [from, to] = [format.number(start), format.number(target)];
  const value = latest === null ? null : format.number(latest);
  return (
    <li>
      <small className="ref">{ref}</small>
      <div>
        <Link to={`/actions/${ref}`} lang={lang ?? undefined}>
          {name}
        </Link>
        <p className="soft">
          {value === null ? (
            <Trans>
              no value yet; from {from} to {to} {unit}
            </Trans>
          ) : (
            <Trans>
              {value} {unit}; from {from} to {to}
            </Trans>
          )}
          {progress !== null && ` · ${format.percent(progress)}`}
        </p>
        {checkIns.length === 0 ? (
          <p className="soft">
            <Trans>Nothing moved: no check-in in this quarter.</Trans>
          </p>
        ) : (
          <ul className="check-ins">
            {checkIns.map(({ at, value: given, health, happened, obstacles }) => (
              <li key={at}>
                <span className="soft">{format.day(Date.parse(at))}</span> <HealthMark health={health} />
                {given !== null && ` · ${format.number(given)} ${unit}`} ·{" "}
                <q lang={happened.language}>{happened.text}</q>
                {obstacles && (
                  <>
                    {" · "}
                    <Trans>What stands in the way:</Trans> <q lang={obstacles.language}>{obstacles.text}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
