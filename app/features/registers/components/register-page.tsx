import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Pages } from "~/ui/pages.tsx";
import { wordsFor } from "../all-words.ts";
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
  /** Further ways to look at the same entries, below the head. */
  tabs?: ReactNode;
  aside?: (entry: ListedEntry) => ReactNode;
}

/** A register's list, with what shows it at a glance where there is something. */
export function RegisterPage({ register, list, picture, ways, tabs, aside }: RegisterPageProps) {
  const { _ } = useLingui();
  const words = wordsFor(register);
  const { entries, named, filters, query, networks, years, mayAdd, page, pages } = list;
  const bare = query === "";
  return (
    <main id="content" className="page" data-board={register.board} data-register={register.name}>
      <RegisterHead {...{ register, mayAdd, query, ways }} />
      {tabs}
      <RegisterFilters key={query} {...{ register, filters, networks, years }} />
      {picture}
      {entries.length > 0 ? (
        <EntryRows {...{ register, entries, named }} {...(aside && { aside })} />
      ) : (
        <p className="empty">
          {bare ? _(words.none) : <Trans>Nothing under these filters.</Trans>}{" "}
          {bare && mayAdd && <Link to={`/${register.name}/new`}>{_(words.add)}</Link>}
        </p>
      )}
      <Pages page={page} pages={pages} />
    </main>
  );
}
