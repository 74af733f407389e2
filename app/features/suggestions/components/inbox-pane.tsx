import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { suggestionName } from "~/features/core/references.ts";
import type { InboxPaneShown } from "../inbox-pane.server.ts";
import { type AnswerReturned, AnswerSection } from "./answer-section.tsx";
import { inboxPath } from "./inbox-path.ts";
import { ToAnswer } from "./to-answer.tsx";
import { VoicesRead } from "./voices.tsx";

interface InboxPaneProps {
  pane: InboxPaneShown;
  /** The suggestions of the list, in its order. */
  listed: readonly { id: number }[];
  returned: AnswerReturned | null;
}

/** A suggestion whole beside the list of the inbox, with its answer: written, previewed and published without leaving. */
export function InboxPane({ pane, listed, returned }: InboxPaneProps) {
  const { screen, preview, support, comments } = pane;
  const { id, board } = screen;
  const { search } = useLocation();
  const heading = useHeadingFocus(`${id} ${preview}`);
  const at = listed.findIndex((one) => one.id === id);
  const before = listed[at - 1]?.id;
  const after = at < 0 ? listed[0]?.id : listed[at + 1]?.id;
  const number = suggestionName(id);
  return (
    <section className="inbox-pane" aria-labelledby="inbox-pane" data-board={board}>
      <nav className="inbox-pane-ways">
        <Link to={inboxPath(search, null)} preventScrollReset>
          <Trans>Back to the list</Trans>
        </Link>
        {before && (
          <Link to={inboxPath(search, before)} preventScrollReset>
            <Trans>The one before</Trans>
          </Link>
        )}
        {after && (
          <Link to={inboxPath(search, after)} preventScrollReset>
            <Trans>The next one</Trans>
          </Link>
        )}
        <Link to={`/suggestions/${id}`}>
          <Plural
            value={comments}
            _0="The whole page"
            one="The whole page, with # comment"
            other="The whole page, with # comments"
          />
        </Link>
      </nav>
      <h2 id="inbox-pane" ref={heading} tabIndex={-1}>
        {preview ? <Trans>This is how everyone will read it</Trans> : <Trans>Answer {number}</Trans>}
      </h2>
      {!preview && (
        <>
          <ToAnswer screen={screen} />
          <VoicesRead id={id} {...support} />
        </>
      )}
      <AnswerSection {...pane} returned={returned} formTo={inboxPath(search, id)} />
    </section>
  );
}

/** Brings the focus to the pane's heading when another suggestion opens in it, and leaves it alone when the page begins. */
function useHeadingFocus(shown: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current !== null && last.current !== shown) heading.current?.focus();
    last.current = shown;
  }, [shown]);
  return heading;
}
