import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import { useLabels } from "~/ui/labels.ts";
import type { toBeLinked } from "../queries.server.ts";

type ToLink = ReturnType<typeof toBeLinked>;

/** On the overview of those who work on them: international actions that name no network yet, a few of them. */
export function ToLinkSection({ toLink: { total, actions } }: { toLink: ToLink }) {
  if (total === 0) return null;
  return (
    <section>
      <h2>
        <Plural value={total} one="# action still to be linked" other="# actions still to be linked" />
      </h2>
      <p className="hint">
        <Trans>International actions that do not say yet which networks they strengthen.</Trans>
      </p>
      <ToLinkLines actions={actions} />
      {total > actions.length && (
        <p className="alone">
          <Link to="/actions/to-link">
            <Trans>All actions still to be linked</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}

export function ToLinkLines({ actions }: { actions: Pick<ToLink["actions"][number], ShownFields>[] }) {
  const labels = useLabels();
  return (
    <ul className="lines">
      {actions.map(({ ref, board, title, lang, stage }) => (
        <li key={ref} data-board={board}>
          <small className="ref">{ref}</small>
          <span>
            <Link to={`/actions/${ref}#strengthens`} lang={lang ?? undefined}>
              {title}
            </Link>
          </span>
          <small>{labels.stage(stage)}</small>
        </li>
      ))}
    </ul>
  );
}

type ShownFields = "ref" | "board" | "title" | "lang" | "stage";
