import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { EntryShown, PartShown } from "~/features/tools/engine/pages.server.ts";
import { useFormat } from "~/ui/format.ts";
import { newestFirst, versionOf } from "../versions.ts";
import { TakeIt } from "./take-it.tsx";

/** The versions of a logo or a rule: the current one first and large, the older ones folded below it. */
export function IdentityVersions({ entry }: { entry: Pick<EntryShown, "id" | "title" | "parts"> }) {
  const rows = entry.parts.find(({ kind }) => kind === "versions")?.rows ?? [];
  const [current, ...older] = newestFirst(rows.map((row) => ({ id: row.id, day: String(row.values.day), row })));
  return (
    <>
      <ul className="rows parts">{current && <VersionRow entry={entry} row={current.row} current />}</ul>
      {older.length > 0 && (
        <details className="older-versions">
          <summary>
            <Trans>Older versions</Trans> ({older.length})
          </summary>
          <ul className="rows parts">
            {older.map(({ id, row }) => (
              <VersionRow key={id} entry={entry} row={row} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface VersionRowProps {
  entry: Pick<EntryShown, "id" | "title">;
  row: PartShown;
  current?: boolean;
}

function VersionRow({ entry, row: { id, lang, values, mayKeep }, current = false }: VersionRowProps) {
  const format = useFormat();
  const version = versionOf(id, values);
  const day = format.day(Date.parse(`${values.day}T00:00:00Z`));
  return (
    <li id={`part-${id}`} data-part={id}>
      <div>
        <p className="part-head">{current ? <Trans>Current version: {day}</Trans> : <Trans>Version of {day}</Trans>}</p>
        {version && <p className="soft version-file">{version.file.name}</p>}
        {values.changed ? (
          <p className="version-changed" lang={lang ?? undefined}>
            {String(values.changed)}
          </p>
        ) : null}
        {version && <TakeIt entry={entry} version={version} current={current} />}
      </div>
      {mayKeep && (
        <Link className="button quiet" to={`/identity/${entry.id}/parts/versions?edit=${id}`}>
          <Trans>Change</Trans>
          <span className="unseen">: {day}</span>
        </Link>
      )}
    </li>
  );
}
