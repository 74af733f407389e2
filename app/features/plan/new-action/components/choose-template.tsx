import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { Board } from "~/domain.ts";
import type { TemplateShown } from "~/features/plan/templates/queries.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { QueryFields } from "~/ui/hidden-field.tsx";
import { useLabels } from "~/ui/labels.ts";

interface ChooseTemplateProps {
  board: Board;
  words: string;
  found: TemplateShown[];
  /** How many templates there are in all. */
  total: number;
}

/** The way from a template to an action: found by the words of its title. */
export function ChooseTemplate({ board, words, found, total }: ChooseTemplateProps) {
  const labels = useLabels();
  return (
    <details className="texts" open={words !== ""}>
      <summary>
        <Trans>Begin with a template</Trans>
      </summary>
      {total > 0 && (
        <Form method="get" className="form">
          <QueryFields query={[["board", board]]} />
          <Field name="q" label={<Trans>Words of its title</Trans>}>
            {(control) => <input {...control} type="search" className="input" defaultValue={words} />}
          </Field>
          <div className="buttons">
            <button className="button">
              <Trans>Find</Trans>
            </button>
          </div>
        </Form>
      )}
      {found.length > 0 && (
        <ul className="rows">
          {found.map(({ id, title, lang, board: of }) => (
            <li key={id}>
              <Link to={`/actions/new?template=${id}`} lang={lang ?? undefined}>
                {title}
              </Link>{" "}
              <span className="soft">{labels.board(of)}</span>
            </li>
          ))}
        </ul>
      )}
      {found.length === 0 && (
        <p className="soft">
          {total > 0 ? <Trans>No template has these words in its title.</Trans> : <Trans>No templates yet</Trans>}
        </p>
      )}
      <p className="alone">
        <Link to={`/boards/${board}/templates`}>
          <Trans>The templates of this board</Trans>
        </Link>
      </p>
    </details>
  );
}
