import { useLingui } from "@lingui/react";
import { Trans, useLingui as useTexts } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Pages } from "~/ui/pages.tsx";
import { labelsFor } from "../all-labels.ts";
import type { listOf } from "../pages.server.ts";
import type { ListedEntry } from "../queries.server.ts";
import type { Register } from "../register.ts";
import { EntryRows } from "./entry-rows.tsx";
import { RegisterFilters } from "./register-filters.tsx";
import { RegisterHead } from "./register-head.tsx";

interface RegisterPageProps {
  register: Register;
  list: ReturnType<typeof listOf>;
  /** What shows the same entries at a glance, above their list: a map, a calendar, totals. */
  picture?: ReactNode;
  ways?: ReactNode;
  /** What else the address says, which narrowing the list leaves as it is. */
  kept?: Record<string, string>;
  /** Further ways to look at the same entries, below the head. */
  tabs?: ReactNode;
  aside?: (entry: ListedEntry) => ReactNode;
}

/** Between what lies ahead and what has passed, under the same filters. */
function PastTabs({ query, past, current }: { query: string; past: boolean; current: string | null }) {
  const { t } = useTexts();
  const ahead = new URLSearchParams(query);
  ahead.delete("past");
  const passed = new URLSearchParams(ahead);
  passed.set("past", "1");
  return (
    <nav className="shows" aria-label={t`When`}>
      <Link to={`?${ahead}`} aria-current={past ? undefined : "page"}>
        {current ?? <Trans>Ahead</Trans>}
      </Link>
      <Link to={`?${passed}`} aria-current={past ? "page" : undefined}>
        <Trans>Past</Trans>
      </Link>
    </nav>
  );
}

/** A register's list, with what shows it at a glance where there is something. */
export function RegisterPage({ register, list, picture, ways, kept, tabs, aside }: RegisterPageProps) {
  const { _ } = useLingui();
  const labels = labelsFor(register);
  const { entries, named, filters, query, networks, years, mayAdd, page, pages } = list;
  const bare = query === "";
  return (
    <main id="content" className="page" data-board={register.board} data-register={register.name}>
      <RegisterHead register={register} mayAdd={mayAdd} query={query} ways={ways} />
      {tabs}
      <RegisterFilters
        key={query}
        register={register}
        filters={filters}
        networks={networks}
        years={years}
        {...(kept && { kept })}
      />
      {filters.past !== null && (
        <PastTabs query={query} past={filters.past} current={labels.current ? _(labels.current) : null} />
      )}
      {picture}
      {entries.length > 0 ? (
        <EntryRows register={register} entries={entries} named={named} {...(aside && { aside })} />
      ) : (
        <p className="empty">
          {!bare ? (
            <Trans>Nothing under these filters.</Trans>
          ) : mayAdd ? (
            _(labels.none)
          ) : (
            <Trans>Nothing is entered here yet.</Trans>
          )}{" "}
          {bare && mayAdd && <Link to={`/${register.name}/new`}>{_(labels.add)}</Link>}
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}
