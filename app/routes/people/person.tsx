import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { type InvalidForm, parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { mayManage, maySeePeople } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { membershipChoices } from "~/features/people/accounts/choices.server.ts";
import { AccessSection } from "~/features/people/accounts/components/access-section.tsx";
import { MembershipConflict, type Theirs } from "~/features/people/accounts/components/membership-conflict.tsx";
import { MembershipFields } from "~/features/people/accounts/components/membership-fields.tsx";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { editMembership, setSuspended } from "~/features/people/accounts/mutations.server.ts";
import { findPerson } from "~/features/people/accounts/queries.server.ts";
import { membershipSchema } from "~/features/people/accounts/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";

export const loader = forViewer((visit) => {
  const { id, name, email, role, networkId, boards, version, suspendedAt } = managed(visit);
  const kept = loadFormDraft(visit);
  return {
    ...membershipChoices(visit.viewer, visit.networks, visit.language),
    person: { id, name, email, suspendedAt: suspendedAt && +suspendedAt },
    values: kept?.has("role")
      ? submittedIn(kept, ["boards"])
      : { role, networkId: String(networkId), boards, version: String(version) },
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
    return changed.status === "invalid"
      ? answered(422, { problems: changed.problems, submitted: {} })
      : redirect(`/people/${id}`);
  }
  const parsed = parseForm(membershipSchema, form);
  if (!parsed.ok) return parsed.problems.version ? badRequest(visit) : answered(422, parsed);
  const changed = editMembership(db, by, viewer, { id, ...parsed.value });
  const submitted = submittedIn(form, ["boards"]);
  if (changed.status === "invalid") return answered(422, { problems: changed.problems, submitted });
  if (changed.status === "stale") {
    const { role, networkId, boards, version } = changed.now;
    const theirs = { role, networkId, boards };
    // Saving once more is then a decision, made with both before one's eyes.
    return answered(409, { problems: {}, submitted: { ...submitted, version: String(version) } }, theirs);
  }
  return redirect("/people?done=saved", { headers: { "Set-Cookie": forgetting } });
});

export const meta = titled;

export default function PersonPage() {
  const { roles, networks, person, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const problems = answer?.problems ?? {};
  const theirs = answer?.theirs;
  const shown: Submitted = answer?.submitted.role ? answer.submitted : values;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to="/people">
          <Trans>People</Trans>
        </Link>
      </p>
      <h1>{person.name}</h1>
      <p className="lead">{person.email}</p>
      <Form key={String(shown.version)} method="post" className="form section" noValidate>
        {theirs && <MembershipConflict theirs={theirs} mine={shown} networks={networks} />}
        <HiddenField name="version" value={String(shown.version)} />
        <MembershipFields roles={roles} networks={networks} values={shown} problems={problems} />
        <div className="buttons">
          <button className="button solid" aria-busy={busy}>
            <Trans>Save</Trans>
          </button>
          <Link className="button quiet" to="/people">
            <Trans>Cancel</Trans>
          </Link>
        </div>
      </Form>
      <AccessSection suspendedAt={person.suspendedAt} problem={problems.form} />
    </main>
  );
}

function managed(visit: SignedInVisit) {
  if (!maySeePeople(visit.viewer)) return forbidden(visit);
  const person = findPerson(visit.db, visit.params.id ?? "") ?? notFound(visit);
  return mayManage(visit.viewer, person) ? person : forbidden(visit);
}

function answered(status: number, { problems, submitted }: InvalidForm, theirs: Theirs | null = null) {
  return data({ problems, submitted, theirs }, { status });
}
