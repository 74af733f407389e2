import { useLingui } from "@lingui/react";
import { Trans, useLingui as useTexts } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { labelsFor } from "../all-labels.ts";
import { labelledFields } from "../labelled.ts";
import type { EntryShown, PartShown } from "../pages.server.ts";
import type { Register } from "../register.ts";
import { Linked } from "./entry-facts.tsx";
import { useFormatValue } from "./use-format-value.ts";

interface EntryPartsProps {
  register: Register;
  entry: Pick<EntryShown, "id" | "named">;
  part: EntryShown["parts"][number];
  /** What is shown of them instead of the rows that all have. */
  children?: ReactNode;
}

/** What was entered one by one under an entry, with the way to enter one more. */
export function EntryParts({ register, entry, part, children }: EntryPartsProps) {
  const { _ } = useLingui();
  const labels = labelsFor(register).parts[part.kind];
  if (!labels) return null;
  const base = `/${register.name}/${entry.id}/parts/${part.kind}`;
  return (
    <section className="section" id={part.kind}>
      <header className="section-head">
        <h2>{_(labels.heading)}</h2>
        {part.mayAdd && (
          <Link className="button" to={base}>
            {_(labels.add)}
          </Link>
        )}
      </header>
      {part.rows.length === 0 ? (
        <p className="empty">{_(labels.none)}</p>
      ) : children ? (
        children
      ) : (
        <ul className="rows parts">
          {part.rows.map((row) => (
            <PartRow
              key={row.id}
              register={register}
              row={row}
              base={base}
              kind={part.kind}
              entryId={entry.id}
              named={entry.named}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface PartRowProps {
  register: Register;
  kind: string;
  row: PartShown;
  entryId: number;
  named: EntryShown["named"];
  base: string;
}

function PartRow({ register, kind, row, entryId, named, base }: PartRowProps) {
  const { t } = useTexts();
  const say = useFormatValue(named);
  const { _ } = useLingui();
  const fields = labelledFields(register.parts[kind]?.fields ?? {}, labelsFor(register).parts[kind]?.fields ?? {});
  const short = fields.flatMap((one) => {
    const { type } = one.field;
    const value =
      type === "paragraph" || type === "url" || type === "entries" || type === "file"
        ? null
        : say(one, row.values[one.name]);
    return value ? [one.field.labelled ? `${_(one.labels.label)}: ${value}` : value] : [];
  });
  const head = [row.network?.name, ...short].filter(Boolean).join(" · ");
  return (
    <li id={`part-${row.id}`} data-part={row.id}>
      <div>
        <p className="part-head">{head}</p>
        {fields.map(({ name, field, labels }) => {
          const value = row.values[name];
          if (!value) return null;
          if (field.type === "url")
            return (
              <p key={name} className="alone">
                <a href={String(value)} rel="noopener nofollow">
                  {_(labels.label)}
                </a>
              </p>
            );
          if (field.type === "entries")
            return (
              <p key={name}>
                <span className="soft">{_(labels.label)}:</span> <Linked ids={value as number[]} named={named} />
              </p>
            );
          if (field.type === "file")
            return (
              <p key={name}>
                <a href={`/${register.name}/${entryId}/files/${row.id}`} download>
                  {say({ field, labels }, value)}
                </a>
              </p>
            );
          if (field.type !== "paragraph") return null;
          return (
            <div key={name} className="part-said">
              <span className="soft">{_(labels.label)}</span>
              <p lang={row.lang ?? undefined}>{String(value)}</p>
            </div>
          );
        })}
      </div>
      {row.mayKeep && (
        <Link className="button quiet" to={`${base}?edit=${row.id}`} aria-label={t`Change “${head}”`}>
          <Trans>Change</Trans>
        </Link>
      )}
    </li>
  );
}
