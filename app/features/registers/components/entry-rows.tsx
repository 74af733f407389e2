import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { wordsFor } from "../all-words.ts";
import type { NamesIn } from "../pages.server.ts";
import type { ListedEntry } from "../queries.server.ts";
import type { Register } from "../register.ts";
import { spokenFields } from "../spoken.ts";
import { useSay } from "./use-say.ts";

interface EntryRowsProps {
  register: Register;
  entries: ListedEntry[];
  named: NamesIn;
  /** What a row offers beside. */
  aside?: (entry: ListedEntry) => ReactNode;
}

/** Entries in a list: the title, what its fields say in a line, the actions that it is joined to. */
export function EntryRows({ register, entries, named, aside }: EntryRowsProps) {
  const say = useSay(named);
  const fields = spokenFields(register.fields, wordsFor(register).fields);
  return (
    <ul className="rows entries">
      {entries.map((entry) => (
        <li key={entry.id} data-entry={entry.id}>
          <div>
            <p className="entry-title">
              <Link to={`/${register.name}/${entry.id}`} lang={entry.lang ?? undefined}>
                {entry.title}
              </Link>
            </p>
            <p className="entry-foot">
              {fields.map((one) => {
                const said = one.field.inside ? null : say(one, entry.values[one.name]);
                return said && <span key={one.name}>{said}</span>;
              })}
              <span>{entry.network.name}</span>
              {entry.refs.length > 0 && <span className="ref">{entry.refs.join(" · ")}</span>}
              {entry.removed && (
                <span>
                  <Trans>removed</Trans>
                </span>
              )}
            </p>
          </div>
          {aside?.(entry)}
        </li>
      ))}
    </ul>
  );
}
