import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { MoveConflict } from "~/features/plan/actions/components/move-conflict.tsx";
import { MoveForm } from "~/features/plan/actions/components/move-form.tsx";
import { moveByForm, neighboursOn } from "~/features/plan/actions/move-form.server.ts";
import { readingOf } from "~/features/plan/actions/queries.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer, safePath } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";

export const loader = forViewer((visit) => {
  const { db, language, url } = visit;
  const action = workableAction(visit);
  const kept = loadFormDraft(visit);
  const { title } = readingOf(action.texts, language, action.sourceLanguage);
  return {
    ref: action.ref,
    board: action.board,
    version: action.version,
    stage: action.stage,
    actionTitle: title,
    submitted: kept
      ? (Object.fromEntries(kept) as Record<string, string>)
      : { stage: url.searchParams.get("stage") ?? undefined },
    neighbours: neighboursOn(db, action.board, language),
    title: `${action.ref} ${title}`,
  };
});

export const action = forViewer(async (visit) => {
  const { request, db, by, viewer, language } = visit;
  const { ref } = workableAction(visit);
  const form = await request.formData();
  if (form.get("intent") !== "undo") form.set("ref", ref);
  const move = moveByForm(db, by, viewer, form, language) ?? badRequest(visit);
  if (move.http !== 200) return data({ move }, { status: move.http });
  return redirect(safePath(form.get("back"), `/actions/${ref}`));
});

export const meta = titled;

export default function MoveActionPage() {
  const { ref, board, version, stage, actionTitle, submitted, neighbours } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.move;
  const invalid = refused?.outcome === "invalid" ? refused : null;
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Move</Trans>
      </h1>
      <p className="lead">{actionTitle}</p>
      {refused?.outcome === "stale" && <MoveConflict refused={refused} />}
      <section className="section">
        <MoveForm
          key={version}
          ref_={ref}
          version={version}
          stage={stage}
          submitted={invalid?.submitted ?? (refused?.outcome === "stale" ? refused.submitted : submitted)}
          problems={invalid?.problems}
          neighbours={neighbours}
          back={`/actions/${ref}`}
          cancel={
            <Link className="button quiet" to={`/actions/${ref}`}>
              <Trans>Cancel</Trans>
            </Link>
          }
        />
      </section>
    </main>
  );
}
