import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { Lazy } from "~/ui/lazy.ts";
import { LazyContent } from "~/ui/lazy-content.tsx";

interface BoardMenuProps<Content> {
  piece: Lazy<Content>;
  content: Content;
}

/** What is wanted of a board now and then, behind one button. It opens without a script. */
export function BoardMenu<Content extends object>({ piece, content }: BoardMenuProps<Content>) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <details className="menu board-menu" name="menu" data-menu onToggle={want} onPointerEnter={want} onFocus={want}>
      <summary className="button">
        <Trans context="the rest of what can be done">More</Trans>
      </summary>
      <LazyContent piece={piece} wanted={wanted} of={content} />
    </details>
  );
}
