import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@remix-run/react";
import type { Submitted } from "~/features/core/forms.server.ts";
import { suggestionName } from "~/features/core/references.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Fold } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { TextLanguage } from "~/ui/text-language.tsx";
import type { InboxFilters } from "../inbox.server.ts";
import type { Listed } from "../list.server.ts";
import { PutOffFields } from "./coordinator-tools.tsx";
import { inboxPath } from "./inbox-path.ts";
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
  /** The suggestion that is open beside the list. */
  open: number | null;
}

/** The rows with what can be done with several at once: chosen by their boxes, or by the keyboard (j, k, x, Enter). */
export function InboxForm({
  suggestions,
  filters,
  versions,
  problems,
  submitted,
  now,
  viewerId,
  open,
}: InboxFormProps) {
  const { t } = useLingui();
  const { search } = useLocation();
  const to = (id: number) => inboxPath(search, id, publishing ? { preview: "" } : {});
  const text = (name: string) => String(submitted[name] ?? "");
  const keys = useInboxKeys();
  const publishing = filters.show === "written";
  return (
    <Form method="post" className="inbox" onKeyDown={keys} noValidate>
      <SuggestionRows
        suggestions={suggestions}
        now={now}
        viewerId={viewerId}
        to={({ id }) => to(id)}
        open={open}
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
            <Link className="button answer-link" to={to(id)} preventScrollReset>
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
          <button className="button solid" name="intent" value="publish-several">
            <Trans>Publish together</Trans>
          </button>
        ) : (
          <button className="button" name="intent" value="take-up">
            <Trans>Take up</Trans>
          </button>
        )}
        <Fold label={<Trans>Put off…</Trans>} open={Boolean(problems.until ?? problems.why)}>
          <div className="form">
            <PutOffFields text={text} problems={problems} />
            <button className="button solid" name="intent" value="put-off">
              <Trans>Put off</Trans>
            </button>
          </div>
        </Fold>
        {!publishing && (
          <>
            <Fold label={<Trans>Decline…</Trans>} open={Boolean(problems.reason)}>
              <div className="form">
                <TextLanguage submitted={text("textLanguage")} />
                <Field
                  name="reason"
                  label={<Trans>Reason</Trans>}
                  hint={<Trans>Each author and supporter reads it, and it is public.</Trans>}
                  problem={problems.reason}
                >
                  {(control) => (
                    <textarea
                      {...control}
                      className="textarea short"
                      data-most={20_000}
                      defaultValue={text("reason")}
                    />
                  )}
                </Field>
                <button className="button solid" name="intent" value="decline">
                  <Trans>Decline</Trans>
                </button>
              </div>
            </Fold>
            <Fold label={<Trans>Merge…</Trans>} open={Boolean(problems.into)}>
              <div className="form">
                <Field
                  name="into"
                  label={<Trans>Into which one</Trans>}
                  hint={
                    <Trans>It carries their authors, origins and voices from then on. The supporters are told.</Trans>
                  }
                  problem={problems.into}
                >
                  {(control) => (
                    <input
                      {...control}
                      className="input"
                      placeholder="S-12"
                      defaultValue={text("into")}
                      list="inbox-listed"
                    />
                  )}
                </Field>
                <datalist id="inbox-listed">
                  {suggestions.map(({ id, title }) => (
                    <option key={id} value={suggestionName(id)}>
                      {title}
                    </option>
                  ))}
                </datalist>
                <button className="button solid" name="intent" value="merge">
                  <Trans>Merge</Trans>
                </button>
              </div>
            </Fold>
          </>
        )}
        <p className="hint wide-only">
          <Trans>By keyboard: j and k go down and up, x chooses, Enter opens, a answers.</Trans>
        </p>
      </div>
    </Form>
  );
}
