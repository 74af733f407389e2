import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { membershipChoices } from "~/features/accounts/choices.server.ts";
import { MembershipFields } from "~/features/accounts/components/membership-fields.tsx";
import { editMembership, setSuspended } from "~/features/accounts/mutations.server.ts";
import { findPerson } from "~/features/accounts/queries.server.ts";
import { membershipSchema } from "~/features/accounts/schemas.ts";
import { mayManage, maySeePeople } from "~/features/policy.ts";
import { parseForm, type Typed } from "~/http/forms.server.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound, type SignedInVisit } from "~/http/visit.server.ts";
import { Problem } from "~/ui/field.tsx";
import { useFormat } from "~/ui/format.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  const person = managed(visit);
  const { id, name, email, role, networkId, boards, version, suspendedAt } = person;
  return {
    ...membershipChoices(visit.viewer, visit.networks, visit.language),
    person: { id, name, email, version, suspendedAt: suspendedAt && +suspendedAt },
    values: { role, networkId: String(networkId), boards },
    title: name,
  };
});

export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const { id } = managed(visit);
  const form = await visit.request.formData();
  const intent = form.get("intent");
  if (intent === "suspend" || intent === "restore") {
    const changed = setSuspended(db, by, viewer, id, intent === "suspend");
    return changed.status === "unfit" ? refused(422, changed.problems) : redirect(`/people/${id}`);
  }
  const parsed = parseForm(membershipSchema, form);
  if (!parsed.ok) return refused(422, parsed.problems, parsed.typed);
  const changed = editMembership(db, by, viewer, { id, ...parsed.value });
  if (changed.status === "unfit")
    return refused(422, changed.problems, { ...parsed.value, boards: parsed.value.boards } as unknown as Typed);
  if (changed.status === "stale") return data({ problems: {}, typed: null, stale: true }, { status: 409 });
  return redirect("/people");
});

export const meta = titled;

export default function PersonPage() {
  const { roles, networks, person, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const format = useFormat();
  const problems: Record<string, ProblemCode> = answer?.problems ?? {};
  const since = person.suspendedAt && format.day(person.suspendedAt);
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/people">
          <Trans>People</Trans>
        </Link>
      </p>
      <h1>{person.name}</h1>
      <p className="lead">{person.email}</p>
      {answer?.stale && (
        <p className="notice wrong" role="alert">
          <Trans>
            Somebody changed this person while you had the form open. Below is how it stands now; nothing of yours was
            saved.
          </Trans>
        </p>
      )}
      <Form key={person.version} method="post" className="form section" noValidate>
        <input type="hidden" name="version" value={person.version} />
        <MembershipFields roles={roles} networks={networks} values={answer?.typed ?? values} problems={problems} />
        <div className="buttons">
          <button className="button solid">
            <Trans>Save</Trans>
          </button>
        </div>
      </Form>
      <section className="section">
        <h2>
          <Trans>Access</Trans>
        </h2>
        {problems.form && <Problem id="form-problem" code={problems.form} />}
        {since ? (
          <Form method="post" className="form">
            <p>
              <Trans>Suspended since {since}: cannot come in by any way.</Trans>
            </p>
            <p className="buttons">
              <button className="button" name="intent" value="restore">
                <Trans>Let them in again</Trans>
              </button>
            </p>
          </Form>
        ) : (
          <details>
            <summary>
              <Trans>Suspend…</Trans>
            </summary>
            <Form method="post" className="form section">
              <p>
                <Trans>
                  Suspending ends their sessions at once. What they did stays in history, and they can be let in again.
                </Trans>
              </p>
              <p className="buttons">
                <button className="button" name="intent" value="suspend">
                  <Trans>Suspend now</Trans>
                </button>
              </p>
            </Form>
          </details>
        )}
      </section>
    </main>
  );
}

function managed(visit: SignedInVisit) {
  if (!maySeePeople(visit.viewer)) return forbidden(visit);
  const person = findPerson(visit.db, visit.params.id ?? "") ?? notFound(visit);
  return mayManage(visit.viewer, person) ? person : forbidden(visit);
}

function refused(status: number, problems: Record<string, ProblemCode>, typed: Typed | null = null) {
  return data({ problems, typed, stale: false }, { status });
}
