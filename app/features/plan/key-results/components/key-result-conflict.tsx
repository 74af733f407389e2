import { Trans, useLingui } from "@lingui/react/macro";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import type { KeyResultConflict } from "~/features/plan/key-results/form.server.ts";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** Somebody else was first: how the key result stands, beside what was typed, which is still in the form. */
export function KeyResultConflictNotice({ conflict }: { conflict: KeyResultConflict }) {
  const { t } = useLingui();
  const names = useFieldNames();
  const format = useFormat();
  const { differs, retired } = conflict;
  const who = conflict.by ?? t`Somebody`;
  const when = format.instant(conflict.at);
  const say = (field: string, value: string) => (field === "due" && value ? format.quarter(value) : value || "–");
  return (
    <Notice wrong>
      <p>
        <strong>
          {retired ? (
            <Trans>
              {who} has taken this key result out of what is followed ({when}). Nothing of yours has been saved.
            </Trans>
          ) : (
            <Trans>
              {who} saved this key result while you were writing ({when}). Nothing of yours is lost, and nothing has
              been saved yet.
            </Trans>
          )}
        </strong>
      </p>
      {differs.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <td />
              <th scope="col">
                <Trans>As it stands</Trans>
              </th>
              <th scope="col">
                <Trans>As you typed it</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {differs.map(({ field, theirs, mine }) => (
              <tr key={field}>
                <th scope="row">{names(field)}</th>
                <td>{say(field, theirs)}</td>
                <td>{say(field, mine)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!retired && (
        <p>
          <Trans>Yours stands in the form below. Change what you want to keep of theirs, then save.</Trans>
        </p>
      )}
    </Notice>
  );
}
