import { Trans } from "@lingui/react/macro";
import { Link } from "@remix-run/react";
import type { TemplateShown } from "../queries.server.ts";

/** The templates of a board, each with the way to use it and to change it. */
export function TemplateRows({ templates }: { templates: TemplateShown[] }) {
  if (templates.length === 0)
    return (
      <p className="soft">
        <Trans>No templates yet</Trans>
      </p>
    );
  return (
    <ul className="rows">
      {templates.map(({ id, board, title, lang, retired }) => (
        <li key={id}>
          <Link to={`/boards/${board}/templates/${id}`} lang={lang ?? undefined}>
            {title}
          </Link>{" "}
          {retired ? (
            <span className="soft">
              <Trans comment="a template">no longer offered</Trans>
            </span>
          ) : (
            <Link to={`/actions/new?template=${id}`}>
              <Trans>Make an action</Trans>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
