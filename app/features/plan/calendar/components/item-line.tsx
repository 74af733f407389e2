import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import type { ShownItem } from "../items.server.ts";

interface ItemLineProps {
  item: ShownItem;
  /** What its kind is called. */
  kind: string;
  /** Whether it began on an earlier day. */
  goesOn?: boolean;
  /** Whether its title may take the lines that it needs. */
  whole?: boolean;
}

/** One date of a day: its board's mark, its hour, what it is called, and of what kind it is. */
export function ItemLine({ item, kind, goesOn = false, whole = false }: ItemLineProps) {
  const format = useFormat();
  const { ref, lang, quarter, to, board, last, first, at } = item;
  const title = quarter ? format.quarter(quarter) : item.title;
  const until = first !== last && format.day(Date.parse(`${last}T00:00:00Z`));
  return (
    <li
      data-board={board ?? undefined}
      data-kind={item.kind}
      data-goes-on={goesOn || undefined}
      data-whole={whole || undefined}
    >
      <Link to={to} title={`${kind}: ${title}`}>
        {at !== undefined && <span className="calendar-hour">{format.hour(at)} </span>}
        {ref && <span className="calendar-ref">{ref} </span>}
        <span lang={lang ?? undefined}>{title}</span>
      </Link>
      <small>
        {kind}
        {until && (
          <>
            {" · "}
            <Trans>until {until}</Trans>
          </>
        )}
      </small>
    </li>
  );
}
