import { Trans, useLingui } from "@lingui/react/macro";
import type { BulkEditObstacle } from "~/features/plan/actions/bulk-edit.server.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import { Hindered } from "./hindered.tsx";
import type { Changeable, ChangedRow, RowChange } from "./use-row-change.ts";

interface ChangeNewsProps {
  row: ChangedRow;
  change: RowChange;
  /** A value of a column in words; without one, the value that stands. */
  said: (name: Changeable, value?: string) => string;
}

/** Below its row: what came of a change, and what it asks for. */
export function RowNews({ span, ...news }: ChangeNewsProps & { span: number }) {
  if (!hasNews(news.change)) return null;
  return (
    <tr className="row-news">
      <td colSpan={span}>
        <ChangeNews {...news} />
      </td>
    </tr>
  );
}

export function hasNews({ wanted, asking, hindered, lineLost, problems }: RowChange): boolean {
  return wanted !== null && Boolean(asking || hindered || lineLost || Object.keys(problems).length > 0);
}

/** What a stage asks for, what somebody else changed meanwhile, a line that dropped. */
export function ChangeNews({ row, change, said }: ChangeNewsProps) {
  const { wanted, asking, hindered, lineLost, problems } = change;
  const problem = Object.entries(problems)[0];
  if (!wanted) return null;
  const id = `${row.ref}-problem`;
  return (
    <div role="status">
      {asking || problems.outcome ? (
        <Outcome key={asking} row={row} change={change} asking={asking ?? "reason"} />
      ) : (
        <>
          {hindered && <HindranceLine row={row} change={change} said={said} />}
          {lineLost && (
            <p>
              <Trans>The line dropped: {row.ref} stands as it was.</Trans>
            </p>
          )}
          {problem && <Problem id={id} code={problem[1]} />}
          <div className="buttons">
            {(lineLost || hindered?.why === "changed-meanwhile") && (
              <button type="button" className="button" onClick={() => change.send(wanted)}>
                {lineLost ? (
                  <Trans>Try again</Trans>
                ) : (
                  <Trans>Set it to {said(wanted.name, wanted.value)} all the same</Trans>
                )}
              </button>
            )}
            <button type="button" className="button quiet" onClick={change.forget}>
              <Trans>Leave it as it is</Trans>
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function HindranceLine({ row, change, said }: ChangeNewsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { hindered, wanted } = change;
  if (!hindered || !wanted) return null;
  if (hindered.why !== ("changed-meanwhile" satisfies BulkEditObstacle)) {
    return (
      <p>
        <Hindered one={hindered} />
      </p>
    );
  }
  const who = hindered.by ?? t`Somebody`;
  const when = hindered.at === null ? "" : format.instant(hindered.at);
  const [stands, chosen] = [said(wanted.name), said(wanted.name, wanted.value)];
  return (
    <p>
      <Trans>
        {who} changed {row.ref} meanwhile ({when}). Here it says {stands} now; you chose {chosen}. Your change was not
        made.
      </Trans>
    </p>
  );
}

/** What the stage asks for, before the action goes there. */
function Outcome({ row, change, asking }: { row: ChangedRow; change: RowChange; asking: "result" | "reason" }) {
  const { wanted, problems } = change;
  return (
    <form
      className="form"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        change.forget();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const said = String(new FormData(event.currentTarget).get("outcome") ?? "").trim();
        if (wanted) change.send(wanted, said);
      }}
    >
      <Field
        name="outcome"
        label={asking === "result" ? <Trans>Result of {row.ref}</Trans> : <Trans>Reason for {row.ref}</Trans>}
        problem={problems.outcome}
      >
        {(control) => (
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody has just chosen the stage that asks for it.
          <textarea {...control} className="textarea short" data-most={4000} required autoFocus />
        )}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans>Move</Trans>
        </button>
        <button type="button" className="button quiet" onClick={change.forget}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}
