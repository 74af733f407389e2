import { Trans } from "@lingui/react/macro";
import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LANGUAGES } from "~/domain.ts";
import { forgetting } from "~/features/core/cookies.server.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import { mayEditNetworks } from "~/features/core/policy.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { loadFormDraft } from "~/features/people/accounts/form-drafts.server.ts";
import { NetworkForm } from "~/features/people/networks/components/network-form.tsx";
import { networkFiled, networkValues, parentChoices } from "~/features/people/networks/form.server.ts";
import { editNetwork } from "~/features/people/networks/mutations.server.ts";
import { editNetworkSchema } from "~/features/people/networks/schemas.ts";
import { titled } from "~/http/title.ts";
import { forbidden, forViewer, notFound } from "~/http/visit.server.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import type { ProblemCode } from "~/ui/problems.ts";

export const loader = forViewer((visit) => {
  const network = editable(visit);
  const kept = loadFormDraft(visit);
  return {
    slug: network.slug,
    name: network.names[visit.language],
    version: network.version,
    values: kept ? (submittedIn(kept) as Record<string, string>) : networkValues(network),
    parents: parentChoices(visit.networks, visit.language, network.parentId).filter(({ id }) => id !== network.id),
    title: network.names[visit.language],
  };
});

export const action = forViewer(async (visit) => {
  const network = editable(visit);
  const form = await visit.request.formData();
  const parsed = parseForm(editNetworkSchema, form);
  if (!parsed.ok) return answer(422, parsed.problems, parsed.submitted);
  const changed = editNetwork(
    visit.db,
    visit.by,
    visit.viewer,
    network.id,
    parsed.value.version,
    networkFiled(parsed.value),
  );
  if (changed.status === "invalid") return answer(422, changed.problems, submittedIn(form));
  if (changed.status === "stale") return answer(409, {}, submittedIn(form), networkValues(network), network.version);
  return redirect(`/networks/${network.slug}`, { headers: { "Set-Cookie": forgetting } });
});

export const meta = titled;

export default function EditNetworkPage() {
  const { slug, name, version, values, parents } = useLoaderData<typeof loader>();
  const invalid = useActionData<typeof action>();
  const now = invalid?.now;
  return (
    <main id="content" className="page narrow">
      <p className="crumbs">
        <Link to={`/networks/${slug}`}>{name}</Link>
      </p>
      <h1>
        <Trans>Edit {name}</Trans>
      </h1>
      {now && (
        <div className="notice wrong" role="alert">
          <p>
            <Trans>
              Somebody saved this network while you had the form open. Below is what you typed; here is how it stands
              now. Save again if yours should stand.
            </Trans>
          </p>
          <p>
            {LANGUAGES.map((language) => `${LANGUAGE_NAMES[language]}: ${now[`name.${language}`] || now.name}`).join(
              " · ",
            )}
          </p>
        </div>
      )}
      <NetworkForm
        key={invalid?.version ?? version}
        values={invalid?.submitted ?? values}
        problems={invalid?.problems ?? {}}
        parents={parents}
        version={invalid?.version ?? (Number(invalid?.submitted.version) || version)}
        submitLabel={<Trans>Save</Trans>}
        cancel={
          <Link className="button quiet" to={`/networks/${slug}`}>
            <Trans>Cancel</Trans>
          </Link>
        }
      />
    </main>
  );
}

function editable(visit: SignedInVisit) {
  const network = visit.networks.find(({ slug }) => slug === visit.params.slug) ?? notFound(visit);
  return mayEditNetworks(visit.viewer) ? network : forbidden(visit);
}

function answer(
  status: number,
  problems: Record<string, ProblemCode>,
  submitted: Submitted,
  now: Record<string, string> | null = null,
  version: number | null = null,
) {
  return data({ problems, submitted, now, version }, { status });
}
