import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, submittedIn } from "~/features/core/forms.server.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { readingOf } from "~/features/plan/actions/queries.server.ts";
import { RecurrenceForm } from "~/features/plan/recurrence/components/recurrence-form.tsx";
import { setRecurrence } from "~/features/plan/recurrence/mutations.server.ts";
import { recurrenceOf, recurrenceShown } from "~/features/plan/recurrence/queries.server.ts";
import { recurrenceSchema } from "~/features/plan/recurrence/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forViewer } from "~/http/visit.server.ts";
import { workableAction } from "~/http/workable-action.server.ts";
import { FormNotices } from "~/ui/form-notices.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, language } = visit;
  const action = workableAction(visit);
  const { title } = readingOf(action.texts, language, action.sourceLanguage);
  const kept = loadFormDraft(visit);
  const row = recurrenceOf(db, action.id);
  return {
    ref: action.ref,
    board: action.board,
    actionTitle: title,
    version: row?.version ?? 0,
    every: String((kept && submittedIn(kept).every) ?? row?.every ?? "never"),
    recurrence: recurrenceShown(db, action.id),
    title: `${action.ref} ${title}`,
  };
});

/** Lets the action recur, in another rhythm, or no longer. */
export const action = forViewer(async (visit) => {
  const { ref } = workableAction(visit);
  const parsed = parseForm(recurrenceSchema, await visit.request.formData());
  if (!parsed.ok) return parsed.problems.every ? answer(422, parsed.problems) : badRequest(visit);
  const { every, version } = parsed.value;
  const wanted = { ref, version, every: every === "never" ? null : every };
  const { status } = setRecurrence(visit.db, visit.by, visit.viewer, wanted);
  if (status === "stale") return answer(409, {});
  if (status === "quarter-missing") return answer(422, { every: "recurrence-without-quarter" });
  return redirect(`/actions/${ref}`, { headers: { "Set-Cookie": forgetting } });
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

export default function RecurrencePage() {
  const { ref, board, actionTitle, version, every, recurrence } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <main id="content" className="page narrow" data-board={board}>
      <p className="crumbs">
        <Link to={`/actions/${ref}`}>{ref}</Link>
      </p>
      <h1>
        <Trans>Recurring action</Trans>
      </h1>
      <p className="lead">{actionTitle}</p>
      {refused?.status === 409 && (
        <Notice wrong>
          <Trans>Somebody has changed this meanwhile. Below it is as it stands now.</Trans>
        </Notice>
      )}
      <section className="section">
        <FormNotices problems={refused?.status === 422} />
        <RecurrenceForm
          key={version}
          ref_={ref}
          version={version}
          every={every}
          recurrence={recurrence}
          problems={refused?.problems}
        />
      </section>
    </main>
  );
}

function answer(status: 409 | 422, problems: Record<string, ProblemCode>) {
  return data({ status, problems }, { status });
}
