import { useLingui } from "@lingui/react";
import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { labelsFor } from "../all-labels.ts";
import { labelledFields } from "../labelled.ts";
import type { EntryShown } from "../pages.server.ts";
import type { Register } from "../register.ts";
import { useFormatValue } from "./use-format-value.ts";

/** What an entry's fields say, one below the other; what is empty is left out. */
export function EntryFacts({ register, entry }: { register: Register; entry: EntryShown }) {
  const { _ } = useLingui();
  const labels = labelsFor(register);
  const say = useFormatValue(entry.named);
  return (
    <dl className="facts">
      <dt>{_(labels.network)}</dt>
      <dd>
        <Link to={`/networks/${entry.network.slug}`}>{entry.network.name}</Link>
      </dd>
      {labelledFields(register.fields, labels.fields).map((one) => {
        const { name, field } = one;
        const value = entry.values[name];
        const said = field.type === "prose" ? null : say(one, value);
        if (!said) return null;
        return (
          <Fragment key={name}>
            <dt>{_(one.labels.label)}</dt>
            <dd>
              {field.type === "url" ? (
                <a href={String(value)} rel="noopener nofollow">
                  {said}
                </a>
              ) : field.type === "entries" ? (
                <Linked ids={value as number[]} named={entry.named} />
              ) : field.type === "choices" ? (
                <ul className="chosen-ones">
                  {(value as string[]).map((chosen) => (
                    <li key={chosen}>{say(one, [chosen])}</li>
                  ))}
                </ul>
              ) : (
                said
              )}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}

/** The entries that a field links to. */
export function Linked({ ids, named }: { ids: number[]; named: EntryShown["named"] }) {
  const { _ } = useLingui();
  return ids.map((id) => {
    const entry = named.entries[id];
    return (
      entry && (
        <span key={id} className="linked">
          <Link
            to={`/${entry.register}/${id}`}
            lang={entry.lang ?? undefined}
            title={_(REGISTER_NAMES[entry.register])}
          >
            {entry.title}
          </Link>
        </span>
      )
    );
  });
}
