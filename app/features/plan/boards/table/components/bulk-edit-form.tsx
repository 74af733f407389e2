import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { BulkEditAnswer, ChosenNow } from "~/features/plan/actions/bulk-edit-form.server.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";
import { Notice } from "~/ui/notice.tsx";
import { TextLanguage } from "~/ui/text-language.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { Hindered } from "./hindered.tsx";

interface BulkEditFormProps {
  chosen: ChosenNow[];
  submitted: Record<string, string | string[]>;
  answer: BulkEditAnswer | null;
  lineLost: boolean;
  quarters: readonly string[];
  leads: readonly { id: number; name: string }[];
  people: readonly { id: string; name: string }[];
  back: string;
}

/** What is chosen as it stands now, with its boxes to leave one out; what to change; and what a stage asks for. */
export function BulkEditForm(props: BulkEditFormProps) {
  const { chosen, answer, lineLost, quarters, leads, people, back } = props;
  const labels = useLabels();
  const format = useFormat();
  const problems = answer?.outcome === "invalid" ? answer.problems : {};
  const hindered = answer?.outcome === "hindered" ? answer.by : [];
  const submitted = answer && "submitted" in answer ? answer.submitted : props.submitted;
  const names = new Map(leads.map(({ id, name }) => [id, name]));
  return (
    <section className="section">
      <FormNotices problems={answer?.outcome === "invalid"} lineLost={lineLost} />
      {hindered.length > 0 && (
        <Notice wrong>
          <p>
            <Trans>Nothing has been changed yet:</Trans>
          </p>
          <ul>
            {hindered.map((one) => (
              <li key={one.ref}>
                <Hindered one={one} />
              </li>
            ))}
          </ul>
          <p>
            <Trans>
              They are left out below, and you see how they stand now. Choose them again if you want to change them all
              the same.
            </Trans>
          </p>
        </Notice>
      )}
      <Form method="post" className="form" key={hindered.map(({ ref }) => ref).join()} noValidate>
        <HiddenField name="back" value={back} />
        <fieldset className="field" aria-describedby={problems.chosen ? "chosen-problem" : undefined}>
          <legend>
            <Trans>Actions</Trans>
          </legend>
          <ul className="rows chosen">
            {chosen.map(({ ref, version, title, lang, stage, priority, due, lead }) => (
              <li key={ref}>
                <label className="choice">
                  <input
                    type="checkbox"
                    name="chosen"
                    value={ref}
                    defaultChecked={!hindered.some((one) => one.ref === ref)}
                  />
                  <span>
                    {ref} <span lang={lang ?? undefined}>{title}</span>
                    <br />
                    <small className="soft">
                      {[labels.priority(priority), labels.stage(stage), due && format.quarter(due), names.get(lead)]
                        .filter(Boolean)
                        .join(" · ")}
                    </small>
                  </span>
                </label>
                <HiddenField name={`version.${ref}`} value={version} />
              </li>
            ))}
          </ul>
          {problems.chosen && <Problem id="chosen-problem" code={problems.chosen} />}
        </fieldset>
        <div className="two">
          <ChangeFields quarters={quarters} leads={leads} people={people} submitted={submitted} problems={problems} />
        </div>
        {problems.changes && <Problem id="changes-problem" code={problems.changes} />}
        <TextLanguage submitted={submitted.textLanguage} />
        <Field
          name="outcome"
          label={<Trans>Result or reason</Trans>}
          hint={
            <Trans>
              Needed only for Done (the result), On hold and Dropped (the reason). It is said of each of them.
            </Trans>
          }
          problem={problems.outcome}
        >
          {(control) => (
            <textarea
              {...control}
              className="textarea short"
              data-most={4000}
              defaultValue={String(submitted.outcome ?? "")}
            />
          )}
        </Field>
        <div className="buttons">
          <button className="button solid">
            <Trans>Change</Trans>
          </button>
          <Link className="button quiet" to={back}>
            <Trans>Cancel</Trans>
          </Link>
        </div>
      </Form>
    </section>
  );
}
