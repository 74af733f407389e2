import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { BOARDS, isOneOf } from "~/domain.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { mayWorkOnBoard } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { type BulkEditAnswer, bulkEditByForm, chosenNow } from "~/features/plan/actions/bulk-edit-form.server.ts";
import { formChoices } from "~/features/plan/actions/form.server.ts";
import { peopleByName } from "~/features/plan/actions/responsible.server.ts";
import { boardSearch } from "~/features/plan/boards/filters.ts";
import { BulkEditForm } from "~/features/plan/boards/table/components/bulk-edit-form.tsx";
import { Undone } from "~/features/plan/boards/table/components/undone.tsx";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound, safePath } from "~/http/visit.server.ts";
import { labelsOf, useLabels } from "~/ui/labels.ts";
import { isLineLost, keepOnLostLine, unlessLineLost } from "~/ui/lost-line.ts";

export const loader = forViewer((visit) => {
  const board = boardOf(visit);
  const { db, language, url, i18n } = visit;
  const kept = loadFormDraft(visit);
  const refs = kept ? kept.getAll("chosen").map(String) : url.searchParams.getAll("chosen");
  const { leads, quarters } = formChoices(visit);
  return {
    people: peopleByName(db),
    board,
    quarters,
    leads: leads.map(({ id, name }) => ({ id, name })),
    chosen: chosenNow(db, board, refs, language),
    submitted: kept ? submittedIn(kept) : {},
    back: safePath(kept?.get("back") ?? url.searchParams.get("back"), `/boards/${board}?view=table`),
    title: `${i18n._(msg`Change several at once`)} · ${labelsOf(i18n).board(board)}`,
  };
});

export const action = forViewer(async (visit) => {
  const board = boardOf(visit);
  const { request, db, by, viewer, language } = visit;
  const form = await request.formData();
  const { leads } = formChoices(visit);
  const together = bulkEditByForm(db, by, viewer, form, { board, language, leads }) ?? badRequest(visit);
  const back = safePath(form.get("back"), `/boards/${board}?view=table`);
  const chosen = form.has("quick") ? [] : chosenNow(db, board, form.getAll("chosen").map(String), language);
  if (form.has("quick") || together.http !== 200) return data({ together, chosen, back }, { status: together.http });
  return redirect(afterChange(together, back));
});

export const clientAction = keepOnLostLine;
export const shouldRevalidate = unlessLineLost;
export const meta = titled;

/** What a common change asks for, or what keeps it from being made; and the change of one action where there is no script. */
export default function BulkEditPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "together" in answer ? answer : null;
  const labels = useLabels();
  const { board } = loaded;
  const back = refused?.back ?? loaded.back;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={back}>{labels.board(board)}</Link>
      </p>
      {refused?.together.outcome === "undone" ? (
        <Undone {...refused.together} back={back} />
      ) : (
        <>
          <h1>
            <Trans>Change several at once</Trans>
          </h1>
          <BulkEditForm
            {...loaded}
            back={back}
            chosen={refused?.chosen ?? loaded.chosen}
            answer={refused?.together ?? null}
            lineLost={isLineLost(answer)}
          />
        </>
      )}
    </main>
  );
}

function boardOf(visit: SignedInVisit) {
  const { board } = visit.params;
  if (!isOneOf(BOARDS, board)) notFound(visit);
  return mayWorkOnBoard(visit.viewer, board) ? board : forbidden(visit);
}

/** Back to the table as it was, with the step by which all of it can be taken back. */
function afterChange(together: BulkEditAnswer, back: string): string {
  const [path = "/", search = ""] = back.replace(/#.*$/, "").split("?");
  const query = new URLSearchParams(boardSearch(new URLSearchParams(search)));
  if (together.outcome === "changed") query.set("together", String(together.event));
  if (together.outcome === "undone") query.set("undone", String(together.refs.length));
  return `${path}${query.size > 0 ? `?${query}` : ""}`;
}
