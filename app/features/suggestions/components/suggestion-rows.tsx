import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { suggestionName } from "~/features/core/references.ts";
import { TimeToAnswer } from "~/features/suggestions/components/time-to-answer.tsx";
import { useFormat } from "~/ui/format.ts";
import { useLabels } from "~/ui/labels.ts";
import type { Listed } from "../list.server.ts";
import { StateMark } from "./state-mark.tsx";

interface SuggestionRowsProps {
  suggestions: Listed[];
  now: number;
  viewerId: string;
  /** What stands before each row: a box to choose it, in the inbox. */
  before?: (suggestion: Listed) => ReactNode;
  /** Where a row leads; to its own page where nothing is said. */
  to?: (suggestion: Listed) => string;
  /** The one that is open beside the list. */
  open?: number | null;
}

/** Suggestions as rows: what, from whom, how many voices, and what became of each. */
export function SuggestionRows({ suggestions, before, to, open, ...shared }: SuggestionRowsProps) {
  return (
    <ul className="rows suggestions">
      {suggestions.map((one) => (
        <li
          key={one.id}
          data-suggestion={one.id}
          data-board={one.board}
          data-state={one.state}
          aria-current={one.id === open || undefined}
        >
          {before?.(one)}
          <SuggestionRow one={one} to={to?.(one) ?? `/suggestions/${one.id}`} beside={to !== undefined} {...shared} />
        </li>
      ))}
    </ul>
  );
}

interface SuggestionRowProps extends Pick<SuggestionRowsProps, "now" | "viewerId"> {
  one: Listed;
  to: string;
  /** It opens beside the list, which stays where it is. */
  beside: boolean;
}

function SuggestionRow({ one, to, beside, now, viewerId }: SuggestionRowProps) {
  const labels = useLabels();
  const { id, kind, title, lang, board, origin, author, authorId, about, result, state, mergedIntoId } = one;
  const voices = one.national + one.continental + one.other;
  return (
    <div>
      <Link className="suggestion-title" to={to} lang={lang ?? undefined} preventScrollReset={beside}>
        {title}
      </Link>
      <p className="soft">
        {suggestionName(id)} · {labels.boardShort(board)} · {labels.suggestionKind(kind)}
        {about && ` · ${about.ref}`} · {origin} · {authorId === viewerId ? <Trans>mine</Trans> : author}
      </p>
      <p className="suggestion-foot">
        <StateMark state={state} />
        <ResponseDeadlineLine one={one} now={now} />
        {voices > 0 && (
          <span className="soft">
            <Plural value={voices} one="# voice" other="# voices" />
          </span>
        )}
        {mergedIntoId && (
          <Link to={`/suggestions/${mergedIntoId}`}>
            <Trans>into {suggestionName(mergedIntoId)}</Trans>
          </Link>
        )}
        {result && (
          <span>
            → <Link to={`/actions/${result.ref}`}>{result.ref}</Link>{" "}
            <span className="tag">{labels.stage(result.stage)}</span>
          </span>
        )}
      </p>
    </div>
  );
}

/** Until when an answer is promised, or by how much the promise is broken. */
function ResponseDeadlineLine({
  one: { state, responseDue, asked, submittedAt, closedAt },
  now,
}: {
  one: Listed;
  now: number;
}) {
  const format = useFormat();
  if (state !== "submitted" && state !== "under-consideration") {
    const day = format.dayOf(closedAt ?? submittedAt);
    return <span className="soft">{day}</span>;
  }
  return (
    <>
      <TimeToAnswer responseDue={responseDue} now={now} />
      {asked && (
        <span className="soft">
          <Trans>waits for the author’s reply</Trans>
        </span>
      )}
    </>
  );
}
