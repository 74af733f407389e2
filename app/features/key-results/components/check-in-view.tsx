import { Trans } from "@lingui/react/macro";
import type { CheckInShown } from "~/features/key-results/queries.server.ts";
import { useFormat } from "~/ui/format.ts";
import { HealthMark } from "./health-mark.tsx";
import { Measured } from "./measured.tsx";

/** One check-in: how it goes, of what, who said so and when, what happened, what stands in the way. */
export function CheckInView({ checkIn, alone = true }: { checkIn: CheckInShown; alone?: boolean }) {
  const format = useFormat();
  const { at, by, health, value, happened, evidence, obstacles, lang, of } = checkIn;
  return (
    <div className="check-in" data-check-in={checkIn.id}>
      <p>
        <HealthMark health={health} />
        {alone && of && <span className="of">{of.name}</span>}
        {value !== null && of && (
          <strong>
            <Measured value={value} unit={of.unit} />
          </strong>
        )}
        <span className="soft">
          {by} · {format.day(at)}
        </span>
      </p>
      <p className="said" lang={lang ?? undefined}>
        {happened}
      </p>
      {obstacles && (
        <p className="said" lang={lang ?? undefined}>
          <span className="soft">
            <Trans>In the way:</Trans>
          </span>{" "}
          {obstacles}
        </p>
      )}
      {evidence && (
        <p>
          <a href={evidence} rel="noopener noreferrer nofollow">
            <Trans>Evidence</Trans>
          </a>{" "}
          <span className="soft">({new URL(evidence).hostname})</span>
        </p>
      )}
    </div>
  );
}
