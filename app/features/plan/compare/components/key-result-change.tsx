import { Trans } from "@lingui/react/macro";
import { FieldChange } from "~/features/core/history/components/field-change.tsx";
import { useFormat } from "~/ui/format.ts";
import type { KeyResultLine } from "../screen.server.ts";

/** What became of a key result: entered, changed or no longer followed; and what it measured then and now. */
export function KeyResultChange({ of }: { of: KeyResultLine }) {
  const format = useFormat();
  const { what, name, lang, unit, changes, valueThen, valueNow } = of;
  const [start, target] = [format.number(of.start), format.number(of.target)];
  return (
    <>
      <p>
        <span className="tag">{WHAT[what]}</span> <span lang={lang ?? undefined}>{name}</span>{" "}
        <span className="soft">
          ·{" "}
          <Trans>
            from {start} to {target} {unit}
          </Trans>
        </span>
      </p>
      {valueThen !== valueNow && (
        <p>
          <Trans>Value:</Trans>{" "}
          <span className="soft">{valueThen === null ? <Trans>none yet</Trans> : format.number(valueThen)}</span> →{" "}
          <strong>{valueNow === null ? <Trans>none yet</Trans> : format.number(valueNow)}</strong> {unit}
        </p>
      )}
      {changes.length > 0 && (
        <dl className="changes">
          {changes.map((change) => (
            <FieldChange key={change.field} change={change} />
          ))}
        </dl>
      )}
    </>
  );
}

const WHAT = {
  added: <Trans>Key result added</Trans>,
  changed: <Trans>Key result</Trans>,
  retired: <Trans>Key result no longer followed</Trans>,
};
