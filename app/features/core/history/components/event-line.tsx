import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { HistoryLine } from "~/features/core/history/lines.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { EventSentence } from "./event-sentence.tsx";
import { FieldChange } from "./field-change.tsx";

interface EventLineProps {
  line: HistoryLine;
  /** Names the action and links to it: not on the action's own page. */
  withAction?: boolean;
  /** Names the suggestion and links to it: not on its own page. */
  withSuggestion?: boolean;
  /** Names the entry of a board's tool and links to it: not on its own page. */
  withEntry?: boolean;
  /** The address of the history in which it stands; the page's own where none is given. */
  history?: string;
  /** Repeats what a comment or an answer says: not on the page on which it stands. */
  withText?: boolean;
}

/** The events whose text the page of what they are about shows whole. */
const STANDS_ON_ITS_PAGE = /\.comment(ed|-edited)$|^suggestion\.(asked|answered)$/;

function SuggestionLink({ id, title }: { id: number; title: string }) {
  return (
    <Link to={`/suggestions/${id}`}>
      {suggestionName(id)} {title}
    </Link>
  );
}

/** One line of history: who, when, what changed with its words struck and added, why. */
export function EventLine({
  line,
  withAction = true,
  withSuggestion = true,
  withEntry = true,
  history = "",
  withText = true,
}: EventLineProps) {
  const format = useFormat();
  const { by, at, why, changes, ref, title } = line;
  return (
    <li className="event" id={`event-${line.id}`}>
      <p className="event-head">
        <strong>{by ?? (line.scheduled ? <Trans>The schedule</Trans> : <Trans>Geneva planning</Trans>)}</strong>{" "}
        <span className="soft">{format.instant(at)}</span>
      </p>
      <p>
        {withAction && ref && (
          <>
            <Link to={`/actions/${ref}`}>
              {ref} {title}
            </Link>
            {": "}
          </>
        )}
        {!line.caused && line.suggestion && withSuggestion && (
          <>
            <SuggestionLink {...line.suggestion} />
            {": "}
          </>
        )}
        {withEntry && line.entry && (
          <>
            <Link to={`/${line.entry.register}/${line.entry.id}`}>{line.entry.title}</Link>
            {": "}
          </>
        )}
        <EventSentence line={line} />
        {line.caused && line.suggestion && (
          <>
            {" "}
            <Trans>
              because of <SuggestionLink {...line.suggestion} />
            </Trans>
          </>
        )}
        {line.decidedIn && (
          <>
            {" "}
            <Trans>
              because of <Link to={`/decisions/${line.decidedIn}`}>the committee’s decision</Link>
            </Trans>
          </>
        )}
      </p>
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map((change) => (
            <FieldChange
              key={`${change.field} ${change.name ?? ""}`}
              change={change}
              alone={`${history}?event=${line.id}`}
            />
          ))}
        </dl>
      )}
      {why && (withText || !STANDS_ON_ITS_PAGE.test(line.kind)) && <blockquote>{why}</blockquote>}
    </li>
  );
}
