import { Plural, useLingui } from "@lingui/react/macro";
import { Link, useSearchParams } from "@remix-run/react";
import { CHANGES, type Change } from "../compare.ts";
import type { Comparison } from "../screen.server.ts";
import { CHANGE_COUNT } from "./change-count.tsx";

interface CompareCountsProps extends Pick<Comparison, "counts" | "changed"> {
  what: Change | null;
}

/** How many actions saw each kind of change; each figure narrows the list to those. */
export function CompareCounts({ counts, changed, what }: CompareCountsProps) {
  const { t } = useLingui();
  const [query] = useSearchParams();
  const to = (kind: Change | null) => {
    const next = new URLSearchParams(query);
    next.delete("page");
    if (kind) next.set("what", kind);
    else next.delete("what");
    return `?${next}`;
  };
  return (
    <nav className="compare-counts" aria-label={t`Kinds of change`}>
      <ul>
        <li>
          <Link to={to(null)} aria-current={what === null ? "true" : undefined} preventScrollReset>
            <Plural value={changed} one="# changed" other="# changed" />
          </Link>
        </li>
        {CHANGES.filter((kind) => counts[kind] > 0 || kind === what).map((kind) => (
          <li key={kind} data-change={kind}>
            <Link to={to(kind)} aria-current={what === kind ? "true" : undefined} preventScrollReset>
              {CHANGE_COUNT[kind](counts[kind])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
