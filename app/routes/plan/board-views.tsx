import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { mayChangeView, maySaveForAll } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { savedQuery } from "~/features/plan/boards/addresses.ts";
import { scopeFrom, scopeName, scopePath } from "~/features/plan/boards/scope.ts";
import { SaveViewForm } from "~/features/plan/saved-views/components/save-form.tsx";
import { SavedViews } from "~/features/plan/saved-views/components/saved-views.tsx";
import { removeView, renameView, saveView } from "~/features/plan/saved-views/mutations.server.ts";
import { viewsWithOwner } from "~/features/plan/saved-views/queries.server.ts";
import { removeSchema, renameSchema, saveViewSchema } from "~/features/plan/saved-views/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, notFound } from "~/http/visit.server.ts";
import { labelsOf, useLabels } from "~/ui/labels.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  const board = boardOf(visit);
  const { db, viewer, url, i18n } = visit;
  const kept = loadFormDraft(visit);
  return {
    board,
    query: savedQuery(url.searchParams),
    views: viewsWithOwner(db, board, viewer.id).map(({ ownerId, ...view }) => ({
      ...view,
      owner: ownerId === viewer.id ? null : view.owner,
      mayChange: mayChangeView(viewer, { ownerId, forAll: view.forAll }),
    })),
    submitted: kept && kept.get("intent") === "keep" ? submittedIn(kept) : {},
    mayKeepForAll: maySaveForAll(viewer, board),
    title: `${i18n._(msg`Saved views`)} · ${scopeName(labelsOf(i18n), board)}`,
  };
});

/** Keeps a view, renames one, removes one. */
export const action = forViewer(async (visit) => {
  const board = boardOf(visit);
  const { db, by, viewer, request } = visit;
  const form = await request.formData();
  switch (form.get("intent")) {
    case "keep": {
      const parsed = parseForm(saveViewSchema, form);
      if (!parsed.ok) return invalid("keep", parsed.problems, String(form.get("name") ?? ""));
      const { name, query, forAll } = parsed.value;
      limit("view", viewer);
      const kept = saveView(db, by, viewer, { board, name, query, forAll: forAll === "1" });
      if (kept === null) return invalid("keep", { name: "too-many-views" }, name);
      return redirect(`${scopePath(board)}${savedQuery(new URLSearchParams(query)).replace(/^(?=.)/, "?")}`);
    }
    case "rename": {
      const parsed = parseForm(renameSchema, form);
      if (!parsed.ok)
        return parsed.problems.id ? badRequest(visit) : invalid(String(form.get("id")), parsed.problems, "");
      renameView(db, by, viewer, { board, ...parsed.value });
      return redirect(`${scopePath(board)}/views${visit.url.search}`);
    }
    case "remove": {
      const parsed = parseForm(removeSchema, form);
      if (!parsed.ok) return badRequest(visit);
      removeView(db, by, viewer, { board, ...parsed.value });
      return redirect(`${scopePath(board)}/views${visit.url.search}`);
    }
    default:
      return badRequest(visit);
  }
});

export const meta = titled;

export default function BoardViewsPage() {
  const { board, query, views, submitted, mayKeepForAll } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = useLabels();
  return (
    <main id="content" className="page narrow" data-board={board === "plan" ? undefined : board}>
      <p className="crumbs">
        <Link to={`${scopePath(board)}${query ? `?${query}` : ""}`}>{scopeName(labels, board)}</Link>
      </p>
      <h1>
        <Trans>Saved views</Trans>
      </h1>
      <p className="lead">
        <Trans>A view keeps the filters, the columns, the order and the groups under a name.</Trans>
      </p>
      <SaveViewForm
        query={query}
        mayKeepForAll={mayKeepForAll}
        name={answer?.of === "keep" ? answer.name : String(submitted.name ?? "")}
        problems={answer?.of === "keep" ? answer.problems : {}}
      />
      <SavedViews board={board} views={views} refused={answer ?? null} />
    </main>
  );
}

function boardOf(visit: SignedInVisit) {
  return scopeFrom(visit.params.board) ?? notFound(visit);
}

/** What was not right, and in which of the page's forms. */
function invalid(of: string, problems: Record<string, ProblemCode>, name: string) {
  return data({ of, problems, name }, { status: 422 });
}
