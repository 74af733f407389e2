import { Trans, useLingui } from "@lingui/react/macro";
import { FieldValue } from "~/features/core/history/components/field-change.tsx";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import { WordDiff } from "~/features/core/history/components/word-diff.tsx";
import type { Shown } from "~/features/core/history/field-change.ts";
import type { EditConflict } from "~/features/plan/actions/edit-conflict.server.ts";
import { useFormat } from "~/ui/format.ts";
import { Notice } from "~/ui/notice.tsx";

/** Somebody else saved first: what they changed is taken over; where both changed the same, the person decides. */
export function EditConflictView({ conflict }: { conflict: EditConflict }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useFieldNames();
  const { taken, clashes } = conflict;
  const who = conflict.by ?? t`Somebody`;
  const when = format.instant(conflict.at);
  const takenNames = format.list(taken.map(names));
  return (
    <Notice wrong>
      <p>
        <strong>
          <Trans>
            {who} saved this action while you were writing ({when}). Nothing of yours is lost, and nothing has been
            saved yet.
          </Trans>
        </strong>
      </p>
      {taken.length > 0 && (
        <p>
          <Trans>Changed by them alone, and taken over below: {takenNames}.</Trans>
        </p>
      )}
      {clashes.length === 0 ? (
        <p>
          <Trans>You did not change the same things. Look at the form once more and save.</Trans>
        </p>
      ) : (
        <p>
          <Trans>You both changed the following. Choose which stands, then save.</Trans>
        </p>
      )}
      {clashes.map(({ field, theirs, mine, parts }) => (
        <fieldset key={field} className="clash">
          <legend>{names(field)}</legend>
          {parts && (
            <p>
              <WordDiff parts={parts} lang={field.split(".")[1]} />
            </p>
          )}
          <div className="choices">
            <label>
              <input type="radio" name={`choice.${field}`} value="mine" required />
              <span>
                <Trans>Mine, as it stands in the form below:</Trans>{" "}
                <q>
                  <Clashing field={field} value={mine} />
                </q>
              </span>
            </label>
            <label>
              <input type="radio" name={`choice.${field}`} value="theirs" required />
              <span>
                <Trans>Theirs:</Trans>{" "}
                <q>
                  <Clashing field={field} value={theirs} />
                </q>
              </span>
            </label>
          </div>
        </fieldset>
      ))}
    </Notice>
  );
}

/** One side of a field that both changed; a text is in the language of its field. */
function Clashing({ field, value }: { field: string; value: Shown }) {
  if (value === null || value === "" || [value].flat().length === 0) return <Trans>none</Trans>;
  return field.includes(".") ? (
    <span lang={field.split(".")[1]}>{value}</span>
  ) : (
    <FieldValue field={field} value={value} />
  );
}
