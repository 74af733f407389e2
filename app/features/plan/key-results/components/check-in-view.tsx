import { Trans } from "@lingui/react/macro";
import type { CheckInShown, CheckInWithValues } from "~/features/plan/key-results/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { HealthMark } from "./health-mark.tsx";
import { Measured } from "./measured.tsx";

/** One check-in: how it goes, of what, who said so and when, what happened, what stands in the way. */
export function CheckInView({ checkIn }: { checkIn: CheckInShown | CheckInWithValues }) {
  const format = useFormat();
  const { at, by, health, happened, evidence, obstacles, lang } = checkIn;
  return (
    <div className="check-in" data-check-in={checkIn.id}>
      <p>
        <HealthMark health={health} />
        {"of" in checkIn && checkIn.of && checkIn.value !== null && (
          <strong>
            <Measured value={checkIn.value} unit={checkIn.of.unit} />
          </strong>
        )}
        <span className="soft">
          {by} · {format.dayOf(at)}
        </span>
      </p>
      {"values" in checkIn && checkIn.values.length > 0 && (
        <ul className="values-given">
          {checkIn.values.map((one) => (
            <li key={one.id}>
              <span className="of">{one.name}</span>{" "}
              <strong>
                <Measured value={one.value} unit={one.unit} />
              </strong>{" "}
              {one.health !== health && <HealthMark health={one.health} />}
            </li>
          ))}
        </ul>
      )}
      <p className="check-in-text" lang={lang ?? undefined}>
        {happened}
      </p>
      {obstacles && (
        <p className="check-in-text" lang={lang ?? undefined}>
          <span className="soft">
            <Trans>In the way:</Trans>
          </span>{" "}
          {obstacles}
        </p>
      )}
      {evidence && (
        <p className="evidence">
          <a href={evidence} rel="noopener noreferrer nofollow">
            <Trans>Evidence</Trans>
          </a>{" "}
          <span className="soft">({new URL(evidence).hostname})</span>
        </p>
      )}
    </div>
  );
}
