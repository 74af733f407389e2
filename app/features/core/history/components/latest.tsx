import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { EventLine } from "./event-line.tsx";

interface LatestProps {
  lines: HistoryLine[];
  /** The page of the whole history. */
  to: string;
  /** Whether the page on which it stands is a suggestion's own. */
  ofSuggestion?: boolean;
  /** Whether it is the page of an entry of a board's tool. */
  ofEntry?: boolean;
}

/** The newest lines of a thing's history, at the foot of its page. */
export function Latest({ lines, to, ofSuggestion = false, ofEntry = false }: LatestProps) {
  return (
    <section className="section">
      <h2>
        <Trans>Latest</Trans>
      </h2>
      <ol className="events">
        {lines.map((line) => (
          <EventLine
            key={line.id}
            line={line}
            withAction={false}
            withSuggestion={!ofSuggestion}
            withEntry={!ofEntry}
            history={to}
            withText={false}
          />
        ))}
      </ol>
      <p className="alone">
        <Link to={to}>
          <Trans>The whole history</Trans>
        </Link>
      </p>
    </section>
  );
}
