import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { entryName } from "~/features/core/references.ts";
import { useFormat } from "~/ui/format.ts";
import { labelsFor } from "../all-labels.ts";
import type { Values } from "../field.ts";
import { labelledFields } from "../labelled.ts";
import type { NamesIn } from "../pages.server.ts";
import type { ListedEntry } from "../queries.server.ts";
import type { Register } from "../register.ts";
import { useFormatValue } from "./use-format-value.ts";

interface EntryRowsProps {
  register: Register;
  entries: ListedEntry[];
  named: NamesIn;
  /** What a row offers beside. */
  aside?: (entry: ListedEntry) => ReactNode;
}

/** Entries in a list: the title, what its fields say in a line, the actions that it is joined to. */
export function EntryRows({ register, entries, named, aside }: EntryRowsProps) {
  const say = useFormatValue(named);
  const { days } = useFormat();
  const fields = labelledFields(register.fields, labelsFor(register).fields);
  const [end, begin] = register.expiryFields ?? [];
  /** What an entry says of a field in its row: from the first day to the last in one. */
  const inRow = (one: (typeof fields)[number], values: Values) => {
    if (one.field.detailOnly) return null;
    const [first, last] = [begin && values[begin], end && values[end]];
    if (!first || !last) return say(one, values[one.name]);
    if (one.name === begin) return days(String(first), String(last));
    return one.name === end ? null : say(one, values[one.name]);
  };
  return (
    <ul className="rows entries">
      {entries.map((entry) => (
        <li key={entry.id} data-entry={entry.id}>
          <div>
            <p className="entry-title">
              <span className="ref">{entryName(entry.id)}</span>{" "}
              <Link to={`/${register.name}/${entry.id}`} lang={entry.lang ?? undefined}>
                {entry.title}
              </Link>
            </p>
            <p className="entry-foot">
              {fields.map((one) => {
                const said = inRow(one, entry.values);
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
