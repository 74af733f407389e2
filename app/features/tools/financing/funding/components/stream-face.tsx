import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/ui/format.ts";
import type { StreamCard } from "../streams.server.ts";

/** What a stream's card says, from the top: donor and deadline, its name, the amount and who leads it. */
export function StreamFace({ card }: { card: StreamCard }) {
  const format = useFormat();
  const { id, title, lang, donor, amount, currency, deadline, network } = card;
  return (
    <>
      <p className="top">
        <span>{donor}</span>
        {deadline && (
          <span className="due">
            <span className="unseen">
              <Trans>To be asked by</Trans>{" "}
            </span>
            {format.day(Date.parse(`${deadline}T00:00:00Z`))}
          </span>
        )}
      </p>
      <h3>
        <a href={`/funding/${id}`} lang={lang ?? undefined} draggable={false}>
          {title}
        </a>
      </h3>
      <p className="foot">
        {amount !== null && currency && <strong>{format.money(amount, currency)}</strong>}
        {network}
      </p>
    </>
  );
}
