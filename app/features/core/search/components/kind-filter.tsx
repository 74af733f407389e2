import { useLingui } from "@lingui/react";
import { Trans, useLingui as useMacro } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useFormat } from "~/ui/format.ts";
import { SEARCH_KINDS, type SearchKind } from "../kinds.ts";
import type { KindCounts } from "../queries.server.ts";
import { KINDS } from "./kind-labels.ts";

interface KindFilterProps {
  q: string;
  kind: SearchKind | null;
  counts: KindCounts;
}

/** How much there is of each kind, each a link to it alone. */
export function KindFilter({ q, kind, counts }: KindFilterProps) {
  const { _ } = useLingui();
  const { t } = useMacro();
  const format = useFormat();
  const all = SEARCH_KINDS.reduce((sum, one) => sum + counts[one], 0);
  const to = (one: SearchKind | null) => `/search?${new URLSearchParams({ q, ...(one && { kind: one }) })}`;
  const current = (one: SearchKind | null) => (one === kind ? ("page" as const) : undefined);
  return (
    <nav className="kinds" aria-label={t`What was found`}>
      <Link to={to(null)} aria-current={current(null)}>
        <Trans>Everything</Trans> <span>{format.number(all)}</span>
      </Link>
      {SEARCH_KINDS.filter((one) => counts[one] > 0 || one === kind).map((one) => (
        <Link key={one} to={to(one)} aria-current={current(one)}>
          {_(KINDS[one])} <span>{format.number(counts[one])}</span>
        </Link>
      ))}
    </nav>
  );
}
