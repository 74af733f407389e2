import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { networkOptions } from "~/features/core/network-tree.ts";
import { mayEditNetworks } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import {
  closeNetwork,
  isReferredTo,
  removeNetwork,
  reopenNetwork,
} from "~/features/people/networks/mutations.server.ts";
import { peopleIn } from "~/features/people/networks/queries.server.ts";
import { closeNetworkSchema } from "~/features/people/networks/schemas.ts";
import { titled } from "~/http/title.ts";
import { badRequest, forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { dayOf } from "~/lib/days.ts";
import { Field, Problem } from "~/ui/field.tsx";
import { Form } from "~/ui/form.tsx";
import { HiddenField } from "~/ui/hidden-field.tsx";
import type { ProblemCode } from "~/ui/problems.ts";
import { indented, type Option, Select } from "~/ui/select.tsx";

export const loader = forViewer((visit) => {
  const { db, networks, language, at, i18n } = visit;
  const network = editable(visit);
  const kept = loadFormDraft(visit);
  const name = network.names[language];
  return {
    slug: network.slug,
    name,
    version: network.version,
    closed: Boolean(network.closedOn),
    stays: network.kind === "international",
    people: peopleIn(db, network.id).length,
    removable: !isReferredTo(db, network.id),
    homes: networkOptions(networks, language).filter(({ id }) => id !== network.id),
    values: kept
      ? submittedIn(kept)
      : ({ day: dayOf(at), why: "", moveTo: String(network.parentId ?? "") } satisfies Submitted),
    title: i18n._(msg`Close ${name}`),
  };
});

/** Closes the network, opens it again, or removes it. */
export const action = forViewer(async (visit) => {
  const { db, by, viewer } = visit;
  const { id, slug } = editable(visit);
  const form = await visit.request.formData();
  const version = Number(form.get("version"));
  const headers = { "Set-Cookie": forgetting };
  switch (form.get("intent")) {
    case "close": {
      const parsed = parseForm(closeNetworkSchema, form);
      if (!parsed.ok)
        return parsed.problems.version ? badRequest(visit) : answer(422, parsed.problems, parsed.submitted);
      const changed = closeNetwork(db, by, viewer, id, parsed.value);
      if (changed.status === "invalid") return answer(422, changed.problems, submittedIn(form));
      return changed.status === "stale"
        ? answer(409, { form: "conflict" }, submittedIn(form))
        : redirect(`/networks/${slug}`, { headers });
    }
    case "reopen": {
      const changed = reopenNetwork(db, by, viewer, id, version);
      if (changed.status === "invalid") return answer(422, changed.problems, {});
      return changed.status === "stale" ? answer(409, { form: "conflict" }, {}) : redirect(`/networks/${slug}`);
    }
    case "remove": {
      if (form.get("sure") !== "yes") return answer(422, { sure: "not-confirmed" }, {});
      const changed = removeNetwork(db, by, viewer, id, version);
      if (changed.status === "invalid") return answer(422, changed.problems, {});
      return changed.status === "stale" ? answer(409, { form: "conflict" }, {}) : redirect("/networks");
    }
    default:
      return badRequest(visit);
  }
});

export const meta = titled;

export default function CloseNetworkPage() {
  const { slug, name, version, closed, stays, people, removable, homes, values } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  const { t } = useLingui();
  const problems: Record<string, ProblemCode> = invalid?.problems ?? {};
  const submitted: Submitted = invalid?.submitted.day ? invalid.submitted : values;
  if (stays)
    return (
      <main id="content" className="page narrow">
        <p className="crumbs">
          <Link to={`/networks/${slug}`}>{name}</Link>
        </p>
        <h1>
          <Trans>Close or remove {name}</Trans>
        </h1>
        <p className="notice">
          <Problem id="form-problem" code="root-stays" />
        </p>
      </main>
    );
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to={`/networks/${slug}`}>{name}</Link>
      </p>
      <h1>{closed ? <Trans>Reopen or remove {name}</Trans> : <Trans>Close or remove {name}</Trans>}</h1>
      {problems.form && (
        <p className="notice wrong" role="alert">
          <Problem id="form-problem" code={problems.form} />
        </p>
      )}
      {closed ? (
        <Form method="post" className="form section">
          <HiddenField name="version" value={version} />
          <p>
            <Trans>A reopened network is offered in forms again. Invite its people, or move them back, yourself.</Trans>
          </p>
          <p className="buttons">
            <button className="button solid" name="intent" value="reopen">
              <Trans>Reopen network</Trans>
            </button>
          </p>
        </Form>
      ) : (
        <Form method="post" className="form section" noValidate>
          <h2>
            <Trans>Close network</Trans>
          </h2>
          <p>
            <Trans>
              A closed network is offered in no form any more. What it leads, said and decided stays as it is, and
              history keeps it. Open invitations into it are withdrawn.
            </Trans>
          </p>
          <HiddenField name="version" value={version} />
          <Field name="day" label={<Trans>Last day</Trans>} problem={problems.day}>
            {(control) => (
              <input {...control} className="input" type="date" defaultValue={String(submitted.day ?? "")} />
            )}
          </Field>
          <Field name="why" label={<Trans>Reason (optional)</Trans>} problem={problems.why}>
            {(control) => (
              <textarea
                {...control}
                className="input"
                rows={3}
                data-most={1000}
                defaultValue={String(submitted.why ?? "")}
              />
            )}
          </Field>
          {people > 0 && (
            <Field
              name="moveTo"
              label={<Plural value={people} one="Move its # person to" other="Move its # people to" />}
              problem={problems.moveTo}
            >
              {(control) => (
                <Select
                  {...control}
                  value={String(submitted.moveTo ?? "")}
                  options={[
                    ["", t`choose a network`],
                    ...homes.map(({ id, name: home, depth }): Option => [String(id), indented(depth, home)]),
                  ]}
                />
              )}
            </Field>
          )}
          <p className="buttons">
            <button className="button solid" name="intent" value="close">
              <Trans>Close network</Trans>
            </button>
            <Link className="button quiet" to={`/networks/${slug}`}>
              <Trans>Cancel</Trans>
            </Link>
          </p>
        </Form>
      )}
      <Form method="post" className="form section">
        <h2>
          <Trans>Remove network</Trans>
        </h2>
        <HiddenField name="version" value={version} />
        {removable ? (
          <>
            <p>
              <Trans>Nothing refers to this network. If it was entered by mistake, you can remove it.</Trans>
            </p>
            <Field name="sure" label={<Trans>Confirmation</Trans>} problem={problems.sure}>
              {(control) => (
                <label className="choice">
                  <input {...control} type="checkbox" value="yes" required />
                  <span>
                    <Trans>Yes, remove this network.</Trans>
                  </span>
                </label>
              )}
            </Field>
            <p className="buttons">
              <button className="button" name="intent" value="remove">
                <Trans>Remove network</Trans>
              </button>
            </p>
          </>
        ) : (
          <p className="soft">
            <Trans>Something refers to this network, so it cannot be removed.</Trans>
          </p>
        )}
      </Form>
    </main>
  );
}

function editable(visit: SignedInVisit) {
  const network = visit.networks.find(({ slug }) => slug === visit.params.slug) ?? notFound(visit);
  return mayEditNetworks(visit.viewer) ? network : forbidden(visit);
}

function answer(status: number, problems: Record<string, ProblemCode>, submitted: Submitted) {
  return data({ problems, submitted }, { status });
}
