import { Trans, useLingui } from "@lingui/react/macro";
import type { Submitted } from "~/features/core/forms.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import type { Found } from "../queries.server.ts";

interface AddDependencyProps {
  submitted: Submitted;
  problems: Record<string, ProblemCode>;
  way: string[];
  found: Found[] | null;
}

/** Names what is waited for: by its reference at once, by words of its title through a choice of what is found. */
export function AddDependency({ submitted, problems, way, found }: AddDependencyProps) {
  const { t } = useLingui();
  const labels = useLabels();
  return (
    <Form method="post" className="form add-dependency" noValidate preventScrollReset>
      <h3>
        <Trans>Add what it waits for</Trans>
      </h3>
      <Field
        name="why"
        label={<Trans>Why it waits</Trans>}
        hint={<Trans>What has to be there first? Both actions show it.</Trans>}
        problem={problems.why}
      >
        {(control) => (
          <textarea
            {...control}
            className="textarea short"
            data-most={1000}
            defaultValue={String(submitted.why ?? "")}
          />
        )}
      </Field>
      <Field
        name="on"
        label={<Trans>The other action</Trans>}
        hint={<Trans>Its reference, such as FIN-2, or words of its title, on any board.</Trans>}
        problem={problems.on}
        about={way.length > 0 ? way.join(" → ") : undefined}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            type="search"
            maxLength={200}
            defaultValue={String(submitted.on ?? "")}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button solid">
          <Trans>Add</Trans>
        </button>
        <button className="button" name="intent" value="find">
          <Trans>Look for it</Trans>
        </button>
      </div>
      {found && found.length > 0 && (
        <ul className="rows found" aria-label={t`Found`}>
          {found.map(({ ref, title, lang, board, stage }) => (
            <li key={ref} data-board={board}>
              <span>
                <span className="ref">{ref}</span> <span lang={lang ?? undefined}>{title}</span>{" "}
                <small className="soft">
                  {labels.boardShort(board)} · {labels.stage(stage)}
                </small>
              </span>
              <button className="button" name="pick" value={ref} aria-label={t`Add ${ref}`}>
                <Trans>Add</Trans>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}
