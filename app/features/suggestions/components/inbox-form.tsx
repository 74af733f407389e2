import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Submitted } from "~/features/core/forms.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { Problem } from "~/ui/field.tsx";
import { Fold } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import type { InboxFilters } from "../inbox.server.ts";
import type { Listed } from "../list.server.ts";
import { PutOffFields } from "./coordinator-tools.tsx";
import { SuggestionRows } from "./suggestion-rows.tsx";
import { useInboxKeys } from "./use-inbox-keys.ts";

interface InboxFormProps {
  suggestions: Listed[];
  filters: Pick<InboxFilters, "show">;
  /** The versions of the kept answers, by suggestion, as the coordinator reads them. */
  versions: Record<number, number>;
  problems: Record<string, ProblemCode>;
  /** What the form came back with. */
  submitted: Submitted;
  now: number;
  viewerId: string;
}

/** The rows with what can be done with several at once: chosen by their boxes, or by the keyboard (j, k, x, Enter). */
export function InboxForm({ suggestions, filters, versions, problems, submitted, now, viewerId }: InboxFormProps) {
  const { t } = useLingui();
  const keys = useInboxKeys();
  const publishing = filters.show === "written";
  return (
    <Form method="post" className="inbox" onKeyDown={keys} noValidate>
      <SuggestionRows
        suggestions={suggestions}
        now={now}
        viewerId={viewerId}
        before={({ id, title }) => (
          <>
            <label className="choose">
              <input
                type="checkbox"
                name="chosen"
                value={id}
                defaultChecked={submitted.chosen ? submitted.chosen.includes(String(id)) : publishing}
                aria-label={t`Choose ${suggestionName(id)}: ${title}`}
                aria-describedby={problems.chosen ? "chosen-problem" : undefined}
              />
            </label>
            {publishing && <HiddenField name={`version.${id}`} value={versions[id] ?? 0} />}
            <Link className="button answer-link" to={`/suggestions/${id}/answer${publishing ? "?preview" : ""}`}>
              {publishing ? <Trans>Read</Trans> : <Trans>Answer</Trans>}
            </Link>
          </>
        )}
      />
      {problems.chosen && <Problem id="chosen-problem" code={problems.chosen} />}
      <div className="inbox-buttons">
        <span className="soft">
          <Trans>With those chosen:</Trans>
        </span>
        {publishing ? (
          <button className="button solid" name="intent" value="publish">
            <Trans>Publish together</Trans>
          </button>
        ) : (
          <button className="button" name="intent" value="take-up">
            <Trans>Take up</Trans>
          </button>
        )}
        <Fold label={<Trans>Put off…</Trans>} open={Boolean(problems.until ?? problems.why)}>
          <div className="form">
            <PutOffFields text={(name) => String(submitted[name] ?? "")} problems={problems} />
            <button className="button solid" name="intent" value="put-off">
              <Trans>Put off</Trans>
            </button>
          </div>
        </Fold>
        <p className="hint wide-only">
          <Trans>By keyboard: j and k go down and up, x chooses, Enter opens, a answers.</Trans>
        </p>
      </div>
    </Form>
  );
}
