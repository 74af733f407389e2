import { Trans } from "@lingui/react/macro";
import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Field } from "~/ui/field.tsx";
import type { Returned } from "~/ui/fold.tsx";
import { returnedTo } from "~/ui/fold.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import { LanguageField } from "~/ui/language-field.tsx";
import { TextLanguage } from "~/ui/text-language.tsx";

interface Values {
  version: number;
  language: string;
  progress: string;
  concerns: string;
  asks: string;
  report: string;
}

/** A continental network's view, in three short answers. */
export function ViewForm({ values, ...returned }: Returned & { values: Values }) {
  const { open, text, problems } = returnedTo("view", returned);
  const busy = useBusyWith("view");
  const value = (name: "language" | "progress" | "concerns" | "asks") => (open ? text(name) : values[name]);
  const area = (name: "progress" | "concerns" | "asks", label: ReactNode) => (
    <Field name={name} label={label} problem={problems[name]}>
      {(control) => <textarea {...control} className="textarea short" data-most={5000} defaultValue={value(name)} />}
    </Field>
  );
  return (
    <Form method="post" className="form" preventScrollReset>
      <HiddenField name="version" value={values.version} />
      {area("progress", <Trans>What goes well</Trans>)}
      {area("concerns", <Trans>What worries us</Trans>)}
      {area("asks", <Trans>What we ask of the committee</Trans>)}
      <LanguageField
        label={<Trans>Language in which you write</Trans>}
        value={value("language")}
        problem={problems.language}
      />
      <div className="buttons">
        <button className="button solid" name="intent" value="view" aria-busy={busy}>
          <Trans>Save the view</Trans>
        </button>
      </div>
    </Form>
  );
}

/** What the representative tells the network of the meeting. */
export function ReportForm({ values, ...returned }: Returned & { values: Values }) {
  const { open, text, problems } = returnedTo("report", returned);
  const busy = useBusyWith("report");
  return (
    <Form method="post" className="form" preventScrollReset>
      <HiddenField name="version" value={values.version} />
      <TextLanguage submitted={text("textLanguage")} />
      <Field
        name="report"
        label={<Trans>What became of it in the meeting</Trans>}
        hint={
          <Trans>Everyone of the network reads it: what was decided, and what the committee said to your asks.</Trans>
        }
        problem={problems.report}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            data-most={5000}
            defaultValue={open ? text("report") : values.report}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button" name="intent" value="report" aria-busy={busy}>
          <Trans>Report back</Trans>
        </button>
      </div>
    </Form>
  );
}

function useBusyWith(intent: string): boolean {
  const { state, formData } = useNavigation();
  return state === "submitting" && formData?.get("intent") === intent;
}
