import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { FieldChange } from "~/features/core/history/components/field-change.tsx";
import { useFieldNames } from "~/features/core/history/components/field-names.ts";
import type { SuggestionScreen } from "../screen.server.ts";

interface ProposedProps extends Pick<SuggestionScreen, "kind" | "changes" | "texts" | "lang"> {
  movedOn?: boolean;
  about?: SuggestionScreen["about"];
}

/** What would change in the plan: an amendment's words struck and added, or what a new action says. */
export function Proposed({ kind, changes, texts, lang, movedOn = false, about = null }: ProposedProps) {
  const names = useFieldNames();
  if (changes.length + texts.length === 0) return null;
  return (
    <section className="proposed">
      <h2 className="unseen">
        {kind === "amendment" ? <Trans>What it would change</Trans> : <Trans>What it proposes</Trans>}
      </h2>
      <dl className="changes">
        {changes.map((change) => (
          <FieldChange key={change.field} change={change} />
        ))}
        {texts.map(({ field, text }) => (
          <div key={field}>
            <dt>{names(field)}</dt>
            <dd className="as-written" lang={lang ?? undefined}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      {movedOn && about && (
        <p className="hint">
          <Trans>
            The plan has moved on here since this was written: see <Link to={`/actions/${about.ref}`}>{about.ref}</Link>
            .
          </Trans>
        </p>
      )}
    </section>
  );
}
