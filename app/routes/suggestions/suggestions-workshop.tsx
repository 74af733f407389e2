import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { submittedIn } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { maySuggest } from "~/features/core/policy.ts";
import { suggestionName } from "~/features/core/references.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { StateMark } from "~/features/suggestions/components/state-mark.tsx";
import { ThrowAway } from "~/features/suggestions/components/throw-away.tsx";
import { WorkshopLineForm } from "~/features/suggestions/components/workshop-line-form.tsx";
import { draftTitle, findDraft, forgetDraft, saveDraft } from "~/features/suggestions/drafts.server.ts";
import { beginning, type Content, readSuggestion, speakerChoices } from "~/features/suggestions/form.server.ts";
import { enteredAt, findWorkshop, submittedFrom, submitWorkshop } from "~/features/suggestions/workshops.server.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { alsoOnConflict } from "~/ui/revalidate.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, url } = visit;
  const { id, occasion, place, heldOn } = workshopOf(visit);
  const formDraft = loadFormDraft(visit);
  const entered = enteredAt(db, id);
  const again = findDraft(db, viewer, Number(url.searchParams.get("draft")));
  // The next one begins where the last one was said.
  const last = entered.at(-1)?.formValues;
  const begin = { ...beginning(visit, "new-action", "lobbying", null, visit.language), voice: "personal" };
  return {
    id,
    occasion,
    place,
    heldOn: Date.parse(`${heldOn}T00:00:00Z`),
    entered: entered.map((draft) => ({
      id: draft.id,
      title: draftTitle(draft),
      wrong: !isValidLine(visit, draft.formValues),
    })),
    fromHere: submittedFrom(db, id),
    choices: speakerChoices(visit),
    submitted: formDraft
      ? submittedIn(formDraft)
      : (again?.formValues ?? {
          ...begin,
          ...(last && { origin: last.origin, board: last.board, language: last.language }),
        }),
    draft: again?.id ?? null,
    title: occasion,
  };
});

/** Enters one more, changes or throws away one that was entered, or submits them all. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const workshop = workshopOf(visit);
  const here = `/suggestions/workshops/${workshop.id}`;
  const form = await visit.request.formData();
  switch (form.get("intent")) {
    case "enter": {
      const read = readSaid(visit, form);
      if (!read.ok) return data(read, { status: 422 });
      limit("draft", viewer);
      if (saveDraft(db, visit, form, workshop.id) === null) return badRequest(visit);
      return redirect(`${here}#next`, { headers: { "Set-Cookie": forgetting } });
    }
    case "forget":
      forgetDraft(db, viewer, Number(form.get("draft")));
      return redirect(here);
    case "submit": {
      const entered = enteredAt(db, workshop.id).flatMap(({ id, formValues }) => {
        const content = contentOf(visit, formValues);
        return content ? [{ draft: id, content }] : [];
      });
      if (entered.length === 0) return redirect(here);
      submitWorkshop(db, by, viewer, workshop.id, entered);
      return redirect(here);
    }
    default:
      return badRequest(visit);
  }
});

export const shouldRevalidate = alsoOnConflict;
export const meta = titled;

/** One sitting: what was entered so far, the form for the next, and the button that submits all of it. */
export default function WorkshopPage() {
  const loaded = useLoaderData<typeof loader>();
  const { occasion, place, heldOn, entered, fromHere, choices, submitted, draft } = loaded;
  const answer = useActionData<typeof action>();
  const invalid = answer && "problems" in answer ? answer : null;
  const format = useFormat();
  const count = entered.filter(({ wrong }) => !wrong).length;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/suggestions/workshops">
          <Trans>Workshops</Trans>
        </Link>
      </p>
      <h1>{occasion}</h1>
      <p className="lead">{[place, format.day(heldOn)].filter(Boolean).join(", ")}</p>
      {fromHere.length > 0 && (
        <section className="section">
          <h2>
            <Plural value={fromHere.length} one="# suggestion submitted" other="# suggestions submitted" />
          </h2>
          <ul className="rows">
            {fromHere.map(({ id, title, lang, state }) => (
              <li key={id}>
                <Link to={`/suggestions/${id}`} lang={lang}>
                  {suggestionName(id)} {title}
                </Link>{" "}
                <StateMark state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {entered.length > 0 && (
        <section className="section">
          <h2>
            <Plural value={entered.length} one="# entered, not submitted yet" other="# entered, not submitted yet" />
          </h2>
          <ol className="rows entered">
            {entered.map(({ id, title, wrong }) => (
              <li key={id}>
                <Link to={`?draft=${id}#next`}>{title}</Link>{" "}
                {wrong && (
                  <span className="overdue">
                    <Trans>needs another look</Trans>
                  </span>
                )}
                <ThrowAway draft={id} />
              </li>
            ))}
          </ol>
          <Form method="post" className="buttons" style={{ marginTop: 16 }}>
            <button className="button solid" name="intent" value="submit" disabled={count === 0}>
              <Plural value={count} one="Submit # suggestion" other="Submit # suggestions" />
            </button>
          </Form>
        </section>
      )}
      <section className="section" id="next">
        <h2>{draft === null ? <Trans>The next one</Trans> : <Trans>Change what was entered</Trans>}</h2>
        <FormNotices problems={invalid !== null} />
        <WorkshopLineForm
          key={`${entered.length}-${draft}-${invalid ? "again" : ""}`}
          choices={choices}
          draft={draft}
          submitted={invalid?.submitted ?? submitted}
          problems={invalid?.problems ?? {}}
        />
      </section>
    </main>
  );
}

function workshopOf(visit: SignedInVisit) {
  if (!maySuggest(visit.viewer)) return forbidden(visit);
  return findWorkshop(visit.db, visit.viewer, Number(visit.params.workshop)) ?? notFound(visit);
}

/** What was said is a new action or a remark: an amendment needs the action before one's eyes, and its own form. */
function readSaid(visit: SignedInVisit, form: FormData) {
  const kind = form.get("kind") === "remark" ? "remark" : "new-action";
  return readSuggestion(form, { ...visit, kind, action: null });
}

function contentOf(visit: SignedInVisit, submitted: Record<string, string | string[]>): Content | null {
  const form = new FormData();
  for (const [name, value] of Object.entries(submitted)) for (const one of [value].flat()) form.append(name, one);
  const read = readSaid(visit, form);
  return read.ok ? read.value : null;
}

const isValidLine = (visit: SignedInVisit, submitted: Record<string, string | string[]>) =>
  contentOf(visit, submitted) !== null;
