import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useLoaderData } from "@remix-run/react";
import { mayEditTemplates } from "~/features/core/policy.ts";
import { TemplateRows } from "~/features/plan/templates/components/template-rows.tsx";
import { templatesOf } from "~/features/plan/templates/queries.server.ts";
import { boardOf } from "~/http/board.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";
import { labelsOf, useLabels } from "~/ui/labels.ts";

export const loader = forViewer((visit) => {
  const board = boardOf(visit);
  if (!mayEditTemplates(visit.viewer, board)) forbidden(visit);
  return {
    board,
    templates: templatesOf(visit.db, board, visit.language),
    title: `${visit.i18n._(msg`Templates`)} · ${labelsOf(visit.i18n).board(board)}`,
  };
});

export const meta = titled;

export default function BoardTemplatesPage() {
  const { board, templates } = useLoaderData<typeof loader>();
  const labels = useLabels();
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/boards/${board}`}>{labels.board(board)}</Link>
      </p>
      <h1>
        <Trans>Templates</Trans>
      </h1>
      <p className="lead">
        <Trans>
          A template holds what similar actions have in common: texts, level, key results, and milestones counted from
          the start quarter.
        </Trans>
      </p>
      <p>
        <Link className="button solid" to={`/boards/${board}/templates/new`}>
          <Trans>Add a template</Trans>
        </Link>
      </p>
      <TemplateRows templates={templates} />
    </main>
  );
}
