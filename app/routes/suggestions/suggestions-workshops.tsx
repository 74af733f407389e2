import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { limit } from "~/features/core/limits.server.ts";
import { maySuggest } from "~/features/core/policy.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { PaperLinks } from "~/features/suggestions/components/paper-links.tsx";
import { textIn } from "~/features/suggestions/components/submitted.ts";
import { workshopSchema } from "~/features/suggestions/schemas.ts";
import { openWorkshop, workshopsOf } from "~/features/suggestions/workshops.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer } from "~/http/visit.server.ts";
import { Field } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { FormNotices } from "~/ui/form-notices.tsx";
import { useFormat } from "~/ui/format.ts";
import { Pages } from "~/ui/pages.tsx";
import { pageFrom } from "~/ui/paging.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  const { db, viewer, url, today, i18n } = visit;
  if (!maySuggest(viewer)) return forbidden(visit);
  const formDraft = loadFormDraft(visit);
  return {
    ...workshopsOf(db, viewer, pageFrom(url.searchParams)),
    submitted: formDraft ? submittedIn(formDraft) : ({ heldOn: today } as Submitted),
    title: i18n._(msg`Workshops`),
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer, today } = visit;
  if (!maySuggest(viewer)) return forbidden(visit);
  const parsed = parseForm(workshopSchema, await visit.request.formData());
  if (!parsed.ok) return data({ problems: parsed.problems, submitted: parsed.submitted }, { status: 422 });
  if (parsed.value.heldOn > today)
    return data(
      { problems: { heldOn: "day-in-future" as ProblemCode }, submitted: parsed.value as Submitted },
      { status: 422 },
    );
  limit("workshop", viewer);
  const id = openWorkshop(db, by, viewer, parsed.value);
  return redirect(`/suggestions/workshops/${id}`, { headers: { "Set-Cookie": forgetting } });
});

export const meta = titled;

/** What was said at workshops: those entered before, and a new one. */
export default function WorkshopsPage() {
  const { workshops, page, pages, submitted: begun } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted ?? begun;
  const problems: Record<string, ProblemCode> = answer?.problems ?? {};
  const format = useFormat();
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/suggestions">
          <Trans>Suggestions</Trans>
        </Link>
      </p>
      <h1>
        <Trans>What was said at a workshop</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Enter what people suggested, one after the other, each for its country or continent. You submit all of it at
          the end.
        </Trans>
      </p>
      <section className="section">
        <FormNotices problems={answer !== undefined} />
        <Form method="post" className="form" noValidate>
          <Field name="occasion" label={<Trans>Workshop</Trans>} problem={problems.occasion}>
            {(control) => (
              <input {...control} className="input" data-most={300} defaultValue={textIn(submitted, "occasion")} />
            )}
          </Field>
          <div className="two">
            <Field name="place" label={<Trans>Place</Trans>} problem={problems.place}>
              {(control) => (
                <input {...control} className="input" data-most={300} defaultValue={textIn(submitted, "place")} />
              )}
            </Field>
            <Field name="heldOn" label={<Trans>Day</Trans>} problem={problems.heldOn}>
              {(control) => (
                <input {...control} className="input" type="date" defaultValue={textIn(submitted, "heldOn")} />
              )}
            </Field>
          </div>
          <div className="buttons">
            <button className="button solid">
              <Trans>Begin</Trans>
            </button>
          </div>
        </Form>
      </section>
      <PaperLinks />
      {workshops.length > 0 && (
        <section className="section">
          <h2>
            <Trans>Entered before</Trans>
          </h2>
          <ul className="rows">
            {workshops.map(({ id, occasion, place, heldOn, entered, submitted }) => (
              <li key={id}>
                <Link to={`/suggestions/workshops/${id}`}>{occasion}</Link>{" "}
                <small className="soft">
                  {[place, format.day(heldOn)].filter(Boolean).join(", ")}
                  {submitted > 0 && (
                    <>
                      {" · "}
                      <Plural value={submitted} one="# submitted" other="# submitted" />
                    </>
                  )}
                  {entered > 0 && (
                    <>
                      {" · "}
                      <Plural value={entered} one="# not submitted yet" other="# not submitted yet" />
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
          <Pages page={page} pages={pages} />
        </section>
      )}
    </main>
  );
}
