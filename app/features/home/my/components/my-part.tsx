import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "~/ui/format.ts";
import type { ListPart, MyItem } from "../list.server.ts";
import type { Part } from "../parts.ts";
import type { MyLists } from "../queries.server.ts";
import { type Asides, useAsides } from "./use-asides.tsx";

interface MyPartProps {
  part: Part;
  lists: Partial<MyLists>;
  now: number;
  /** It stands alone, page by page. */
  whole: boolean;
}

/** One list: its beginning with a way to the rest, or all of it. */
export function MyPart({ part, lists, now, whole }: MyPartProps) {
  const format = useFormat();
  const asides = useAsides(now);
  const { total, rows } = (lists[part] ?? { total: 0, rows: [] }) as ListPart<MyItem>;
  const aside = asides[part] as Asides[keyof Asides] & ((line: MyItem) => ReactNode);
  const all = format.number(total);
  return (
    <section data-part={part}>
      <h2>
        {NAMES[part]} <span className="soft">{all}</span>
      </h2>
      {rows.length === 0 && (
        <p className="empty">
          <Trans>Nothing here.</Trans>
        </p>
      )}
      <ul className="lines">
        {rows.map((line) => (
          <li key={line.key} data-board={line.board ?? undefined}>
            <small className="ref">{line.ref}</small>
            <span>
              <Link to={line.to} lang={line.lang ?? undefined}>
                {asides.title(line)}
              </Link>
              <small className="soft">{aside(line)}</small>
            </span>
          </li>
        ))}
      </ul>
      {!whole && rows.length < total && (
        <p className="more my-more">
          <Link to={`/my?show=${part}`}>
            <Trans>All {all}</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

const NAMES: Record<Part, ReactNode> = {
  decisions: <Trans>Decisions that I owe</Trans>,
  answers: <Trans>Answers that I owe</Trans>,
  "check-ins": <Trans>Check-ins that I owe</Trans>,
  links: <Trans>What my network is asked</Trans>,
  actions: <Trans>Actions to move on</Trans>,
  responsible: <Trans>Actions that you are responsible for</Trans>,
  dates: <Trans>Dates ahead</Trans>,
  led: <Trans>What I lead</Trans>,
  followed: <Trans>Actions that I follow</Trans>,
  else: <Trans>Boards and suggestions that I follow</Trans>,
};
